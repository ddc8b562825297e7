/** Short forms as people and registers write them. */
const shortForms: ReadonlyMap<string, string> = new Map([
  ['pag', 'pagasts'],
  ['pagasta', 'pagasts'],
  ['nov', 'novads'],
  ['novada', 'novads'],
  ['iel', 'iela'],
  ['ielas', 'iela'],
  ['c', 'ciems'],
  ['bulv', 'bulvaris'],
  ['prosp', 'prospekts'],
  ['lauk', 'laukums'],
]);

/** Words that say what kind of thing a name is, and hardly which one. */
const generic: ReadonlySet<string> = new Set([
  'iela',
  'pagasts',
  'novads',
  'ciems',
  'bulvaris',
  'prospekts',
  'laukums',
  'pilseta',
  'lv',
]);

const isPostcode = (word: string): boolean => /^lv\d{4}$/.test(word);

/** Whether a word says little about which place is meant: "iela", "pagasts", a postcode. */
export const isGeneric = (word: string): boolean => generic.has(word) || isPostcode(word);

/** A word of a kind of place weighs so much of a word of a name. */
export const weightOf = (word: string): number => (isGeneric(word) ? 0.25 : 1);

/** A house number, with what may follow it: "7", "7a", "7k2", "7/9", "7-12". */
export const isNumber = (word: string): boolean => {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57;
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** "7 A" is "7a", "7 k-2" and "7 korp. 2" are "7k2", "7 / 9" is "7/9"; "LV 3101" is "lv3101". */
const joinNumbers = (text: string): string =>
  text
    .replace(/\blv[\s-]*(\d{4})\b/g, 'lv$1')
    .replace(/(\d[a-z]?)\s*\bk(?:orp(?:uss)?)?\b\.?\s*-?\s*(\d+)/g, '$1k$2')
    .replace(/(\d[a-z]?)k\s*-\s*(\d+)/g, '$1k$2')
    .replace(/(\d)\s+([a-z])(?![\p{L}\p{N}])/gu, '$1$2')
    .replace(/(\d[a-z]?)\s*\/\s*(?=\d)/g, '$1/');

/**
 * The words of a name or a question, folded: lower case, no diacritics, quotes or commas, short forms written
 * out, house numbers in one piece. The same for what is searched and for what is asked.
 */
export const wordsOf = (text: string): readonly string[] =>
  (joinNumbers(plain(text)).match(/\d[\p{L}\p{N}]*(?:[/-]\d[\p{L}\p{N}]*)*|[\p{L}\p{N}]+/gu) ?? []).map(
    (word) => shortForms.get(word) ?? word,
  );
