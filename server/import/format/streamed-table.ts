import { parse } from 'csv-parse';
import { fold } from '#core/language/fold.ts';
import { Problem } from '#core/problem.ts';
import { type CodePage, decodeBaltic, firstBrokenLine } from './baltic-text.ts';

/** A table of an official release, wherever its bytes lie. */
export interface TableFile {
  readonly name: string;
  /** Its bytes, piece by piece, once for each call. */
  read(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** One row. */
export interface StreamedRow {
  /** 1-based line of the file on which it begins. */
  readonly line: number;
  /** Trimmed text of a column, "" where it is absent or blank. */
  cell(column: string): string;
  /** False where it has another number of cells than the heading. */
  readonly isWhole: boolean;
}

export interface StreamedTable {
  readonly codePage: CodePage;
  /** Headings, folded, in their order. */
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<StreamedRow>;
}

/** More than any row of these releases has, with its comments; a quotation mark never closed ends here. */
const longestRow = 1_000_000;
/** So much is looked at to learn how a file is written. */
const sampleBytes = 262_144;

const refuse = (file: string, row: number, value: string, expected: string): Problem =>
  new Problem('bad-import', { faults: [{ field: file, row, fault: 'malformed', value, expected }] });

interface Manner {
  readonly codePage: CodePage;
  readonly isBigEndian: boolean;
  readonly delimiter: string;
  readonly quote: string;
}

/** The older releases quote with '#', which no heading begins with. */
const mannerOf = (file: string, sample: Uint8Array): Manner => {
  const lineEnd = sample.lastIndexOf(10);
  const decoded = decodeBaltic(sample.subarray(0, lineEnd < 0 ? sample.length : lineEnd));
  if (decoded === null) throw refuse(file, 1, '', 'UTF-8, windows-1257, ISO-8859-13');
  const { text, codePage } = decoded;
  if (text.includes('\0')) throw refuse(file, 1, '\\0', 'CSV');
  const heading = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const count = (sign: string) => heading.split(sign).length;
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  return { codePage, isBigEndian: sample[0] === 0xfe, delimiter, quote: heading.startsWith('#') ? '#' : '"' };
};

/** The same bytes again, with what was looked at first. */
async function* again(
  begun: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* begun;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

const lookAt = async (
  file: TableFile,
): Promise<{ sample: Uint8Array; bytes: AsyncGenerator<Uint8Array> }> => {
  const source = file.read();
  const pieces = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const begun: Uint8Array[] = [];
  let length = 0;
  while (length < sampleBytes) {
    const next = await pieces.next();
    if (next.done === true) break;
    begun.push(next.value);
    length += next.value.length;
  }
  return { sample: Buffer.concat(begun).subarray(0, sampleBytes), bytes: again(begun, pieces) };
};

/**
 * Of "\r\n" inside quotes csv-parse counts both signs as lines, of a lone "\r" the first one only: with one sign for
 * a break, lines are those that a person sees.
 */
const oneBreak = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

async function* decode(
  bytes: AsyncIterable<Uint8Array>,
  { codePage, isBigEndian }: Manner,
  file: string,
): AsyncGenerator<string> {
  const encoding = codePage === 'UTF-16' ? (isBigEndian ? 'utf-16be' : 'utf-16le') : codePage;
  const decoder = new TextDecoder(encoding, { fatal: codePage === 'UTF-8' });
  let [lines, held] = [1, ''];
  for await (const piece of bytes) {
    let text: string;
    try {
      text = held + decoder.decode(piece, { stream: true });
    } catch {
      // A letter cut by the end of the piece before is whole; its second half is no fault of this one.
      const begin = piece.findIndex((byte) => byte < 0x80 || byte >= 0xc0);
      throw refuse(file, lines - 1 + firstBrokenLine(piece.subarray(Math.max(0, begin))), '', codePage);
    }
    // The other half of a break may begin the next piece.
    held = text.endsWith('\r') ? '\r' : '';
    const whole = oneBreak(held === '' ? text : text.slice(0, -1));
    for (let at = whole.indexOf('\n'); at >= 0; at = whole.indexOf('\n', at + 1)) lines += 1;
    if (whole !== '') yield whole;
  }
  if (held !== '') yield '\n';
}

/** csv-parse tells where a record ends; with line breaks inside quotes it begins earlier. */
const lineOf = (record: readonly string[], end: number): number => {
  let breaks = 0;
  for (const cell of record) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  }
  return end - breaks;
};

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function* parseRecords(
  text: AsyncIterable<string>,
  manner: Manner,
  file: string,
): AsyncGenerator<Parsed> {
  const parser = parse({
    bom: true,
    delimiter: manner.delimiter,
    quote: manner.quote,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  });
  const feed = async () => {
    for await (const piece of text) {
      if (parser.destroyed) return;
      if (!parser.write(piece)) await new Promise<void>((resume) => parser.once('drain', resume));
    }
    parser.end();
  };
  const feeding = feed().catch((error: unknown) => parser.destroy(error as Error));
  try {
    for await (const parsed of parser) yield parsed as Parsed;
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { lines, message } = error as { lines?: number; message?: string };
    throw refuse(file, lines ?? 1, message ?? '', `CSV (${manner.quote})`);
  } finally {
    parser.destroy();
    parser.emit('drain');
    await feeding;
  }
}

/**
 * Reads a CSV table of any length row by row: how it is written is found from its beginning (separator, quotation
 * mark, code page), its columns by their headings whatever their case.
 * @throws Problem `bad-import` for what is no such table, and while rows are read for one that breaks off.
 */
export const streamTable = async (file: TableFile): Promise<StreamedTable> => {
  const { sample, bytes } = await lookAt(file);
  if (sample.length === 0) throw refuse(file.name, 1, '0 B', 'CSV');
  const manner = mannerOf(file.name, sample);
  const records = parseRecords(decode(bytes, manner, file.name), manner, file.name);
  const first = await records.next();
  if (first.done === true) throw refuse(file.name, 1, '', 'CSV');
  const columns = first.value.record.map((heading) => fold(heading).replaceAll(' ', '_'));
  const places = new Map(columns.map((column, i) => [column, i]));
  async function* rows(): AsyncGenerator<StreamedRow> {
    for await (const { record, info } of records) {
      yield {
        line: lineOf(record, info.lines),
        cell: (column) => record[places.get(column) ?? -1]?.trim() ?? '',
        isWhole: record.length === columns.length,
      };
    }
  }
  return { codePage: manner.codePage, columns, rows: rows() };
};

/** @throws Problem `bad-import` naming every column that is not there. */
export const requireColumns = (file: string, table: StreamedTable, required: readonly string[]): void => {
  const missing = required.filter((column) => !table.columns.includes(column));
  if (missing.length === 0) return;
  throw new Problem('bad-import', {
    faults: missing.map((column) => ({ field: `${file}: ${column}`, row: 1, fault: 'missing' })),
  });
};
