import { Problem } from '#core/problem.ts';

/** In what signs a .dbf is written, and how that is known. */
export interface Encoding {
  /** Label of the WHATWG Encoding Standard. */
  readonly label: string;
  /** `contents`: found by trying, because nothing says it, or because what says it is wrong. */
  readonly from: 'cpg' | 'dbf' | 'contents';
  /** What the .cpg states where it is not so; null otherwise. */
  readonly stated: string | null;
}

export interface DbfHead {
  readonly recordCount: number;
  /** Bytes before the first record, and of one. */
  readonly headLength: number;
  readonly recordLength: number;
  readonly languageDriver: number;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly length: number }[];
}

const columnTypes = 'BCDFLMN';

/** Reads the head of a dBase file and no further. @throws Problem `bad-import` for what is none. */
export function readDbfHead(pieces: Iterable<Uint8Array>, file: string): DbfHead {
  const damaged = (value: string) =>
    new Problem('bad-import', { faults: [{ field: file, fault: 'malformed', value, expected: 'DBF' }] });
  let bytes = Buffer.alloc(0);
  for (const piece of pieces) {
    bytes = Buffer.concat([bytes, piece]);
    if (bytes.length >= 32 && bytes.length >= bytes.readUInt16LE(8)) break;
  }
  if (bytes.length < 33 || bytes.length < bytes.readUInt16LE(8)) throw damaged(`${bytes.length} B`);
  const columns: { name: string; type: string; length: number }[] = [];
  for (let at = 32; bytes[at] !== 0x0d; at += 32) {
    if (at + 32 > bytes.readUInt16LE(8)) throw damaged('columns');
    const name = bytes.toString('latin1', at, at + 11).split('\0')[0] ?? '';
    const type = String.fromCharCode(bytes[at + 11] ?? 0);
    if (!columnTypes.includes(type)) throw damaged(`${name}: ${type}`);
    columns.push({ name, type, length: bytes[at + 16] ?? 0 });
  }
  const recordLength = bytes.readUInt16LE(10);
  if (recordLength < 1) throw damaged('record of 0 B');
  return {
    recordCount: bytes.readUInt32LE(4),
    headLength: bytes.readUInt16LE(8),
    recordLength,
    languageDriver: bytes[29] ?? 0,
    columns,
  };
}

/** Language driver of dBase and FoxPro: only those that a file about Latvia may bear. */
const drivers: ReadonlyMap<number, string> = new Map([
  [0x03, 'windows-1252'],
  [0x57, 'windows-1252'],
  [0xc8, 'windows-1250'],
  [0xc9, 'windows-1251'],
  [0xcc, 'windows-1257'],
]);

/** "UTF-8", "65001", "ANSI 1257", "CP1257", "ISO 8859-13": as programs write into a .cpg. */
function labelOf(stated: string): string | null {
  const text = stated.toLowerCase().trim();
  if (/^(65001|utf-?8)$/.test(text)) return 'utf-8';
  const iso = /8859[-_ ]?(\d{1,2})$/.exec(text)?.[1];
  if (iso !== undefined) return `iso-8859-${iso}`;
  const page = /^(?:ansi|cp|windows|win|ibm)?[-_ ]?(12\d\d)$/.exec(text)?.[1];
  return page === undefined ? null : `windows-${page}`;
}

const known = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
};

/**
 * In what a .dbf is written: UTF-8 wherever its bytes are UTF-8 with letters beyond ASCII, because nothing else
 * looks like it; else what the .cpg or the head says; else Baltic Windows, in which Latvian files were written.
 * @throws Problem `bad-import` for an encoding that nobody knows.
 */
export function findEncoding(
  stated: string | null,
  head: DbfHead,
  read: () => Iterable<Uint8Array>,
  cpg: string,
): Encoding {
  const label = stated === null || stated === '' ? null : labelOf(stated);
  if (stated !== null && stated !== '' && (label === null || !known(label))) {
    const faults = [
      { field: cpg, fault: 'not-one-of', value: stated.slice(0, 80), expected: 'UTF-8, 1257' } as const,
    ];
    throw new Problem('bad-import', { faults });
  }
  const looks = looksLike(read());
  if (looks === 'ascii')
    return { label: label ?? 'utf-8', from: label === null ? 'contents' : 'cpg', stated: null };
  const isUtf8 = looks === 'utf-8';
  if (label !== null && isUtf8 === (label === 'utf-8')) return { label, from: 'cpg', stated: null };
  if (isUtf8) return { label: 'utf-8', from: 'contents', stated: label };
  if (label !== null) return { label: 'windows-1257', from: 'contents', stated: label };
  // A driver byte of Western Europe is what programs write that know nothing of the Baltic.
  const driver = drivers.get(head.languageDriver);
  const isSaid = driver !== undefined && driver !== 'windows-1252';
  return isSaid
    ? { label: driver, from: 'dbf', stated: null }
    : { label: 'windows-1257', from: 'contents', stated: null };
}

function looksLike(pieces: Iterable<Uint8Array>): 'ascii' | 'utf-8' | 'other' {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isAscii = true;
  let isFirst = true;
  try {
    for (const piece of pieces) {
      // The head is numbers, not text.
      const text = isFirst ? piece.subarray(Math.min(piece.length, headBytes(piece))) : piece;
      isFirst = false;
      isAscii &&= text.every((byte) => byte < 0x80);
      decoder.decode(text, { stream: true });
    }
    decoder.decode();
  } catch {
    return 'other';
  }
  return isAscii ? 'ascii' : 'utf-8';
}

const headBytes = (piece: Uint8Array): number => (piece[8] ?? 0) + 256 * (piece[9] ?? 0);
