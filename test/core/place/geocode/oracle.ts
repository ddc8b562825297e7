import type { Address } from '#core/place/address.ts';
import { unlike, wordCost } from '#core/place/geocode/likeness.ts';
import { isGeneric, isNumber, weightOf, wordsOf } from '#core/place/geocode/words.ts';

/*
 * The method of docs/methods/geocoding.md, word for word: every address and every place is scored, nothing is looked up,
 * nothing shared and nothing passed over.
 */

interface Entry {
  readonly own: readonly string[];
  /** Names around it, each in words. */
  readonly around: readonly (readonly string[])[];
  /** Own or around: where words are looked for. */
  readonly all: readonly (readonly string[])[];
  readonly postcode: string | null;
  /** A number is looked for in a place of which something was said. */
  readonly needs: readonly string[] | null;
  readonly isNumbered: boolean;
}

const entriesOf = (addresses: readonly Address[]): readonly Entry[] => {
  const entries = new Map<string, Entry>();
  for (const { street, village, unit, municipality, name, postcode } of addresses) {
    const chain = [street, village, unit, municipality]
      .filter((one) => one !== null)
      .map((one) => wordsOf(one));
    for (let from = 0; from < chain.length; from += 1) {
      const [own = [], ...around] = chain.slice(from);
      entries.set(JSON.stringify([own, around]), {
        own,
        around,
        all: [own, ...around],
        postcode: null,
        needs: null,
        isNumbered: false,
      });
    }
    const words = wordsOf(name);
    const isNumbered = isNumber(name);
    const [street1 = [], ...rest] = chain;
    entries.set(JSON.stringify([words, chain, 'house']), {
      own: isNumbered ? [...words, ...street1] : words,
      around: isNumbered ? rest : chain,
      all: [words, ...chain],
      postcode: postcode === null ? null : postcode.toLowerCase().replace('-', ''),
      needs: isNumbered ? street1 : words,
      isNumbered,
    });
  }
  return [...entries.values()];
};

export const createOracle = (addresses: readonly Address[]) => {
  const entries = entriesOf(addresses);
  /** Score of the best; 0.6 where nothing is good enough. */
  return (text: string): number => {
    const asked = [...new Set(wordsOf(text))].slice(0, 12);
    const joined = asked.map((word, i) => {
      const next = asked[i + 1];
      return next === undefined || isNumber(word) || isNumber(next) ? null : word + next;
    });
    const cost = (i: number, known: string): number => {
      const plain = wordCost(asked[i] ?? '', known, i === asked.length - 1);
      const isJoined = joined[i] === known || (i > 0 && joined[i - 1] === known);
      return isJoined ? Math.min(plain, 0.1) : plain;
    };
    const isLike = (known: string) => asked.some((_, i) => cost(i, known) < unlike);
    const says = (name: readonly string[]) =>
      name.some(
        (known) => !isGeneric(known) && asked.some((word, i) => !isNumber(word) && cost(i, known) < unlike),
      );
    const weight = asked.reduce((sum, word) => sum + weightOf(word), 0) || 1;
    const scoreOf = ({ own, around, all, postcode }: Entry): number => {
      let sum = 0;
      for (const [i, word] of asked.entries()) {
        const known = all.flat().map((one) => cost(i, one));
        if (postcode !== null && /^lv\d{4}$/.test(word))
          known.splice(0, known.length, word === postcode ? 0 : unlike);
        sum += Math.min(unlike, ...known) * weightOf(word);
      }
      const words = own.reduce((all, word) => all + weightOf(word), 0) || 1;
      const missed = own.reduce((all, word) => (isLike(word) ? all : all + weightOf(word)), 0);
      return sum / weight + (0.5 * missed) / words + 0.02 * around.filter((name) => !says(name)).length;
    };
    const hasNumber = asked.some(isNumber);
    const looked = entries.filter(
      ({ isNumbered, needs, own }) => says(needs ?? own) && (hasNumber || !isNumbered),
    );
    const best = Math.min(...looked.map(scoreOf));
    return Math.min(best, 0.6);
  };
};
