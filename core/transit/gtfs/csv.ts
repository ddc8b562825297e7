import { Problem } from '../../problem.ts';

/** A record in quotes longer than this is an open quotation mark that nobody closed. */
const longestQuoted = 65_536;

/** Cells of one record, trimmed, and the 1-based line of the file on which it begins. */
export type VisitRow = (cells: readonly string[], line: number) => void;

/**
 * Reads comma-separated text (RFC 4180) record by record. It comes in pieces of any size, because a table of
 * calls may be longer than a string can be. Beyond the standard, as real feeds need it: spaces around a cell,
 * also before its quotation mark, do not count; a quotation mark inside an unquoted cell stands for itself;
 * a byte order mark and empty lines are passed over.
 *
 * @throws Problem `bad-import` when a quotation mark is never closed.
 */
export function forEachRow(file: string, pieces: Iterable<string>, visit: VisitRow): void {
  let rest = '';
  let line = 1;
  const readFrom = (text: string, isLast: boolean): string => {
    let at = line === 1 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
    while (at < text.length) {
      const newline = text.indexOf('\n', at);
      if (newline < 0 && !isLast) break;
      const end = newline < 0 ? text.length : newline;
      const plain = text.slice(at, end);
      if (!plain.includes('"')) {
        if (plain.trim() !== '') visit(splitPlain(plain), line);
        line += 1;
        at = end + 1;
        continue;
      }
      const quoted = splitQuoted(text, at, isLast);
      if (quoted === null) {
        if (isLast || text.length - at > longestQuoted) throw openQuote(file, line);
        break;
      }
      visit(quoted.cells, line);
      line += quoted.lines;
      at = quoted.end;
    }
    return text.slice(at);
  };
  for (const piece of pieces) {
    // A mark of its own would be lost: the first piece must not be empty when it is looked for.
    rest = rest + piece;
    if (rest !== '') rest = readFrom(rest, false);
  }
  if (rest !== '') readFrom(rest, true);
}

const splitPlain = (text: string): string[] => {
  const cells = text.split(',');
  for (let i = 0; i < cells.length; i += 1) cells[i] = (cells[i] ?? '').trim();
  return cells;
};

const openQuote = (file: string, row: number): Problem =>
  new Problem('bad-import', { faults: [{ field: file, row, fault: 'malformed', expected: '"' }] });

interface Quoted {
  readonly cells: string[];
  readonly end: number;
  readonly lines: number;
}

/** One record that has quotation marks, or null when the text ends before it does. */
function splitQuoted(text: string, from: number, isLast: boolean): Quoted | null {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    let start = at;
    while (text[start] === ' ' || text[start] === '\t') start += 1;
    let cell = '';
    let end = start;
    if (text[start] === '"') {
      const closed = unquote(text, start + 1);
      if (closed === null) return null;
      cell = closed.value;
      end = closed.end;
    }
    const stop = endOfCell(text, end);
    cells.push((cell + text.slice(end, stop)).trim());
    if (stop >= text.length && !isLast) return null;
    if (text[stop] !== ',') return { cells, end: stop + 1, lines: countLines(text, from, stop) };
    at = stop + 1;
  }
}

const endOfCell = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && text[at] !== ',' && text[at] !== '\n') at += 1;
  return at;
};

/** What stands up to the closing mark; two marks in a row are one. Null when there is none. */
function unquote(text: string, from: number): { value: string; end: number } | null {
  let value = '';
  let at = from;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark < 0) return null;
    value += text.slice(at, mark);
    if (text[mark + 1] !== '"') return { value, end: mark + 1 };
    value += '"';
    at = mark + 2;
  }
}

const countLines = (text: string, from: number, to: number): number => {
  let lines = 1;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
};
