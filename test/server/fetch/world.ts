import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fetched, type FetchOptions, fetchFile } from '#server/fetch/download.ts';
import { FetchFailure } from '#server/fetch/failure.ts';
import type { FetchSettings } from '#server/fetch/settings.ts';
import type { Download, OfficialSource } from '#server/fetch/sources.ts';
import { type Imitation, imitate } from '../../imitation-server.ts';

/** Patience of a test. */
const quick: FetchSettings = {
  connectMs: 1000,
  answerMs: 400,
  idleMs: 400,
  wholeMs: 20_000,
  mostAttempts: 3,
  mostAttemptsInAll: 12,
  firstPauseMs: 5,
  mostPauseMs: 2000,
};

export interface FetchWorld {
  readonly server: Imitation;
  readonly folder: string;
  readonly path: string;
  /** Milliseconds of every pause between attempts. */
  readonly pauses: number[];
  fetch(from: Download['from'] | string, more?: FetchMore): Promise<Fetched>;
  /** Why it failed. */
  failure(from: Download['from'] | string, more?: FetchMore): Promise<FetchFailure>;
  /** Names of everything in the folder, sorted. */
  left(): readonly string[];
  close(): Promise<void>;
}

interface FetchMore {
  readonly content?: Download['content'];
  readonly mostMegabytes?: number;
  readonly settings?: Partial<FetchSettings>;
  readonly onBytes?: NonNullable<FetchOptions['onBytes']>;
  readonly signal?: AbortSignal;
  readonly now?: string;
}

const sourceOf = (download: Download): OfficialSource => ({
  id: 'atvk',
  title: { lv: 'Kodi', en: 'Codes' },
  publisher: { lv: 'Pārvalde', en: 'Bureau' },
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  landingPage: 'https://example.org/codes',
  changes: { lv: 'reizēm', en: 'at times' },
  downloads: [download],
  byHand: { lv: 'ar roku', en: 'by hand' },
});

export const openFetchWorld = async (): Promise<FetchWorld> => {
  const server = await imitate();
  const folder = mkdtempSync(join(tmpdir(), 'culture-map-fetch-'));
  const path = join(folder, 'codes.csv');
  const pauses: number[] = [];
  const fetch: FetchWorld['fetch'] = (from, { content, mostMegabytes, settings, now, ...more } = {}) => {
    const download: Download = {
      file: 'codes.csv',
      from: typeof from === 'string' ? { kind: 'address', url: `${server.url}${from}` } : from,
      content: content ?? 'csv',
      mostMegabytes: mostMegabytes ?? 1,
    };
    return fetchFile(sourceOf(download), download, path, {
      settings: { ...quick, ...settings },
      userAgent: 'TukumsCultureMap/test (open-data import)',
      now: () => new Date(now ?? '2026-11-22T10:00:00Z'),
      pause: async (ms) => void pauses.push(ms),
      ...more,
    });
  };
  return {
    server,
    folder,
    path,
    pauses,
    fetch,
    failure: async (...order) => {
      const error: unknown = await fetch(...order).then(
        () => new Error('nothing failed'),
        (cause: unknown) => cause,
      );
      if (error instanceof FetchFailure) return error;
      throw error;
    },
    left: () => readdirSync(folder).sort(),
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
