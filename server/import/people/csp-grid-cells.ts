import type { Findings } from '#core/findings.ts';
import { cellIdOf, kilometreMetres, type SquareMetres } from '#core/place/cell.ts';
import { fromLks92 } from '#core/place/lks92.ts';
import { rangeOf } from '#core/place/small-counts.ts';
import type { Lks92 } from '#core/place/units.ts';
import type { CellDraft } from './cell-places.ts';
import type { CountedSquare, Squares } from './csp-grid-squares.ts';

/** What the small squares say of one square kilometre. */
interface Inside {
  people: number;
  smallCounts: number;
  /** Sums of middles, weighted by residents, in metres. */
  east: number;
  north: number;
}

const keyOf = ({ east, north }: Lks92): string =>
  `${Math.floor(east / kilometreMetres) * kilometreMetres} ${Math.floor(north / kilometreMetres) * kilometreMetres}`;

const middleOf = ({ corner }: CountedSquare, metres: SquareMetres): Lks92 => ({
  east: corner.east + metres / 2,
  north: corner.north + metres / 2,
});

/** 100 m squares summed by square kilometre. */
const sumByKilometre = (hundreds: Squares): ReadonlyMap<string, Inside> => {
  const sums = new Map<string, Inside>();
  for (const square of hundreds.inRegion.values()) {
    const key = keyOf(square.corner);
    const sum = sums.get(key) ?? { people: 0, smallCounts: 0, east: 0, north: 0 };
    const middle = middleOf(square, 100);
    sum.people += square.people;
    sum.smallCounts += square.smallCounts;
    sum.east += middle.east * square.people;
    sum.north += middle.north * square.people;
    sums.set(key, sum);
  }
  return sums;
};

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

const draftOf = (
  corner: Lks92,
  people: number,
  smallCounts: number,
  inside: Inside | undefined,
): CellDraft => {
  const at =
    inside === undefined
      ? { east: corner.east + kilometreMetres / 2, north: corner.north + kilometreMetres / 2 }
      : { east: inside.east / inside.people, north: inside.north / inside.people };
  const [lon, lat] = fromLks92(at);
  return {
    id: cellIdOf(corner),
    people,
    ...(smallCounts === 0 ? {} : { smallCounts }),
    centre: [round(lon), round(lat)],
    confidence:
      inside === undefined ? 'official count' : 'official count; homes at the mean place of the 100 m cells',
  };
};

/** Counts of the two files that cannot be of the same day. */
const compare = (id: string, square: CountedSquare, inside: Inside, findings: Findings): void => {
  const small = rangeOf(inside.people, inside.smallCounts);
  const whole = rangeOf(square.people, square.smallCounts);
  if (whole.most >= small.least && whole.least <= small.most) return;
  const values = { id, people: square.people, least: small.least, most: small.most };
  findings.add({ code: 'grids-disagree', row: square.row, values });
};

/**
 * Square kilometres with their residents. Where both files are there, the 1 km file says how many and the 100 m
 * file where in the square they live: far fewer counts of the 1 km file have been made a 5.
 */
export const kilometreCells = (
  kilometres: Squares | null,
  hundreds: Squares | null,
  findings: Findings,
): readonly CellDraft[] => {
  const insides = hundreds === null ? new Map<string, Inside>() : sumByKilometre(hundreds);
  if (kilometres === null) {
    return [...insides].map(([key, inside]) => {
      const [east = 0, north = 0] = key.split(' ').map(Number);
      return draftOf({ east, north }, inside.people, inside.smallCounts, inside);
    });
  }
  const drafts = [...kilometres.inRegion].map(([key, square]) => {
    const inside = insides.get(key);
    const draft = draftOf(square.corner, square.people, square.smallCounts, inside);
    if (inside !== undefined) compare(draft.id, square, inside, findings);
    return draft;
  });
  const orphans = [...insides].filter(([key]) => !kilometres.inRegion.has(key));
  if (orphans.length > 0) {
    const people = orphans.reduce((sum, [, inside]) => sum + inside.people, 0);
    findings.add({
      code: 'hundreds-without-kilometre',
      effect: 'dropped',
      values: { count: orphans.length, people },
    });
  }
  return drafts;
};
