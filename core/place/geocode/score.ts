import { unlike } from './likeness.ts';
import type { OpenIndex } from './open-index.ts';
import { type Question, stride } from './question.ts';

/** Weight of the words of its own name that nobody asked for. */
const ownShare = 0.5;
/** For each place around it of which nobody spoke: of two that fit, the one with fewer is meant. */
const aroundShare = 0.02;
/** Worse than this is no answer. */
export const worstScore = 0.6;

/** Scores entries of one index by one question; 0 is all that was asked and nothing besides. */
export interface Scorer {
  place(place: number): number;
  /** No number right in this place scores less. */
  leastOfNumber(place: number): number;
  house(house: number): number;
  /** No house of this name, wherever it lies, scores less. */
  leastOfName(name: number): number;
  /** Cost of asked word `i` in a place and all around it. */
  costInPlace(place: number, i: number): number;
  costInHouse(house: number, i: number): number;
}

export const createScorer = (index: OpenIndex, question: Question): Scorer => {
  const { asked, costs, missed } = question;
  const { weights, postcodes } = asked;
  const count = asked.words.length;
  const { rowOf, rows, least, sums, numberSums, around } = readPlaces(index, question);
  const { placeName, placeParent, houseName, housePlace, ownWeight, isNumbered } = index;
  const hasPostcode = postcodes.some((postcode) => postcode !== null);
  const allWeight = weights.reduce((sum, weight) => sum + weight, 0) || 1;

  const costInPlace = (place: number, i: number) => rows[(rowOf[place] ?? 0) * count + i] ?? unlike;
  const costInHouse = (house: number, i: number): number => {
    const postcode = postcodes[i];
    if (typeof postcode === 'number') return index.housePostcode[house] === postcode ? 0 : unlike;
    return Math.min(
      costs[(houseName[house] ?? 0) * stride + i] ?? unlike,
      costInPlace(housePlace[house] ?? 0, i),
    );
  };
  const aroundCost = (place: number) => (place < 0 ? 0 : (around[place] ?? 0)) * aroundShare;
  const ownCost = (place: number): number => {
    const name = placeName[place] ?? 0;
    return (ownShare * (missed[name] ?? 0)) / (ownWeight[name] || 1) + aroundCost(placeParent[place] ?? -1);
  };
  /** What the name of a house, and its postcode, spare of what its place costs. */
  const spared = (house: number, row: number): number => {
    const own = (houseName[house] ?? 0) * stride;
    let sum = 0;
    for (let i = 0; i < count; i += 1) {
      const there = rows[row + i] ?? unlike;
      const cost = costs[own + i] ?? unlike;
      if (cost < there) sum += (there - cost) * (weights[i] ?? 0);
    }
    if (!hasPostcode) return sum;
    for (let i = 0; i < count; i += 1) {
      if (postcodes[i] === index.housePostcode[house]) sum += weights[i] ?? 0;
    }
    return sum;
  };
  const house = (at: number): number => {
    const name = houseName[at] ?? 0;
    const place = housePlace[at] ?? 0;
    const row = rowOf[place] ?? 0;
    const asking = ((sums[row] ?? 0) - spared(at, row * count)) / allWeight;
    if (isNumbered[name] === 0)
      return asking + (ownShare * (missed[name] ?? 0)) / (ownWeight[name] || 1) + aroundCost(place);
    // A number alone says nothing: its street is part of its name.
    const street = placeName[place] ?? 0;
    const own = (ownWeight[name] ?? 0) + (ownWeight[street] ?? 0);
    const miss = (missed[name] ?? 0) + (missed[street] ?? 0);
    return asking + (ownShare * miss) / (own || 1) + aroundCost(placeParent[place] ?? -1);
  };
  const leastOfName = (name: number): number => {
    let sum = 0;
    for (let i = 0; i < count; i += 1) {
      if (typeof postcodes[i] === 'number') continue;
      sum += Math.min(costs[name * stride + i] ?? unlike, least[i] ?? unlike) * (weights[i] ?? 0);
    }
    // What a numbered house lacks may be a small part of what it and its street have together.
    const own = isNumbered[name] === 1 ? 0 : (missed[name] ?? 0) / (ownWeight[name] || 1);
    return sum / allWeight + ownShare * own;
  };
  return {
    leastOfName,
    place: (place) => (sums[rowOf[place] ?? 0] ?? 0) / allWeight + ownCost(place),
    leastOfNumber: (place) => {
      const name = placeName[place] ?? 0;
      const own = (ownWeight[name] ?? 0) + index.heaviestNumber;
      return (
        (numberSums[rowOf[place] ?? 0] ?? 0) / allWeight +
        (ownShare * (missed[name] ?? 0)) / (own || 1) +
        aroundCost(placeParent[place] ?? -1)
      );
    },
    house,
    costInPlace,
    costInHouse,
  };
};

/** More than there are kinds of names, few enough that pairs with rows are whole numbers. */
const manyKinds = 2 ** 24;

interface PlaceCosts {
  /**
   * Places of which nobody spoke share the row of the place around them, others with what was said alike in the same
   * place; row 0 is that of nothing said.
   */
  readonly rowOf: Int32Array;
  /** Lowest cost of each asked word in a place or around it, at `row * words + i`. */
  readonly rows: readonly number[];
  /** Lowest cost of each asked word in any place. */
  readonly least: readonly number[];
  /** Each row weighted and added up, with and without what the house itself may have: number and postcode. */
  readonly sums: readonly number[];
  readonly numberSums: readonly number[];
  /** How many places nobody spoke of, from this one outwards. */
  readonly around: Uint8Array;
}

const readPlaces = (index: OpenIndex, { asked, costs, kindOf, isLikely }: Question): PlaceCosts => {
  const { placeName, placeParent } = index;
  const count = asked.words.length;
  const rowOf = new Int32Array(placeName.length);
  const around = new Uint8Array(placeName.length);
  const rows = asked.words.map((): number => unlike);
  const sharedRows = new Map<number, number>();
  for (let place = 0; place < placeName.length; place += 1) {
    const parent = placeParent[place] ?? -1;
    const name = placeName[place] ?? 0;
    around[place] = (parent < 0 ? 0 : (around[parent] ?? 0)) + (isLikely[name] === 1 ? 0 : 1);
    const outer = parent < 0 ? 0 : (rowOf[parent] ?? 0);
    const kind = kindOf[name] ?? 0;
    const shared = kind === 0 ? outer : sharedRows.get(outer * manyKinds + kind);
    rowOf[place] = shared ?? rows.length / count;
    if (shared !== undefined) continue;
    sharedRows.set(outer * manyKinds + kind, rows.length / count);
    for (let i = 0; i < count; i += 1) {
      rows.push(Math.min(costs[name * stride + i] ?? unlike, rows[outer * count + i] ?? unlike));
    }
  }
  const least = asked.words.map((): number => unlike);
  const [sums, numberSums]: [number[], number[]] = [[], []];
  for (let row = 0; row < rows.length; row += count) {
    let [all, unnumbered] = [0, 0];
    for (let i = 0; i < count; i += 1) {
      const lowest = rows[row + i] ?? unlike;
      if (lowest < (least[i] ?? unlike)) least[i] = lowest;
      const cost = lowest * (asked.weights[i] ?? 0);
      all += cost;
      if (!asked.numbers[i] && asked.postcodes[i] === null) unnumbered += cost;
    }
    sums.push(all);
    numberSums.push(unnumbered);
  }
  return { rowOf, rows, least, sums, numberSums, around };
};
