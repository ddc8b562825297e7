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

/** The best so far, in order. */
const createBest = (limit: number) => {
  const best: { score: number; house: number | null; place: number }[] = [];
  return {
    best,
    /** What scores as much or more is not taken any more. */
    threshold: () => (best.length < limit ? worstScore : (best.at(-1)?.score ?? worstScore)),
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
 * where a number is asked for, the numbers in those places.
 */
export const createSearch = (index: OpenIndex) => {
  const ask = createQuestions(index);
  return (asked: Asked, limit: number): readonly Found[] => {
    const question = ask(asked);
    try {
      const scorer = createScorer(index, question);
      const { best, offer, threshold } = createBest(limit);
      each(question.likely, index.placesNamed, (place) => offer(scorer.place(place), null, place));
      for (const { name, least } of byLeast(question, scorer)) {
        if (least >= threshold()) break;
        each([name], index.housesNamed, (house) =>
          offer(scorer.house(house), house, index.housePlace[house] ?? 0),
        );
      }
      if (asked.numbers.includes(true)) {
        for (const { place, least } of placesByLeast(index, question, scorer)) {
          if (least >= threshold()) break;
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

/** Names by the least that any house of theirs may score: once that is too much, the rest is passed over. */
const byLeast = ({ likely }: Question, scorer: Scorer) =>
  likely
    .map((name) => ({ name, least: scorer.leastOfName(name) }))
    .sort((a, b) => a.least - b.least || a.name - b.name);

/** Places with houses, by the least that any number in them may score. */
const placesByLeast = (index: OpenIndex, question: Question, scorer: Scorer) => {
  const found: { readonly place: number; readonly least: number }[] = [];
  each(question.likely, index.placesNamed, (place) => {
    if (index.houseStarts[place] === index.houseStarts[place + 1]) return;
    found.push({ place, least: scorer.leastOfNumber(place) });
  });
  return found.sort((a, b) => a.least - b.least || a.place - b.place);
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
