/** Short forms of official Latvian names, written out so that "Slampes pag." finds "Slampes pagasts". */
const shortForms: ReadonlyMap<string, string> = new Map([
  ['pag', 'pagasts'],
  ['nov', 'novads'],
  ['kn', 'kulturas nams'],
  ['kc', 'kulturas centrs'],
  ['tn', 'tautas nams'],
]);

/**
 * Text reduced for searching: lower case, no diacritics, no punctuation, short forms written out.
 * "Kandāvas KN" becomes "kandavas kulturas nams". Folding twice changes nothing.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => shortForms.get(word) ?? word)
    .join(' ');

/** Text as an identifier of `[a-z0-9-]`: "Slampes Kultūras pils" becomes "slampes-kulturas-pils". */
export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** Consonants that Latvian sorts as letters of their own, after the plain one. */
const ownLetters = 'čģķļņŗšž';

const primary = (letter: string): string => {
  if (letter === 'y') return 'i~';
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return ownLetters.includes(letter) ? `${base}~~` : base;
};

/**
 * Key that puts names in Latvian order when compared code unit by code unit (PostgreSQL's "C"), because
 * the embedded database has no Latvian collation: č after c, y after i, long vowels as short ones at first sight.
 */
export const latvianSortKey = (text: string): string => {
  const letters = [
    ...text
      .normalize('NFC')
      .toLowerCase()
      .replace(/["„“”«»']/g, '')
      .trim(),
  ];
  const first = letters.map(primary).join('');
  const second = letters.map((letter) => (primary(letter) === letter ? '.' : letter)).join('');
  return `${first}\u0001${second}`;
};
