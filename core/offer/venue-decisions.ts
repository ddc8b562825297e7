/** A row as a person saw it when deciding. */
export interface DecidedRow {
  readonly id: string;
  readonly list: string;
  readonly nameLv: string;
}

/** What a person says of two rows. `keep` is the id of the one that stands for both, where they are one place. */
export interface VenueDecision {
  /** 1-based line of the file. */
  readonly row: number;
  readonly decision: 'same' | 'different';
  readonly one: DecidedRow;
  readonly other: DecidedRow;
  readonly keep: string;
}

/** All decisions of a file, made to agree with each other. */
export interface VenueDecisions {
  /** Rows that are one place, the one to show first; when it is gone, the next one is shown. */
  readonly places: readonly (readonly DecidedRow[])[];
  readonly apart: readonly (readonly [DecidedRow, DecidedRow])[];
}

/** Two decisions that cannot both be true. */
export interface Contradiction {
  readonly row: number;
  /** The decision before it that it contradicts. */
  readonly earlier: number;
  readonly about: 'keep' | 'decision';
}

interface Joined {
  readonly members: DecidedRow[];
  readonly rows: number[];
}

/** Joins pairs into places: who is the same as one of them is the same as all. */
const joinPlaces = (decisions: readonly VenueDecision[]): ReadonlyMap<string, Joined> => {
  const placeOf = new Map<string, Joined>();
  for (const { row, one, other } of decisions) {
    const [a, b] = [placeOf.get(one.id), placeOf.get(other.id)];
    const joined: Joined = {
      members: [...(a?.members ?? [one]), ...(a !== undefined && a === b ? [] : (b?.members ?? [other]))],
      rows: [...new Set([...(a?.rows ?? []), ...(b?.rows ?? []), row])],
    };
    for (const { id } of joined.members) placeOf.set(id, joined);
  }
  return placeOf;
};

/**
 * Ids in the order in which they stand for the place: each pair says which of two goes before. Null when the pairs say
 * so in a circle, or leave two that nobody goes before.
 */
const orderOf = (
  members: readonly DecidedRow[],
  pairs: readonly VenueDecision[],
): readonly DecidedRow[] | null => {
  const before = pairs.map(({ keep, one, other }) => [keep, keep === one.id ? other.id : one.id] as const);
  const left = [...members];
  const order: DecidedRow[] = [];
  while (left.length > 0) {
    const ids = new Set(left.map(({ id }) => id));
    const free = left.filter(({ id }) => !before.some(([first, later]) => later === id && ids.has(first)));
    if (free.length === 0 || (order.length === 0 && free.length > 1)) return null;
    for (const row of free) {
      order.push(row);
      left.splice(left.indexOf(row), 1);
    }
  }
  return order;
};

/**
 * Makes places of decisions.
 *
 * @returns also every decision that contradicts an earlier one: a pair judged twice and differently, "different" within
 * one place, or a place for which two rows should stand.
 */
export const agree = (
  decisions: readonly VenueDecision[],
): { readonly decisions: VenueDecisions; readonly contradictions: readonly Contradiction[] } => {
  const same = decisions.filter(({ decision }) => decision === 'same');
  const different = decisions.filter(({ decision }) => decision === 'different');
  const placeOf = joinPlaces(same);
  const contradictions: Contradiction[] = [];
  const apart = new Map<string, readonly [DecidedRow, DecidedRow]>();
  for (const { row, one, other } of different) {
    const place = placeOf.get(one.id);
    if (place !== undefined && place === placeOf.get(other.id)) {
      contradictions.push({ row, earlier: place.rows[0] ?? row, about: 'decision' });
    }
    const pair = one.id < other.id ? ([one, other] as const) : ([other, one] as const);
    apart.set(`${pair[0].id} ${pair[1].id}`, pair);
  }
  const places: (readonly DecidedRow[])[] = [];
  for (const place of new Set(placeOf.values())) {
    const pairs = same.filter(({ one }) => placeOf.get(one.id) === place);
    const order = orderOf(place.members, pairs);
    const last = pairs.at(-1);
    if (order !== null) places.push(order);
    else if (last !== undefined) {
      contradictions.push({ row: last.row, earlier: pairs[0]?.row ?? last.row, about: 'keep' });
    }
  }
  return { decisions: { places, apart: [...apart.values()] }, contradictions };
};
