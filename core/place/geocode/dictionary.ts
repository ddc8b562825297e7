import { editDistance, typosIn, unlike, wordCost } from './likeness.ts';
import { isGeneric, isNumber, weightOf, wordsOf } from './words.ts';

/** Lists of numbers one after the other: list `i` is `items[starts[i]]` up to `items[starts[i + 1]]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** @param pairs of list and item, in the order of the items. */
export const toLists = (count: number, keys: ArrayLike<number>, items: ArrayLike<number>): Lists => {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < keys.length; i += 1) starts[(keys[i] ?? 0) + 1] = (starts[(keys[i] ?? 0) + 1] ?? 0) + 1;
  for (let i = 0; i < count; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const sorted = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? 0;
    sorted[next[key] ?? 0] = items[i] ?? 0;
    next[key] = (next[key] ?? 0) + 1;
  }
  return { starts, items: sorted };
};

/** Every word of the names, in order, and which names have it. */
export interface Dictionary {
  readonly words: readonly string[];
  readonly weights: Float32Array;
  /** 1 for words that hardly say which place is meant. */
  readonly isGeneric: Uint8Array;
  /** Letters of each word as bits. */
  readonly letters: Int32Array;
  /** Words ordered by length: those of length n begin at `lengthStarts[n]`. */
  readonly byLength: Lists;
  /** Word to names. */
  readonly namesOf: Lists;
  /** Null for a word that no name has. */
  numberOf(word: string): number | null;
}

const longest = 63;
const lengthOf = (word: string): number => Math.min(longest, word.length);

/** Digits share the bits above the letters; other alphabets share them too. */
const lettersOf = (word: string): number => {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) {
    const letter = word.charCodeAt(i) - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (word.charCodeAt(i) % 6));
  }
  return bits;
};

const bitsIn = (value: number): number => {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};

export const createDictionary = (names: readonly string[]): Dictionary => {
  const [words, ofName]: [string[], number[]] = [[], []];
  for (const [name, text] of names.entries()) {
    for (const word of new Set(wordsOf(text))) {
      words.push(word);
      ofName.push(name);
    }
  }
  const sorted = [...new Set(words)].sort();
  const places = new Map(sorted.map((word, i) => [word, i]));
  const ids = Int32Array.from(words, (word) => places.get(word) ?? 0);
  const all = Int32Array.from(sorted, (_, i) => i);
  return {
    words: sorted,
    weights: Float32Array.from(sorted, weightOf),
    isGeneric: Uint8Array.from(sorted, (word) => (isGeneric(word) ? 1 : 0)),
    letters: Int32Array.from(sorted, lettersOf),
    byLength: toLists(longest + 1, sorted.map(lengthOf), all),
    namesOf: toLists(sorted.length, ids, ofName),
    numberOf: (word) => places.get(word) ?? null,
  };
};

type Found = (word: number, cost: number) => void;

/** Calls back with every word like the one asked for, and its cost (`wordCost`); some of them twice. */
export const findWords = (dictionary: Dictionary, asked: string, mayGoOn: boolean, found: Found): void => {
  const { words } = dictionary;
  // Words that begin alike, which for a number are those with the same figures.
  const start = isNumber(asked) ? (/^\d+/.exec(asked)?.[0] ?? '') : asked;
  for (let i = firstFrom(words, start); words[i]?.startsWith(start); i += 1) {
    const cost = wordCost(asked, words[i] ?? '', mayGoOn);
    if (cost < unlike) found(i, cost);
  }
  if (!isNumber(asked)) findMisspelt(dictionary, asked, found);
};

/** Only words of about the same length and letters are compared letter by letter. */
const findMisspelt = ({ words, letters, byLength }: Dictionary, asked: string, found: Found): void => {
  const most = typosIn(asked);
  if (most === 0) return;
  const bits = lettersOf(asked);
  const [shortest, largest] = [asked.length - most, asked.length + most].map((n) => Math.min(longest, n));
  const from = byLength.starts[Math.max(0, shortest ?? 0)] ?? 0;
  const to = byLength.starts[(largest ?? 0) + 1] ?? byLength.items.length;
  for (let i = from; i < to; i += 1) {
    const word = byLength.items[i] ?? 0;
    // A wrong letter takes one away and brings one.
    if (bitsIn((letters[word] ?? 0) ^ bits) > 2 * most) continue;
    const known = words[word] ?? '';
    if (editDistance(asked, known, most) > most) continue;
    const cost = wordCost(asked, known, false);
    if (cost < unlike) found(word, cost);
  }
};

const firstFrom = (words: readonly string[], start: string): number => {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return low;
};
