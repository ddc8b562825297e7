import type { SamePlace, SameReason } from './same-place.ts';
import type { DecidedRow, VenueDecisions } from './venue-decisions.ts';

/** Two rows that may be one place, as they are told: the first is the one to keep, if they are. */
export interface SuggestedPair {
  readonly keep: DecidedRow;
  readonly other: DecidedRow;
  /** Metres between their points; null where one has none. */
  readonly distanceMetres: number | null;
  /** 0 to 1: how sure the comparison is, no probability. */
  readonly score: number;
  readonly reasons: readonly SameReason[];
}

/** What waits for a decision, the surest first, and what was decided. */
export interface VenueSuggestions {
  readonly undecided: readonly SuggestedPair[];
  readonly decided: VenueDecisions;
}

const rowOf = ({ id, list, nameLv }: DecidedRow): DecidedRow => ({ id, list, nameLv });

export const suggestedPair = ({ keep, other, distanceMetres, score, reasons }: SamePlace): SuggestedPair => ({
  keep: rowOf(keep),
  other: rowOf(other),
  distanceMetres,
  score,
  reasons,
});

/** Columns of the file in which people decide. */
export const matchFields = [
  'decision',
  'keep',
  'list',
  'id',
  'name',
  'otherList',
  'otherId',
  'otherName',
  'distanceMetres',
  'score',
  'reasons',
] as const;
type Field = (typeof matchFields)[number];
type Cells = Readonly<Partial<Record<Field, string | number | null>>>;

const pair = (one: DecidedRow, other: DecidedRow): Cells => ({
  list: one.list,
  id: one.id,
  name: one.nameLv,
  otherList: other.list,
  otherId: other.id,
  otherName: other.nameLv,
});

/** What is decided already, so that the file that is brought back holds everything. */
const decidedCells = ({ places, apart }: VenueDecisions): readonly Cells[] => [
  ...places.flatMap((members) =>
    members.slice(1).map((other, i): Cells => {
      const before = members[i] ?? other;
      return { ...pair(before, other), decision: 'same', keep: before.id };
    }),
  ),
  ...apart.map(([one, other]): Cells => ({ ...pair(one, other), decision: 'different' })),
];

/**
 * Rows of the file in which people decide: every decision made so far, then what is suggested, with a blank decision.
 * @param sayReason in the language of whoever decides.
 */
export const matchRows = (
  { undecided, decided }: VenueSuggestions,
  sayReason: (reason: SameReason) => string,
): readonly (readonly (string | number | null)[])[] => {
  const suggested = undecided.map(
    ({ keep, other, distanceMetres, score, reasons }): Cells => ({
      ...pair(keep, other),
      keep: keep.id,
      distanceMetres,
      score,
      reasons: reasons.map(sayReason).join('; '),
    }),
  );
  return [...decidedCells(decided), ...suggested].map((cells) =>
    matchFields.map((field) => cells[field] ?? null),
  );
};
