import { brokenOsm, downloadAgain } from './broken.ts';
import { ProtobufReader } from './protobuf.ts';

/** Limits of the format (wiki.openstreetmap.org/wiki/PBF_Format, "File format"). */
export const maxBlobHeaderBytes = 64 * 1024;
const maxBlobBytes = 32 * 1024 * 1024;

/** Undoes zlib (RFC 1950); gives or promises no more than `maxBytes`, and rejects what is broken. */
export type Inflate = (bytes: Uint8Array, maxBytes: number) => Promise<Uint8Array>;

export interface BlobHeader {
  /** "OSMHeader", "OSMData" or something newer that a reader passes over. */
  readonly type: string;
  readonly byteLength: number;
}

/** @throws Problem `bad-import`. */
export function decodeBlobHeader(bytes: Uint8Array): BlobHeader {
  const reader = new ProtobufReader(bytes);
  let type = '';
  let byteLength = -1;
  while (reader.next()) {
    if (reader.field === 1) type = reader.text();
    else if (reader.field === 3) byteLength = reader.varint();
    else reader.skip();
  }
  if (!/^[A-Za-z0-9]{1,40}$/.test(type) || byteLength < 0) throw notPbf();
  if (byteLength > maxBlobBytes) throw brokenOsm(`a block of ${byteLength} bytes`, downloadAgain);
  return { type, byteLength };
}

export const notPbf = () => brokenOsm('not a PBF file', 'an OpenStreetMap extract, .osm.pbf');

/** Compressions of the format that are not read, by field. */
const unread: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };

/**
 * The content of a blob, uncompressed; raw and zlib are read.
 * @throws Problem `bad-import` naming another compression and what to do about it.
 */
export async function decodeBlob(bytes: Uint8Array, inflate: Inflate): Promise<Uint8Array> {
  const reader = new ProtobufReader(bytes);
  let raw: Uint8Array | null = null;
  let packed: Uint8Array | null = null;
  let size = -1;
  while (reader.next()) {
    const compression = unread[reader.field];
    if (compression !== undefined) {
      throw brokenOsm(
        `compressed with ${compression}`,
        'zlib: osmium cat IN -o OUT.osm.pbf -f pbf,pbf_compression=zlib',
      );
    }
    if (reader.field === 1) raw = reader.slice();
    else if (reader.field === 2) size = reader.varint();
    else if (reader.field === 3) packed = reader.slice();
    else reader.skip();
  }
  if (raw !== null) return raw;
  if (packed === null || size < 0 || size > maxBlobBytes) {
    throw brokenOsm('a block without content', downloadAgain);
  }
  return inflateTo(packed, size, inflate);
}

async function inflateTo(packed: Uint8Array, size: number, inflate: Inflate): Promise<Uint8Array> {
  let content: Uint8Array;
  try {
    content = await inflate(packed, size);
  } catch (cause) {
    throw brokenOsm('a block that cannot be unpacked', downloadAgain, cause);
  }
  if (content.length !== size) {
    throw brokenOsm(`a block of ${content.length} bytes instead of ${size}`, downloadAgain);
  }
  return content;
}
