import {
  type BlobHeader,
  decodeBlob,
  decodeBlobHeader,
  type Inflate,
  maxBlobHeaderBytes,
  notPbf,
} from './blob.ts';
import { brokenOsm, downloadAgain } from './broken.ts';
import { decodeHeader, type OsmHeader } from './header.ts';

/** Bytes at any place, from a file or from memory. */
export interface OsmSource {
  readonly byteLength: number;
  /** Never asked for what lies beyond the end. */
  read(position: number, length: number): Promise<Uint8Array>;
}

/** Where the content of a block lies. */
interface Place {
  readonly position: number;
  readonly byteLength: number;
}

/** A PBF file whose blocks can be read in any order, as often as wanted. */
export interface OsmFile {
  readonly header: OsmHeader;
  readonly blockCount: number;
  /** Uncompressed content of the blocks with these numbers, in this order; the next few are read ahead. */
  blocks(numbers: Iterable<number>): AsyncGenerator<{ readonly number: number; readonly bytes: Uint8Array }>;
}

/** Enough for nearly every header at once. */
const usualHeaderBytes = 128;

/** Blocks on their way at once; each is a few hundred kilobytes. */
const ahead = 6;

async function readBlobHeader(source: OsmSource, position: number) {
  const rest = source.byteLength - position;
  if (rest < 4) throw brokenOsm(`ends within a block at byte ${source.byteLength}`, downloadAgain);
  let bytes = await source.read(position, Math.min(rest, usualHeaderBytes));
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (length === 0 || length > maxBlobHeaderBytes) throw position === 0 ? notPbf() : noHeader(position);
  if (length > rest - 4) throw brokenOsm(`ends within a block at byte ${source.byteLength}`, downloadAgain);
  if (length > bytes.length - 4) bytes = await source.read(position, 4 + length);
  return {
    ...asFirst(position, () => decodeBlobHeader(bytes.subarray(4, 4 + length))),
    headerBytes: 4 + length,
  };
}

const noHeader = (position: number) => brokenOsm(`no block begins at byte ${position}`, downloadAgain);

/** What cannot be read at the very beginning is another kind of file. */
function asFirst(position: number, decode: () => BlobHeader): BlobHeader {
  try {
    return decode();
  } catch (error) {
    throw position === 0 ? notPbf() : error;
  }
}

interface Index {
  readonly header: Place;
  readonly data: readonly Place[];
}

/** Goes from header to header without reading what lies between. */
async function readIndex(source: OsmSource): Promise<Index> {
  const data: Place[] = [];
  let header: Place | null = null;
  for (let position = 0; position < source.byteLength; ) {
    const { type, byteLength, headerBytes } = await readBlobHeader(source, position);
    const place = { position: position + headerBytes, byteLength };
    const end = place.position + byteLength;
    if (header === null && type !== 'OSMHeader') throw notPbf();
    if (end > source.byteLength) {
      throw brokenOsm(`${end - source.byteLength} bytes are missing at the end`, downloadAgain);
    }
    if (type === 'OSMHeader') header ??= place;
    else if (type === 'OSMData') data.push(place);
    position = end;
  }
  if (header === null) throw notPbf();
  return { header, data };
}

/**
 * Opens a PBF file: finds its blocks and reads its header.
 *
 * @throws Problem `bad-import` for a file that ends early, is no PBF file, or needs what is not understood.
 */
export async function openOsm(source: OsmSource, inflate: Inflate): Promise<OsmFile> {
  const index = await readIndex(source);
  const load = async ({ position, byteLength }: Place) =>
    decodeBlob(await source.read(position, byteLength), inflate);
  return {
    header: decodeHeader(await load(index.header)),
    blockCount: index.data.length,
    async *blocks(numbers) {
      const coming: { number: number; bytes: Promise<Uint8Array> }[] = [];
      for (const number of numbers) {
        const place = index.data[number];
        if (place === undefined) continue;
        const bytes = load(place);
        // A fault is thrown when its turn comes; until then nobody waits for it.
        bytes.catch(() => undefined);
        coming.push({ number, bytes });
        if (coming.length < ahead) continue;
        const first = coming.shift();
        if (first !== undefined) yield { number: first.number, bytes: await first.bytes };
      }
      for (const { number, bytes } of coming) yield { number, bytes: await bytes };
    },
  };
}
