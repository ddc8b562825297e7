import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request, RequestHandler } from 'express';
import { type FileRule, fileRules, type ReceivedFile, type Upload } from '#core/contract/import-files.ts';
import { fileSources } from '#core/place/provenance.ts';
import { Problem } from '#core/problem.ts';

const megabyte = 1_000_000;

const tooLarge = (mostBytes: number): Problem =>
  new Problem('too-large', { values: { limit: `${mostBytes / megabyte} MB` } });

const badBody = (expected: string): Problem =>
  new Problem('bad-body', { faults: [{ field: '/', fault: 'malformed', expected }] });

/** Rules of the source in the path; an unknown one leads nowhere. */
function rulesOf(request: Request): FileRule {
  const source = fileSources.find((one) => one === request.params.source);
  if (source === undefined) throw new Problem('not-found', { values: { what: request.path } });
  return fileRules[source];
}

/** Refuses by its headers what would be refused after the last byte. */
function checkHeaders(request: Request, { mediaTypes, mostBytes }: FileRule): void {
  const isEncoded = (request.get('Content-Encoding') ?? 'identity') !== 'identity';
  if (isEncoded || !request.is([...mediaTypes]))
    throw new Problem('unsupported-media-type', { values: { accepted: mediaTypes.join(', ') } });
  if (Number(request.get('Content-Length') ?? 0) > mostBytes) throw tooLarge(mostBytes);
}

/** Files of a folder, filled one after the other up to their sizes; without sizes one takes everything. */
function createFiles(folder: string, sizes: readonly number[] | null) {
  const files: { path: string; bytes: number }[] = [];
  let handle: Awaited<ReturnType<typeof open>> | null = null;
  const roomOfLast = (): number => {
    const last = files.at(-1);
    if (last === undefined) return 0;
    return sizes === null ? Number.POSITIVE_INFINITY : (sizes[files.length - 1] ?? 0) - last.bytes;
  };
  const startNext = async () => {
    if (files.length === (sizes?.length ?? 1)) throw badBody(`sizes=${sizes?.join(',') ?? ''}`);
    await handle?.close();
    const path = join(folder, String(files.length));
    handle = await open(path, 'w');
    files.push({ path, bytes: 0 });
  };
  return {
    files,
    async write(chunk: Uint8Array): Promise<void> {
      for (let rest = chunk; rest.byteLength > 0; ) {
        if (roomOfLast() === 0) await startNext();
        const part = rest.subarray(0, roomOfLast());
        await handle?.write(part);
        const last = files.at(-1);
        if (last !== undefined) last.bytes += part.byteLength;
        rest = rest.subarray(part.byteLength);
      }
    },
    close: async () => handle?.close(),
  };
}

/** @throws Problem `too-large`, `bad-body` where the body is not what was stated. */
async function receive(
  request: Request,
  folder: string,
  sizes: readonly number[] | null,
  { mostBytes }: FileRule,
): Promise<readonly ReceivedFile[]> {
  const { files, write, close } = createFiles(folder, sizes);
  let total = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      total += (chunk as Uint8Array).byteLength;
      if (total > mostBytes) throw tooLarge(mostBytes);
      await write(chunk as Uint8Array);
    }
  } finally {
    await close();
  }
  const isWhole =
    sizes === null ? files.length === 1 : files.map(({ bytes }) => bytes).join() === sizes.join();
  if (!isWhole) throw badBody(`sizes=${files.map(({ bytes }) => bytes).join(',')}`);
  return files;
}

const uploadOf = (request: Request, rule: FileRule): Upload => ({
  async receive(sizes, use) {
    const folder = await mkdtemp(join(tmpdir(), 'culture-map-'));
    try {
      return await use(await receive(request, folder, sizes, rule));
    } finally {
      // A refused body is still taken from the wire, so that the refusal reaches whoever sends it.
      request.resume();
      await rm(folder, { recursive: true, force: true });
    }
  },
});

/**
 * Puts an `Upload` in the place of a body: nothing of it is read before the address is checked, and then it
 * goes to the disk as it comes, so that memory does not grow with it.
 */
export const fileBody: RequestHandler = (request, _response, next) => {
  const rule = rulesOf(request);
  checkHeaders(request, rule);
  request.body = uploadOf(request, rule);
  next();
};
