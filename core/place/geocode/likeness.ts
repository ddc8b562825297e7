import { isNumber } from './words.ts';

/** Cost of a word that nothing is like. All costs are from 0 (the same) to 1. */
export const unlike = 1;

const typoCosts = [0, 0.35, 0.6] as const;

/** So many wrong letters are forgiven in a word of this length. */
export const typosIn = (word: string): number => {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
};

type Rows = readonly [Uint16Array, Uint16Array, Uint16Array];
const rowsOf = (width: number): Rows => [
  new Uint16Array(width),
  new Uint16Array(width),
  new Uint16Array(width),
];
/** Thousands of words are compared for one question: their rows are kept. */
const keptRows = rowsOf(128);
const rowsFor = (width: number): Rows => (width <= 128 ? keptRows : rowsOf(width));

/**
 * Letters to insert, drop, replace or swap with a neighbour to make one word the other (optimal string alignment);
 * `most + 1` where it takes more than `most`.
 */
export const editDistance = (a: string, b: string, most: number): number => {
  const width = b.length + 1;
  let [before, above, row] = rowsFor(width);
  for (let j = 0; j < width; j += 1) above[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j < width; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwap =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[width - 1] ?? 0, most + 1);
};

const digitsOf = (number: string): string => /^\d+/.exec(number)?.[0] ?? '';
const withoutFlat = (number: string): string => number.replace(/-\d+$/, '');

/**
 * House numbers are never misspelt, but may lack or have a letter, a building or a flat: "7" is like "7a".
 * @param mayGoOn whether the reader may not have finished: "1" may become "12".
 */
const numberCost = (asked: string, known: string, mayGoOn: boolean): number => {
  if (asked === known) return 0;
  if (withoutFlat(asked) === known) return 0.05;
  if (digitsOf(asked) !== digitsOf(known)) return mayGoOn && known.startsWith(asked) ? 0.7 : unlike;
  if (known.startsWith(asked)) return 0.3;
  return asked.startsWith(known) ? 0.45 : 0.5;
};

const prefixCost = (asked: string, known: string): number =>
  asked.length >= 2 && known.startsWith(asked) ? 0.1 + 0.3 * (1 - asked.length / known.length) : unlike;

const typoCost = (asked: string, known: string): number => {
  const most = typosIn(asked);
  if (most === 0 || Math.abs(asked.length - known.length) > most) return unlike;
  const typos = editDistance(asked, known, most);
  return typos > most ? unlike : (typoCosts[typos] ?? unlike);
};

/** How unlike a known word is to the one asked for: 0 the same, {@link unlike} something else. */
export const wordCost = (asked: string, known: string, mayGoOn: boolean): number => {
  if (asked === known) return 0;
  if (isNumber(asked) !== isNumber(known)) return unlike;
  if (isNumber(asked)) return numberCost(asked, known, mayGoOn);
  return Math.min(prefixCost(asked, known), typoCost(asked, known));
};
