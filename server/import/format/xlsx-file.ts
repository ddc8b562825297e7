import { Worker } from 'node:worker_threads';
import { Problem } from '#core/problem.ts';
import { refuse } from './table.ts';
import type { SheetGrid } from './xlsx-grid.ts';
import type { XlsxResult } from './xlsx-worker.ts';
import { findDirectory, readDirectory } from './zip-directory.ts';

/** What a workbook may hold: a list of 20,000 rows and 27 columns unpacks to some 40 MB. */
const limits = {
  entries: 2000,
  unpackedBytes: 120_000_000,
  ratio: 200,
  memoryMegabytes: 600,
  seconds: 60,
} as const;

const tooLarge = (): Problem =>
  new Problem('too-large', { values: { limit: `${limits.unpackedBytes / 1e6} MB, 1 : ${limits.ratio}` } });

const notOne = (what: string): never => refuse(1, 'file', 'malformed', what, 'XLSX');

/** Looks at the directory of the archive before anything of it is unpacked. */
const checkArchive = (bytes: Uint8Array): void => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (what: string) => {
    try {
      return notOne(what);
    } catch (problem) {
      return problem as Problem;
    }
  };
  const readAt = (position: number, length: number): Buffer => {
    if (position < 0 || position + length > file.length) throw damaged(`${file.length} B`);
    return file.subarray(position, position + length);
  };
  const { start, length } = findDirectory(readAt, file.length, damaged);
  const entries = readDirectory(readAt(start, length), damaged);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const isBomb = entries.some((one) => one.unpacked > 1_000_000 && one.unpacked > one.packed * limits.ratio);
  if (entries.length > limits.entries || unpacked > limits.unpackedBytes || isBomb) throw tooLarge();
  if (!entries.some(({ name }) => name === '[Content_Types].xml')) notOne(entries[0]?.name ?? '');
};

/** Ends the thread when it takes more memory or time than any list needs. */
const onThread = (bytes: Uint8Array): Promise<XlsxResult> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes },
    });
    const timer = setTimeout(() => {
      reject(tooLarge());
      void worker.terminate();
    }, limits.seconds * 1000);
    worker.once('message', resolve);
    worker.once('error', (cause: Error & { code?: string }) =>
      reject(cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : new Problem('internal', { cause })),
    );
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Problem('internal', { cause: new Error(`exit ${code}`) }));
    });
  });

/**
 * The sheets of a workbook, read on a thread of its own.
 *
 * @throws Problem `bad-import` when it is none or is damaged, `too-large` when it would take too much to read.
 */
export const readSheets = async (bytes: Uint8Array): Promise<readonly SheetGrid[]> => {
  checkArchive(bytes);
  const result = await onThread(bytes);
  return 'failed' in result ? notOne(result.failed) : result.sheets;
};
