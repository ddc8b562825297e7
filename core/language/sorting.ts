import type { Language } from './routes.ts';

/**
 * The Latvian alphabet (33 letters), with q, w, x, y kept where Latin readers look for them. Written out,
 * because neither the embedded database nor every ICU build sorts Latvian: č comes after every c.
 */
const alphabet = 'aābcčdeēfgģhiījkķlļmnņopqrsštuūvwxyzž';

const ranks = new Map([...alphabet].map((letter, rank) => [letter, 100 + rank]));

/** Letters rank by the alphabet; digits and signs before them; foreign letters by their base letter. */
const rank = (letter: string): number => {
  const own = ranks.get(letter);
  if (own !== undefined) return own;
  const base = letter.normalize('NFD').charAt(0);
  return ranks.get(base) ?? Math.min(letter.codePointAt(0) ?? 0, 99);
};

const compareRanks = (a: string, b: string): number => {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = rank(left[i] ?? '') - rank(right[i] ?? '');
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

const english = new Intl.Collator('en-GB', { numeric: true });

/**
 * Compares names the way a reader of the language expects; for `Array.prototype.sort`.
 * Both ways are total orders: equal only for equal texts.
 */
export const compareNames = (language: Language, a: string, b: string): number => {
  const byLetters =
    language === 'lv'
      ? compareRanks(a.normalize('NFC').toLowerCase(), b.normalize('NFC').toLowerCase())
      : english.compare(a, b);
  if (byLetters !== 0) return byLetters;
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** For finding, not for showing: small letters without marks, so that "kandava" finds "Kandāva". */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
