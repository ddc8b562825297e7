import { Problem } from '#core/problem.ts';

export interface DecodedText {
  readonly text: string;
  /** "UTF-8", "UTF-16", or a Baltic code page that was recognised. */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'windows-1257';
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Letters outside ASCII that are written as UTF-8 does, against bytes that are not. */
const countSequences = (bytes: Uint8Array): { readonly good: number; readonly broken: number } => {
  let [good, broken] = [0, 0];
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    const isWhole =
      more > 0 && Array.from({ length: more }).every((_, k) => isContinuation(bytes[i + k + 1]));
    if (isWhole) {
      good += 1;
      i += more;
    } else broken += 1;
  }
  return { good, broken };
};

/**
 * The text of an official file: UTF-8 or UTF-16 with or without byte order mark, or the Baltic code page windows-1257
 * (letters at the same places as in ISO 8859-13). A UTF-8 text with a few broken bytes stays one: their places hold
 * U+FFFD, so that the rows concerned can be named.
 *
 * @throws Problem `bad-import` for a file that is no text.
 */
export const decodeOfficial = (bytes: Uint8Array, fileName: string): DecodedText => {
  const [first = 0, second = 0] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide) {
    const label = first === 0xff ? 'utf-16le' : 'utf-16be';
    return { text: checkText(new TextDecoder(label).decode(bytes), fileName), encoding: 'UTF-16' };
  }
  const { good, broken } = countSequences(bytes);
  const encoding = broken === 0 || good > broken ? 'UTF-8' : 'windows-1257';
  return { text: checkText(new TextDecoder(encoding).decode(bytes), fileName), encoding };
};

const checkText = (text: string, fileName: string): string => {
  const nul = text.indexOf('\0');
  if (nul < 0) return text;
  const row = text.slice(0, nul).split('\n').length;
  throw new Problem('bad-import', {
    faults: [{ field: fileName, row, fault: 'malformed', value: '\\0', expected: 'CSV' }],
  });
};
