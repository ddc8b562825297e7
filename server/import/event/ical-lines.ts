import { type BalticText, type CodePage, decodeBaltic, firstBrokenLine } from '../format/baltic-text.ts';
import type { Faults } from '../format/faults.ts';

/** One content line, unfolded (RFC 5545 3.1). */
export interface ContentLine {
  /** 1-based line of the file on which it begins. */
  readonly line: number;
  readonly text: string;
}

export interface ContentLines {
  readonly lines: readonly ContentLine[];
  readonly codePage: CodePage;
}

/** Longest content line, in characters: a description of some hundred pages. */
const longestLine = 100_000;

/**
 * Unfolds before decoding, because a fold may stand inside a letter of several bytes; counts lines that end with
 * CR LF, LF or CR alike. Latin-1 keeps one character a byte.
 */
const unfold = (bytes: Uint8Array): readonly ContentLine[] => {
  const lines: { line: number; parts: string[] }[] = [];
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .split(/\r\n|\n|\r/)
    .forEach((text, i) => {
      const last = lines.at(-1);
      if (last !== undefined && /^[ \t]/.test(text)) last.parts.push(text.slice(1));
      else if (text.trim() !== '') lines.push({ line: i + 1, parts: [text] });
    });
  return lines.map(({ line, parts }) => ({ line, text: parts.join('') }));
};

const recode = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The whole file as one text, line by line. Null where it is no text. */
const decodeAll = (raw: readonly ContentLine[]): BalticText | null =>
  decodeBaltic(recode(raw.map(({ text }) => text).join('\n')));

/** A file of UTF-16 has its line ends in two bytes: it becomes UTF-8 first. */
const narrow = (bytes: Uint8Array): Uint8Array => {
  const decoded = decodeBaltic(bytes.subarray(0, 2));
  const full = decoded?.codePage === 'UTF-16' ? decodeBaltic(bytes) : null;
  return full === null ? bytes : new TextEncoder().encode(full.text);
};

/** The content lines of an iCalendar file, whatever its line ends and code page. Faults are noted by line. */
export const readContentLines = (bytes: Uint8Array, faults: Faults): ContentLines => {
  const raw = unfold(narrow(bytes));
  const decoded = decodeAll(raw);
  if (decoded === null) {
    faults.add(firstBrokenLine(bytes), 'file', 'malformed', '', 'UTF-8');
    return { lines: [], codePage: 'UTF-8' };
  }
  const texts = decoded.text.split('\n');
  const lines = raw.map(({ line }, i) => ({ line, text: (texts[i] ?? '').trimEnd() }));
  for (const { line, text } of lines) {
    if (text.length > longestLine) faults.add(line, 'file', 'too-long', '', `${longestLine}`);
    if (text.includes('\0')) faults.add(line, 'file', 'malformed', '\\0', 'text');
  }
  return { lines, codePage: decoded.codePage };
};
