import { createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Answer } from './ask.ts';
import { type Content, checkHead, headBytes } from './content.ts';
import { FetchFailure, fromBody, fromDisk } from './failure.ts';
import { partPath } from './part.ts';
import { atMost, lookAtHead, notIdle, tooLarge } from './stream.ts';

export interface Receiving {
  /** The finished file's path; what arrives goes into the part beside it. */
  readonly path: string;
  /** Bytes of the part that stay; 0 begins anew. */
  readonly from: number;
  readonly content: Content;
  readonly mostBytes: number;
  readonly idleMs: number;
  readonly signal: AbortSignal;
  /** Bytes so far, and altogether where the server says. */
  readonly onBytes: (bytes: number, total: number | null) => void;
}

/** We ask for the file as it is; who packs it nevertheless is unpacked, up to the same size. */
const unpacking = (encoding: string | undefined, host: string): Transform | null => {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return null;
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'deflate') return createInflate();
  if (name === 'br') return createBrotliDecompress();
  throw new FetchFailure('encoding', { values: { host, detail: name } });
};

export const isPacked = ({ message }: Answer): boolean =>
  !['', 'identity'].includes(message.headers['content-encoding']?.trim().toLowerCase() ?? '');

/** Bytes of the whole file by what the answer says; null when it does not. */
const totalOf = (answer: Answer, from: number): number | null => {
  if (isPacked(answer)) return null;
  const length = Number(answer.message.headers['content-length'] ?? Number.NaN);
  return Number.isSafeInteger(length) && length >= 0 ? from + length : null;
};

/**
 * Writes the body behind what is there of the file.
 * @throws FetchFailure `too-large`, `wrong-type`, `cut`, `timed-out`, `disk-full` ...; what has arrived stays.
 */
export const receive = async (answer: Answer, receiving: Receiving): Promise<void> => {
  const { path, from, content, mostBytes, idleMs, signal, onBytes } = receiving;
  const { host } = answer.address;
  const total = totalOf(answer, from);
  const part = partPath(path);
  try {
    if (total !== null && total > mostBytes) throw tooLarge(mostBytes);
    const unpack = unpacking(answer.message.headers['content-encoding'], host);
    // Opened here, so that what the disk says is not taken for a fault of the network.
    const file = await open(part, from === 0 ? 'w' : 'a').catch((error: unknown) => {
      throw fromDisk(error, part);
    });
    await pipeline(
      answer.message,
      notIdle(idleMs, host),
      unpack ?? new PassThrough(),
      atMost(mostBytes, from, (bytes) => onBytes(bytes, total)),
      from === 0 ? lookAtHead(headBytes, (head) => checkHead(head, content, host)) : new PassThrough(),
      createWriteStream(part, { fd: file, flush: true }),
      { signal },
    );
    await checkLength(part, total, host);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw fromBody(fromDisk(error, part), host);
  } finally {
    answer.message.destroy();
  }
};

async function checkLength(part: string, total: number | null, host: string): Promise<void> {
  const { size } = await stat(part);
  if (total !== null && size < total) throw new FetchFailure('cut', { values: { host }, isPassing: true });
}
