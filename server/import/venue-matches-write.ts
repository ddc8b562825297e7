import { stringify } from 'csv-stringify/sync';
import type { Language } from '#core/language/routes.ts';
import { saidReasons } from '#core/language/said/same-place.ts';
import type { SamePlace } from '#core/offer/same-place.ts';
import type { DecidedRow, VenueDecisions } from '#core/offer/venue-decisions.ts';
import { matchColumns } from './venue-matches-columns.ts';

type Field = (typeof matchColumns)[number]['field'];
type Line = Readonly<Partial<Record<Field, string | number>>>;

const pair = (one: DecidedRow, other: DecidedRow): Line => ({
  list: one.list,
  id: one.id,
  name: one.nameLv,
  otherList: other.list,
  otherId: other.id,
  otherName: other.nameLv,
});

/** What is decided already, so that the file that is brought back holds everything. */
const decidedLines = ({ places, apart }: VenueDecisions): readonly Line[] => [
  ...places.flatMap(([kept, ...others]) =>
    kept === undefined
      ? []
      : others.map((other): Line => ({ ...pair(kept, other), decision: 'same', keep: kept.id })),
  ),
  ...apart.map(([one, other]): Line => ({ ...pair(one, other), decision: 'different' })),
];

const suggestedLine = (
  { keep, other, distanceMetres, score, reasons }: SamePlace,
  language: Language,
): Line => ({
  ...pair(keep, other),
  keep: keep.id,
  ...(distanceMetres === null ? {} : { distanceMetres }),
  score,
  reasons: reasons.map((reason) => saidReasons[reason][language]).join('; '),
});

/**
 * The file in which people decide: every decision made so far, then what is suggested, the surest first and with a blank
 * decision. UTF-8 with a byte order mark, as spreadsheets want it.
 */
export const writeSuggestions = (
  suggested: readonly SamePlace[],
  decided: VenueDecisions,
  language: Language,
): string => {
  const lines = [...decidedLines(decided), ...suggested.map((one) => suggestedLine(one, language))];
  return stringify([...lines], {
    bom: true,
    header: true,
    columns: matchColumns.map(({ field }) => field),
    // A name from a stranger's list must not start a formula where the file is opened.
    escape_formulas: true,
  });
};
