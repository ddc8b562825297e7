import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Answer, askFor } from './ask.ts';
import { checkFile } from './content.ts';
import { FetchFailure, fromDisk } from './failure.ts';
import { type Asking, findLink, type Link } from './links.ts';
import {
  beginPart,
  dropNote,
  dropPart,
  type Part,
  partPath,
  readPart,
  validatorOf,
  withLock,
} from './part.ts';
import { isPacked, receive } from './receive.ts';
import type { FetchSettings } from './settings.ts';
import { hashOfFile, readSidecar, type Sidecar, writeSidecar } from './sidecar.ts';
import { type Download, mostBytesOf, type OfficialSource } from './sources.ts';
import { checkStatus } from './status.ts';

export interface FetchOptions {
  readonly settings: FetchSettings;
  readonly userAgent: string;
  readonly now: () => Date;
  /** Waits between two attempts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Bytes that have arrived, and altogether where the server says. */
  readonly onBytes?: (bytes: number, total: number | null) => void;
  /** Called before an attempt is repeated. */
  readonly onRetry?: (failure: FetchFailure, waitMs: number) => void;
  readonly signal?: AbortSignal;
}

export interface Fetched {
  readonly path: string;
  /** `new` where there was none, `changed` where the old one was replaced, `unchanged` where it is the same. */
  readonly state: 'new' | 'changed' | 'unchanged';
  readonly sidecar: Sidecar;
}

/** One file on its way. */
interface Work {
  readonly source: OfficialSource;
  readonly download: Download;
  readonly path: string;
  readonly options: FetchOptions;
  readonly signal: AbortSignal;
  /** What is known of the file that is there, if it is the fetched one. */
  readonly known: Sidecar | null;
}

/**
 * Fetches one file into its place, or finds that there is nothing newer. What is there stays until the new one
 * is whole and is what it must be; what has arrived of a download that was cut is continued.
 * @throws FetchFailure
 */
export const fetchFile = async (
  source: OfficialSource,
  download: Download,
  path: string,
  options: FetchOptions,
): Promise<Fetched> => {
  const { settings } = options;
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw fromDisk(error, dirname(path));
  });
  return withLock(path, async () => {
    const ended = new AbortController();
    const values = { host: hostOf(download), seconds: Math.round(settings.wholeMs / 1000) };
    const timer = setTimeout(
      () => ended.abort(new FetchFailure('took-too-long', { values })),
      settings.wholeMs,
    );
    const signal = AbortSignal.any([ended.signal, ...(options.signal ? [options.signal] : [])]);
    try {
      const known = await readSidecar(path);
      return await untilItIsThere({ source, download, path, options, signal, known });
    } catch (error) {
      throw fromDisk(error, path);
    } finally {
      clearTimeout(timer);
    }
  });
};

const hostOf = ({ from }: Download): string => new URL('url' in from ? from.url : from.portal).host;

/** Attempts until one holds, with growing pauses; a few in a row that bring nothing more are enough. */
async function untilItIsThere(work: Work): Promise<Fetched> {
  const { settings, pause, onRetry } = work.options;
  const progress = { most: 0 };
  let inVain = 0;
  for (let attempt = 1; ; attempt += 1) {
    const before = progress.most;
    try {
      return await attemptOnce(work, progress);
    } catch (error) {
      if (!(error instanceof FetchFailure) || !error.isPassing) throw error;
      inVain = progress.most > before ? 1 : inVain + 1;
      const waitMs = error.retryAfterMs ?? settings.firstPauseMs * 2 ** (inVain - 1);
      const isHopeless = inVain >= settings.mostAttempts || attempt >= settings.mostAttemptsInAll;
      if (isHopeless || waitMs > settings.mostPauseMs) throw error;
      onRetry?.(error, waitMs);
      await pause(waitMs, work.signal);
    }
  }
}

