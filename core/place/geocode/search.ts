import type { OpenIndex } from './open-index.ts';
import { type Asked, createQuestions, type Question } from './question.ts';
import { createScorer, type Scorer, worstScore } from './score.ts';

/** A place or a house of an index, by number. */
export interface Found {
  readonly score: number;
  readonly house: number | null;
  readonly place: number;
  /** Words asked for that nothing in it is like. */
  readonly unmatched: readonly string[];
  /** Cost of the house number; null where none was asked for or the house has none. */
  readonly numberCost: number | null;
}

/** Streets and villages so much worse than the best are not looked into for a house number. */
const lookIntoMargin = 0.25;
const mostLookedInto = 500;

/** The best so far, in order. */
const createBest = (limit: number) => {
  const best: { score: number; house: number | null; place: number }[] = [];
  return {
    best,
    offer(score: number, house: number | null, place: number) {
      if (score > worstScore) return;
      if (best.length === limit && score >= (best.at(-1)?.score ?? 0)) return;
      let at = best.length;
      while (at > 0 && (best[at - 1]?.score ?? 0) > score) at -= 1;
      best.splice(at, 0, { score, house, place });
      if (best.length > limit) best.pop();
    },
  };
};

/** Calls back with each item of the lists of these names. */
const each = (
  names: Iterable<number>,
  { starts, items }: OpenIndex['housesNamed'],
  use: (item: number) => void,
) => {
  for (const name of names) {
    for (let at = starts[name] ?? 0; at < (starts[name + 1] ?? 0); at += 1) use(items[at] ?? 0);
  }
};

/**
 * Searches one index. Looked at are the places that have something of a word asked for, the houses named so and,
 * where a number is asked for, the numbers in the best of those places.
 */
export const createSearch = (index: OpenIndex) => {
  const ask = createQuestions(index);
  return (asked: Asked, limit: number): readonly Found[] => {
    const question = ask(asked);
    try {
      const scorer = createScorer(index, question);
      const { best, offer } = createBest(limit);
      each(question.likely, index.placesNamed, (place) => offer(scorer.place(place), null, place));
      each(question.likely, index.housesNamed, (house) =>
        offer(scorer.house(house), house, index.housePlace[house] ?? 0),
      );
      if (asked.numbers.includes(true)) {
        for (const place of placesToLookInto(index, question, scorer)) {
          const end = index.houseStarts[place + 1] ?? 0;
          for (let house = index.houseStarts[place] ?? 0; house < end; house += 1) {
            if (index.isNumbered[index.houseName[house] ?? 0] === 1) offer(scorer.house(house), house, place);
          }
        }
      }
      return best.map((one) => describe(one, asked, scorer));
    } finally {
      question.clear();
    }
  };
};

const placesToLookInto = (index: OpenIndex, question: Question, scorer: Scorer): readonly number[] => {
  const scored: { readonly place: number; readonly score: number }[] = [];
  each(question.likely, index.placesNamed, (place) => {
    if (index.houseStarts[place] === index.houseStarts[place + 1]) return;
    scored.push({ place, score: scorer.placeOfNumber(place) });
  });
  const least = scored.reduce((low, { score }) => Math.min(low, score), Number.POSITIVE_INFINITY);
  return scored
    .filter(({ score }) => score <= least + lookIntoMargin)
    .sort((a, b) => a.score - b.score)
    .slice(0, mostLookedInto)
    .map(({ place }) => place);
};

const describe = (
  { score, house, place }: { score: number; house: number | null; place: number },
  asked: Asked,
  scorer: Scorer,
): Found => {
  const costs = asked.words.map((_, i) =>
    house === null ? scorer.costInPlace(place, i) : scorer.costInHouse(house, i),
  );
  const numbers = costs.filter((_, i) => asked.numbers[i]);
  return {
    score,
    house,
    place,
    unmatched: asked.words.filter((_, i) => (costs[i] ?? 1) >= 1),
    numberCost: numbers.length === 0 ? null : Math.min(...numbers),
  };
};
