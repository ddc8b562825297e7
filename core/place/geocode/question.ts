import { type Dictionary, findWords } from './dictionary.ts';
import { unlike } from './likeness.ts';
import type { OpenIndex } from './open-index.ts';
import { isNumber, weightOf, wordsOf } from './words.ts';

/** More words than any address has; the rest of a longer text is not read. */
const mostWords = 12;
/** Entries of `Question.costs` for a name. */
export const stride = mostWords;

/** Put together, two words may be one name: "Vec Ozoli". */
const joinCost = 0.1;

/** A text in words, before it meets an index. */
export interface Asked {
  readonly words: readonly string[];
  readonly weights: readonly number[];
  /** Which are house numbers. */
  readonly numbers: readonly boolean[];
  /** Digits of a postcode for the words that are one. */
  readonly postcodes: readonly (number | null)[];
}

export const askedOf = (text: string): Asked => {
  const words = [...new Set(wordsOf(text))].slice(0, mostWords);
  return {
    words,
    weights: words.map(weightOf),
    numbers: words.map(isNumber),
    postcodes: words.map((word) => (/^lv\d{4}$/.test(word) ? Number(word.slice(2)) : null)),
  };
};

/** What each word asked for costs in each name of an index. */
export interface Question {
  readonly asked: Asked;
  /** Cost of asked word `i` in name `n`, at `n * stride + i`. */
  readonly costs: Float32Array;
  /** Weight of the words of each name that nobody asked for. */
  readonly missed: Float32Array;
  /** Names with something of a word that says which place; 1 for those in `isLikely`. */
  readonly likely: readonly number[];
  readonly isLikely: Uint8Array;
  /** Names with the same costs have the same one; 0 for those with nothing of what was asked for. */
  readonly kindOf: Int32Array;
  /** Takes the marks back, so that the arrays serve the next question. */
  clear(): void;
}

type Found = (i: number, word: number, cost: number) => void;

/** Every word of the dictionary that one of those asked for is like, also two of them put together. */
const findAll = (dictionary: Dictionary, { words, numbers }: Asked, found: Found): void => {
  for (const [i, word] of words.entries()) {
    const isLast = i === words.length - 1;
    findWords(dictionary, word, isLast, (one, cost) => found(i, one, cost));
    const next = words[i + 1];
    if (next === undefined || numbers[i] || numbers[i + 1]) continue;
    const joined = dictionary.numberOf(word + next);
    if (joined === null) continue;
    found(i, joined, joinCost);
    found(i + 1, joined, joinCost);
  }
};

/** Numbers what was marked in a name, mark by mark: most streets have nothing but "iela". */
const createKinds = () => {
  const steps = new Map<number, number>();
  const costs = new Map<number, number>();
  return {
    after(kind: number, i: number, cost: number): number {
      const nth = costs.get(cost) ?? costs.size;
      costs.set(cost, nth);
      const key = (kind * stride + i) * 65_536 + nth;
      const known = steps.get(key) ?? steps.size + 1;
      steps.set(key, known);
      return known;
    },
  };
};

/** Makes questions to one index, one at a time, in arrays that are kept. */
export const createQuestions = ({ dictionary, names, ownWeight }: OpenIndex) => {
  const costs = new Float32Array(names.length * stride).fill(unlike);
  const missed = ownWeight.slice();
  const isLikely = new Uint8Array(names.length);
  const kindOf = new Int32Array(names.length);
  const isSaid = new Uint8Array(dictionary.words.length);
  const { starts, items } = dictionary.namesOf;
  return (asked: Asked): Question => {
    const kinds = createKinds();
    const [touched, likely, said]: [number[], number[], number[]] = [[], [], []];
    findAll(dictionary, asked, (i, word, cost) => {
      const says = dictionary.isGeneric[word] === 0 && !asked.numbers[i];
      const isNew = isSaid[word] === 0;
      if (isNew) said.push(word);
      isSaid[word] = 1;
      for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at += 1) {
        const name = items[at] ?? 0;
        const place = name * stride + i;
        if (isNew) missed[name] = (missed[name] ?? 0) - (dictionary.weights[word] ?? 0);
        const kind = kindOf[name] ?? 0;
        if (kind === 0) touched.push(name);
        if (cost < (costs[place] ?? 0)) {
          costs[place] = cost;
          kindOf[name] = kinds.after(kind, i, cost);
        }
        if (!says || isLikely[name] === 1) continue;
        isLikely[name] = 1;
        likely.push(name);
      }
    });
    const clear = () => {
      for (const word of said) isSaid[word] = 0;
      for (const name of touched) {
        costs.fill(unlike, name * stride, name * stride + stride);
        missed[name] = ownWeight[name] ?? 0;
        isLikely[name] = 0;
        kindOf[name] = 0;
      }
    };
    return { asked, costs, missed, likely, isLikely, kindOf, clear };
  };
};
