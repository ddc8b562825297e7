import { classOf, percentClasses } from '../access/classes.ts';
import {
  type RoundTripAnswer,
  type RoundTripReason,
  roundTripReasons,
  roundTripStatuses,
} from '../access/round-trip-answer.ts';
import type { Words } from '../language/index.ts';
import type { Language } from '../language/routes.ts';
import { classLabel, type LegendEntry } from './legend.ts';
import { classColours } from './palette.ts';
import { roundTripColours } from './round-trip-colours.ts';

/**
 * What residents can do, with cells and residents of each; their sums are those of the answer. Of an event of which
 * nothing is known all are without a value.
 */
export const statusLegend = (
  { blank, cells, total }: RoundTripAnswer,
  words: Words,
): readonly LegendEntry[] => {
  const entries = roundTripStatuses.map((status) => ({
    colour: roundTripColours[status],
    label: words.transit.statuses[status],
    people: blank === null ? total.peopleByStatus[status] : 0,
    places: blank === null ? cells.status.filter((other) => other === status).length : 0,
  }));
  if (blank === null) return entries;
  const { people } = total;
  return [...entries, { colour: null, label: words.figures.blank, people, places: cells.id.length }];
};

/** Classes of the share of residents who can come and get home; then the territories without a share. */
export const shareLegend = (
  { territories }: RoundTripAnswer,
  words: Words,
  language: Language,
): readonly LegendEntry[] => {
  const { breaks, largerIsBetter } = percentClasses;
  const sumOf = (own: RoundTripAnswer['territories']) => ({
    people: own.reduce((sum, { people }) => sum + people, 0),
    places: own.length,
  });
  const byClass = Map.groupBy(territories, ({ percent }) =>
    percent === null ? null : classOf(percentClasses, percent),
  );
  return [
    ...classColours(breaks.length + 1, largerIsBetter).map((colour, index) => ({
      colour,
      label: classLabel(index, percentClasses, language, false),
      ...sumOf(byClass.get(index) ?? []),
    })),
    { colour: null, label: words.figures.blank, ...sumOf(byClass.get(null) ?? []) },
  ];
};

/** Colour of a territory by its share; null for none. */
export const shareColour = (percent: number | null): string | null =>
  percent === null
    ? null
    : (classColours(percentClasses.breaks.length + 1, percentClasses.largerIsBetter)[
        classOf(percentClasses, percent)
      ] ?? null);

/** Why residents cannot, the most frequent reason first; only reasons that occur. */
export const reasonCounts = (
  { peopleByReason }: RoundTripAnswer,
  words: Words,
): readonly { readonly reason: RoundTripReason; readonly label: string; readonly people: number }[] =>
  roundTripReasons
    .map((reason) => ({ reason, label: words.transit.reasons[reason], people: peopleByReason[reason] ?? 0 }))
    .filter(({ people }) => people > 0)
    .toSorted((a, b) => b.people - a.people);

/** Residents by what they can do, in words; with a blank, all of them by why it is not known. */
export const statusCounts = (
  { blank, total }: RoundTripAnswer,
  words: Words,
): readonly { readonly label: string; readonly people: number }[] =>
  blank === null
    ? roundTripStatuses.map((status) => ({
        label: words.transit.statuses[status],
        people: total.peopleByStatus[status],
      }))
    : [{ label: words.figures.roundTrip.blanks[blank], people: total.people }];
