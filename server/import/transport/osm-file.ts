import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflate as inflateZlib } from 'node:zlib';
import type { Inflate } from '#core/roads/osm/blob.ts';
import { type OsmSource, openOsm } from '#core/roads/osm/file.ts';
import { defaultOsmOptions, type OsmOptions, type OsmStreets, readStreets } from '#core/roads/osm/streets.ts';

const unpack = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateZlib);

/** On another thread, so that reading ahead is worth its while. */
export const inflate: Inflate = (bytes, maxBytes) =>
  unpack(bytes, { maxOutputLength: Math.max(1, maxBytes) });

/** Bytes in memory as a source. */
const memorySource = (bytes: Uint8Array): OsmSource => ({
  byteLength: bytes.length,
  read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
});

/** A file on disk as a source, open while it is used. */
export const withFileSource = async <T>(path: string, use: (source: OsmSource) => Promise<T>): Promise<T> => {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return await use({
      byteLength: size,
      async read(position, length) {
        const bytes = Buffer.allocUnsafeSlow(length);
        const { bytesRead } = await file.read(bytes, 0, length, position);
        return bytes.subarray(0, bytesRead);
      },
    });
  } finally {
    await file.close();
  }
};

/**
 * Streets of a PBF file on disk or in memory.
 *
 * @throws Problem `bad-import`; its fault names the field "file".
 */
export const readOsmStreets = (
  pathOrBytes: string | Uint8Array,
  options: Partial<OsmOptions> = {},
): Promise<OsmStreets> => {
  const read = async (source: OsmSource) =>
    readStreets(await openOsm(source, inflate), { ...defaultOsmOptions, ...options });
  return typeof pathOrBytes === 'string'
    ? withFileSource(pathOrBytes, read)
    : read(memorySource(pathOrBytes));
};
