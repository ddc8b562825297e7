/** How a person's file was written. */
export type CodePage = 'UTF-8' | 'UTF-16' | 'windows-1257' | 'ISO-8859-13';

export interface BalticText {
  readonly text: string;
  readonly codePage: CodePage;
}

const latvianLetters = new Set('āčēģīķļņōŗšūžĀČĒĢĪĶĻŅŌŖŠŪŽ');

/** Of the letters beyond ASCII so many must be Latvian, or the code page is another one. */
const latvianShare = 0.7;

/** The two pages differ in quotation marks only: 80-9F are signs in the one and controls in the other. */
const baltic = (bytes: Uint8Array): Exclude<CodePage, 'UTF-8' | 'UTF-16'> =>
  !bytes.some((byte) => byte >= 0x80 && byte < 0xa0) &&
  bytes.some((byte) => byte === 0xa1 || byte === 0xa5 || byte === 0xb4 || byte === 0xff)
    ? 'ISO-8859-13'
    : 'windows-1257';

const looksLatvian = (text: string): boolean => {
  const letters = text.match(/[^\P{L}A-Za-z]/gu) ?? [];
  const latvian = letters.filter((letter) => latvianLetters.has(letter));
  return !/[\u0080-\u009f\ufffd]/.test(text) && latvian.length >= letters.length * latvianShare;
};

const utf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
};

/**
 * The text of a file that a person made: UTF-8, UTF-16 by its byte order mark or, when it is neither and reads as
 * Latvian, a Baltic code page. Null when none of them fits: a text is never guessed.
 */
export const decodeBaltic = (bytes: Uint8Array): BalticText | null => {
  const wide = utf16(bytes);
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), codePage: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), codePage: 'UTF-8' };
  } catch {
    const codePage = baltic(bytes);
    const text = new TextDecoder(codePage).decode(bytes);
    return looksLatvian(text) ? { text, codePage } : null;
  }
};

/** 1-based line on which UTF-8 breaks off. */
export const firstBrokenLine = (bytes: Uint8Array): number =>
  new TextDecoder('utf-8').decode(bytes).split('\ufffd')[0]?.split('\n').length ?? 1;
