import type { ShiftAnswer } from '../access/round-trip-answer.ts';
import { fill, formatNumber } from '../language/format.ts';
import type { Words } from '../language/index.ts';
import type { Language } from '../language/routes.ts';
import { clockText } from '../language/travel-notes.ts';
import type { DayKind } from '../transit/timetable-answer.ts';
import { whenText } from './round-trip-text.ts';
import type { FigureTable } from './table.ts';

/** Departures that a figure names. */
const namedDepartures = 5;

export interface ShiftTextInput {
  readonly answer: ShiftAnswer;
  readonly regionName: string;
  readonly dayKind: DayKind | null;
}

export const shiftTitle = ({ answer }: ShiftTextInput, words: Words, language: Language): string => {
  const { event, mode } = answer;
  const name = language === 'en' ? (event.titleEn ?? event.titleLv) : event.titleLv;
  return fill(words.figures.shift.title, { event: name, mode: words.modes[mode] });
};

export const shiftSubtitle = (
  { answer, regionName, dayKind }: ShiftTextInput,
  words: Words,
  language: Language,
): string =>
  fill(words.figures.shift.subtitle, {
    region: regionName,
    when: whenText(answer.event, dayKind, words, language),
  });

/** "M3, Tukuma AO 20.35: 5 min later – 1443 more", the best first. */
export const laterLines = (
  { laterDepartures }: ShiftAnswer,
  words: Words,
  language: Language,
): readonly string[] =>
  laterDepartures.slice(0, namedDepartures).map((one) =>
    fill(words.figures.shift.laterRow, {
      line: `${one.line} ${one.lineName}`.trim(),
      stop: one.stopName,
      departs: clockText(one.departsAt.slice(11, 16), language),
      minutes: one.laterMinutes,
      people: formatNumber(language, one.morePeople),
    }),
  );

/** Why nothing is known; else residents as announced, and the move of each kind that brings the most, where it brings more. */
export const findings = (answer: ShiftAnswer, words: Words, language: Language): string[] => {
  const { shift } = words.figures;
  if (answer.blank !== null) {
    return [fill(shift.unknown, { reason: words.figures.roundTrip.blanks[answer.blank] })];
  }
  const number = (value: number) => formatNumber(language, value);
  const now = answer.byEndShift.find(({ minutes }) => minutes === 0)?.people ?? 0;
  const best = (points: ShiftAnswer['byEndShift'], what: string): string[] => {
    // The smallest move of those that bring the most.
    const most = points
      .toSorted((a, b) => b.people - a.people || Math.abs(a.minutes) - Math.abs(b.minutes))
      .find(({ people }) => people > now);
    if (most === undefined) return [];
    return [fill(shift.most, { what, minutes: signed(most.minutes), people: number(most.people) })];
  };
  return [
    fill(shift.now, { people: number(now) }),
    ...best(answer.byEndShift, shift.byEnd),
    ...best(answer.byStartShift, shift.byStart),
  ];
};

/** "+15", "−30", "0", with a true minus. */
export const signed = (minutes: number): string =>
  minutes < 0 ? `−${-minutes}` : minutes > 0 ? `+${minutes}` : '0';

export const shiftAlternativeText = (
  {
    answer,
    title,
    subtitle,
    isModel,
  }: ShiftTextInput & { readonly title: string; readonly subtitle: string; readonly isModel: boolean },
  words: Words,
  language: Language,
): string => {
  const { shift, alternative, modelNote } = words.figures;
  const later = laterLines(answer, words, language);
  const departures = later.length === 0 ? shift.laterNone : `${shift.later}: ${later.join('; ')}.`;
  return [
    fill(alternative.curve, { title, subtitle }),
    ...findings(answer, words, language),
    ...(answer.blank === null ? [departures] : []),
    ...(isModel ? [modelNote] : []),
  ].join(' ');
};

/** One row for each move of the end, then of the start, then for each departure that should leave later. */
export const shiftTable = ({ byEndShift, byStartShift, laterDepartures }: ShiftAnswer): FigureTable => ({
  columns: [
    'moved',
    'minutes',
    'peopleRoundTrip',
    'roundTripPercent',
    'morePeople',
    'line',
    'stop',
    'departsAt',
  ],
  rows: [
    ...byEndShift.map(({ minutes, people, percent }) => [
      'end',
      minutes,
      people,
      percent,
      null,
      null,
      null,
      null,
    ]),
    ...byStartShift.map(({ minutes, people, percent }) => [
      ...['start', minutes, people, percent],
      ...[null, null, null, null],
    ]),
    ...laterDepartures.map((one) => [
      ...['departure', one.laterMinutes, null, null, one.morePeople],
      ...[`${one.line} ${one.lineName}`.trim(), one.stopName, one.departsAt],
    ]),
  ],
});
