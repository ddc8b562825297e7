import { classOf, percentClasses } from '../access/classes.ts';
import {
  type RoundTripAnswer,
  type RoundTripReason,
  type RoundTripStatus,
  roundTripReasons,
  roundTripStatuses,
} from '../access/round-trip-answer.ts';
import type { Words } from '../language/index.ts';
import type { Language } from '../language/routes.ts';
import { classLabel, type LegendEntry } from './legend.ts';
import { classColours } from './palette.ts';
import { roundTripColours } from './round-trip-colours.ts';

/** What residents can do, with cells and residents of each; their sums are those of the answer. */
export const statusLegend = ({ cells, total }: RoundTripAnswer, words: Words): readonly LegendEntry[] =>
  roundTripStatuses.map((status) => ({
    colour: roundTripColours[status],
    label: words.transit.statuses[status],
    people: total.peopleByStatus[status],
    places: cells.status.filter((other) => other === status).length,
  }));

/** Classes of the share of residents who can come and get home; then the territories where nobody lives. */
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

/** Colour of a territory by its share; null where nobody lives. */
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

/** Residents by what they can do, in words. */
export const statusCounts = (
  { total }: RoundTripAnswer,
  words: Words,
): readonly { readonly status: RoundTripStatus; readonly label: string; readonly people: number }[] =>
  roundTripStatuses.map((status) => ({
    status,
    label: words.transit.statuses[status],
    people: total.peopleByStatus[status],
  }));
