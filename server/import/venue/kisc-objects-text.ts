import { Problem } from '#core/problem.ts';
import { type CodePage, decodeBaltic } from '../format/baltic-text.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: CodePage;
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
 * The text of an official file: UTF-8 or UTF-16 with or without byte order mark, or a Baltic code page. A UTF-8 text with
 * a few broken bytes stays one: their places hold U+FFFD, so that the rows concerned can be named.
 *
 * @throws Problem `bad-import` for a file that is no text.
 */
export const decodeOfficial = (bytes: Uint8Array, fileName: string): DecodedText => {
  const found = decodeBaltic(bytes);
  if (found !== null) return { text: checkText(found.text, fileName), encoding: found.codePage };
  const { good, broken } = countSequences(bytes);
  if (good <= broken) refuse(fileName, 1, '', 'UTF-8, windows-1257');
  return { text: checkText(new TextDecoder('utf-8').decode(bytes), fileName), encoding: 'UTF-8' };
};

const checkText = (text: string, fileName: string): string => {
  const nul = text.indexOf('\0');
  if (nul >= 0) refuse(fileName, text.slice(0, nul).split('\n').length, '\\0', 'CSV');
  return text;
};

const refuse = (field: string, row: number, value: string, expected: string): never => {
  throw new Problem('bad-import', { faults: [{ field, row, fault: 'malformed', value, expected }] });
};
