import { percentClasses } from '../access/classes.ts';
import type { RoundTripAnswer, RoundTripEvent, RoundTripTerritory } from '../access/round-trip-answer.ts';
import { formatSpan, regionInstant } from '../language/dates.ts';
import { fill, formatMeasured, formatNumber } from '../language/format.ts';
import type { Words } from '../language/index.ts';
import type { Language } from '../language/routes.ts';
import type { DayKind } from '../transit/timetable-answer.ts';
import { reasonCounts, shareLegend, statusCounts, statusLegend } from './round-trip-legend.ts';
import type { Level } from './scene/subject.ts';

export interface RoundTripTextInput {
  readonly answer: RoundTripAnswer;
  readonly level: Level;
  readonly regionName: string;
  /** Kind of the day of the event, where the timetable knows it. */
  readonly dayKind: DayKind | null;
}

/** "Who can come to “Autumn concert” and get home by public transport". */
export const roundTripTitle = ({ answer }: RoundTripTextInput, words: Words, language: Language): string => {
  const { event, query } = answer;
  const name = language === 'en' ? (event.titleEn ?? event.titleLv) : event.titleLv;
  return fill(words.figures.roundTrip.title, { event: name, mode: words.modes[query.mode] });
};

/** Region, when the event is, how it was moved, and what the map shows. */
export const roundTripSubtitle = (
  { answer, level, regionName, dayKind }: RoundTripTextInput,
  words: Words,
  language: Language,
): string => {
  const { query, event } = answer;
  const { subtitle, shifted, what } = words.figures.roundTrip;
  const { startShiftMinutes: start, endShiftMinutes: end } = query;
  const moved = start === 0 && end === 0 ? '' : `, ${fill(shifted, { start, end })}`;
  return fill(subtitle, {
    region: regionName,
    when: `${whenText(event, dayKind, words, language)}${moved}`,
    what: what[level],
  });
};

/** Start and end by the clock where the event is, whatever the zone of the reader, as a sentence begins. */
const spanText = ({ startsAt, endsAt }: RoundTripEvent, language: Language): string => {
  const span = formatSpan(language, wallClock(startsAt), wallClock(endsAt));
  return `${span.slice(0, 1).toLocaleUpperCase(language)}${span.slice(1)}`;
};

/** When the event is, with the kind of the day where it is known. */
export const whenText = (
  event: RoundTripEvent,
  dayKind: DayKind | null,
  words: Words,
  language: Language,
): string => `${spanText(event, language)}${dayKind === null ? '' : ` (${words.transit.dayKinds[dayKind]})`}`;

/** The instant at which a clock in Riga reads what the clock on the spot reads: dates are written in Riga's. */
const wallClock = (rfc3339: string): Date => {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = rfc3339.slice(0, 16).split(/\D/).map(Number);
  return regionInstant(year, month, day, hour, minute);
};

/** What the figure says, in words, from the same rows as the drawing. */
export const roundTripAlternativeText = (
  input: RoundTripTextInput & {
    readonly title: string;
    readonly subtitle: string;
    readonly isModel: boolean;
  },
  words: Words,
  language: Language,
): string => {
  const { answer, level } = input;
  const { alternative, modelNote, roundTrip } = words.figures;
  const number = (value: number) => formatNumber(language, value);
  const people = (rows: readonly { readonly label: string; readonly people: number }[]) =>
    rows.map((row) => `${row.label} – ${number(row.people)}`).join('; ');
  const entries = level === 'cells' ? statusLegend(answer, words) : shareLegend(answer, words, language);
  const places = entries.map((entry) => `${entry.label} – ${number(entry.places)}`).join('; ');
  const reasons = answer.blank === null ? reasonCounts(answer, words) : [];
  return [
    fill(alternative.opening, { title: input.title, subtitle: input.subtitle }),
    fill(alternative.classes, { places: alternative.places[level], list: places }),
    ...(answer.blank === null
      ? [fill(roundTrip.alternative.statuses, { list: people(statusCounts(answer, words)) })]
      : []),
    shareSentence(input, words, language),
    ...extremes(answer, words, language),
    ...(reasons.length === 0 ? [] : [fill(roundTrip.alternative.reasons, { list: people(reasons) })]),
    ...(input.isModel ? [modelNote] : []),
  ].join(' ');
};

const percentText = (percent: number, language: Language): string =>
  formatMeasured(language, 'percent', percent, percentClasses.breaks);

const shareSentence = (
  { answer, regionName }: RoundTripTextInput,
  words: Words,
  language: Language,
): string => {
  const { alternative, blanks } = words.figures.roundTrip;
  const { share, noShare, unknown } = alternative;
  const { people, peopleByStatus, percent } = answer.total;
  if (answer.blank !== null) return fill(unknown, { region: regionName, reason: blanks[answer.blank] });
  if (percent === null) return fill(noShare, { region: regionName });
  return fill(share, {
    region: regionName,
    people: formatNumber(language, peopleByStatus['round-trip']),
    all: formatNumber(language, people),
    percent: percentText(percent, language),
  });
};

/** Territories with the largest and the smallest share, where they differ. */
const extremes = ({ territories }: RoundTripAnswer, words: Words, language: Language): string[] => {
  const known = territories
    .flatMap((row) => (row.percent === null ? [] : [{ row, percent: row.percent }]))
    .toSorted((a, b) => b.percent - a.percent || (a.row.id < b.row.id ? -1 : 1));
  const [best, worst] = [known[0], known.at(-1)];
  if (best === undefined || worst === undefined || best.percent === worst.percent) return [];
  const nameOf = (row: RoundTripTerritory) => (language === 'en' ? row.nameEn : row.nameLv);
  const say = ({ row, percent }: { row: RoundTripTerritory; percent: number }) =>
    `${nameOf(row)} (${percentText(percent, language)})`;
  return [fill(words.figures.roundTrip.alternative.extremes, { best: say(best), worst: say(worst) })];
};
