import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Fetched, type FetchOptions, fetchFile } from './download.ts';
import { FetchFailure } from './failure.ts';
import { userAgent, usualSettings } from './settings.ts';
import type { Download, OfficialSource } from './sources.ts';

export interface FetchEvents {
  readonly onFile?: (download: Download) => void;
  readonly onBytes?: FetchOptions['onBytes'];
  readonly onRetry?: FetchOptions['onRetry'];
  readonly onFetched?: (fetched: Fetched, download: Download) => void;
}

/** Folder of the files of one source. */
export const sourceFolder = (folder: string, { id }: Pick<OfficialSource, 'id'>): string => join(folder, id);

/**
 * Fetches every file of a source into its folder, one after the other.
 * @throws FetchFailure of the first file that does not come; the files before it stay.
 */
export const fetchSource = async (
  source: OfficialSource,
  folder: string,
  events: FetchEvents = {},
  options: Partial<FetchOptions> = {},
): Promise<readonly Fetched[]> => {
  if (source.downloads.length === 0) throw new FetchFailure('by-hand');
  const fetched: Fetched[] = [];
  for (const download of source.downloads) {
    events.onFile?.(download);
    const { onBytes, onRetry } = events;
    const one = await fetchFile(source, download, join(sourceFolder(folder, source), download.file), {
      settings: usualSettings,
      userAgent: userAgent(),
      now: () => new Date(),
      pause: async (ms, signal) => {
        await wait(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
      },
      ...(onBytes ? { onBytes } : {}),
      ...(onRetry ? { onRetry } : {}),
      ...options,
    });
    events.onFetched?.(one, download);
    fetched.push(one);
  }
  return fetched;
};