async function attemptOnce(work: Work, progress: { most: number }): Promise<Fetched> {
  const { download, options, path, signal, known } = work;
  const asking: Asking = {
    waits: options.settings,
    signal,
    headers: { 'User-Agent': options.userAgent, Accept: '*/*', 'Accept-Encoding': 'identity' },
    nowMs: () => options.now().getTime(),
  };
  const link = await findLink(download, asking);
  const part = link.post === undefined ? await readPart(path, link.address.href) : null;
  const headers = { ...asking.headers, ...conditions(link, part, known) };
  const answer = await askFor({ ...asking, ...link, headers });
  if (answer.status === 304 && known !== null) {
    answer.message.destroy();
    return keep(work, known);
  }
  if (answer.status === 416) await refusePart(path, answer);
  const from = answer.status === 206 && part !== null ? await continueFrom(path, part, answer) : 0;
  if (from === 0) {
    checkStatus(answer, asking.nowMs());
    await beginPart(path, stateOf(link, answer));
  }
  await receive(answer, {
    path,
    from,
    content: download.content,
    mostBytes: mostBytesOf(download),
    idleMs: options.settings.idleMs,
    signal,
    onBytes: (bytes, total) => {
      progress.most = Math.max(progress.most, bytes);
      options.onBytes?.(bytes, total);
    },
  }).catch(async (error: unknown) => {
    await giveUpUnlessUseful(path, answer, error);
    throw error;
  });
  return accept(work, link, answer);
}

/** Only the rest where a part is there; nothing at all where the file is still the same. */
function conditions(link: Link, part: Part | null, known: Sidecar | null): Record<string, string> {
  if (part !== null) return { Range: `bytes=${part.bytes}-`, 'If-Range': part.validator };
  if (known === null || known.url !== link.address.href || link.post !== undefined) return {};
  return {
    ...(known.etag === null ? {} : { 'If-None-Match': known.etag }),
    ...(known.lastModified === null ? {} : { 'If-Modified-Since': known.lastModified }),
  };
}

const stateOf = (link: Link, { message: { headers } }: Answer) => ({
  url: link.address.href,
  etag: headers.etag ?? null,
  lastModified: headers['last-modified'] ?? null,
});

/** There is nothing behind the part: it is of something else by now, or already whole and of unknown end. */
async function refusePart(path: string, { message, address }: Answer): Promise<never> {
  message.destroy();
  await dropPart(path);
  throw new FetchFailure('cut', { values: { host: address.host }, isPassing: true });
}

/** Checks that the rest is of the same state and begins where the part ends; else the part is given up. */
async function continueFrom(path: string, part: Part, answer: Answer): Promise<number> {
  const { headers } = answer.message;
  const [, start] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? [];
  const isSame = headers.etag === undefined || headers.etag === part.of.etag;
  if (Number(start) === part.bytes && isSame && !isPacked(answer)) return part.bytes;
  return refusePart(path, answer);
}

/** A part is kept where more of it can follow; of a wrong or too large file nothing is of use. */
async function giveUpUnlessUseful(path: string, answer: Answer, error: unknown): Promise<void> {
  const { etag = null, 'last-modified': lastModified = null } = answer.message.headers;
  const canContinue = validatorOf({ etag, lastModified }) !== null && !isPacked(answer);
  const isCut = !(error instanceof FetchFailure) || error.isPassing || error.code === 'took-too-long';
  if (!canContinue || !isCut) await dropPart(path);
}

/** The whole file is there: looked at once more, and given its name. */
async function accept(work: Work, link: Link, answer: Answer): Promise<Fetched> {
  const { path, download, known } = work;
  const part = partPath(path);
  try {
    await checkFile(part, download.content, answer.address.host);
  } catch (error) {
    await dropPart(path);
    throw error;
  }
  const sha256 = await hashOfFile(part);
  const sidecar = await sidecarOf(work, link, answer, sha256);
  if (known?.sha256 === sha256) {
    await dropPart(path);
    return keep(work, { ...sidecar, retrievedAt: known.retrievedAt });
  }
  await rename(part, path);
  await writeSidecar(path, sidecar);
  await dropNote(path);
  return { path, state: known === null ? 'new' : 'changed', sidecar };
}

async function keep({ path, options }: Work, known: Sidecar): Promise<Fetched> {
  const sidecar = { ...known, checkedAt: options.now().toISOString() };
  await writeSidecar(path, sidecar);
  return { path, state: 'unchanged', sidecar };
}

async function sidecarOf({ source, path, options }: Work, link: Link, answer: Answer, sha256: string) {
  const { headers } = answer.message;
  const now = options.now().toISOString();
  const { size } = await stat(partPath(path));
  const { origin, pathname } = answer.address;
  return {
    source: source.id,
    title: source.title.lv,
    publisher: source.publisher.lv,
    licence: source.licence,
    licenceUrl: source.licenceUrl,
    landingPage: source.landingPage,
    url: link.address.href,
    finalUrl: `${origin}${pathname}`,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    retrievedAt: now,
    checkedAt: now,
    sha256,
    bytes: size,
    contentType: headers['content-type'] ?? null,
  } satisfies Sidecar;
}
