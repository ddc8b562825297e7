import type { AccessAnswer } from '../../access/answer.ts';
import { classOf } from '../../access/classes.ts';
import { fill } from '../../language/format.ts';
import type { Words } from '../../language/index.ts';
import type { Language } from '../../language/routes.ts';
import { transitNote } from '../../language/travel-notes.ts';
import { type VenueKind, venueStatuses } from '../../offer/venue.ts';
import { defaultTransitSettings } from '../../transit/settings.ts';
import { legendOf } from '../legend.ts';
import { classColours } from '../palette.ts';
import type { Level, Subject } from '../scene/subject.ts';

/** What an access answer shows on a map. `venueKinds` is the kind of each of its venues, by id. */
export const accessSubject = (
  answer: AccessAnswer,
  level: Level,
  venueKinds: Readonly<Record<string, VenueKind>>,
  words: Words,
  language: Language,
): Subject => {
  const { classes, cells, territories, venues, unit } = answer;
  const palette = classColours(classes.breaks.length + 1, classes.largerIsBetter);
  const colourOf = (value: number | null): string | null =>
    value === null ? null : (palette[classOf(classes, value)] ?? null);
  return {
    kind: 'access',
    legendTitle: words.figures.legendTitle[unit],
    legend: legendOf(answer, level, words, language),
    details: null,
    cells: { id: cells.id, ring: cells.ring, colour: cells.value.map(colourOf) },
    territories: new Map(territories.map(({ id, value }) => [id, colourOf(value)])),
    marks: venues.map(({ id, lonLat }) => ({ id, lonLat, kind: venueKinds[id] ?? 'event-place' })),
    markTitle: null,
    notes: notesOf(answer, level, words),
    method: answer.query.measure,
  };
};

const notesOf = (answer: AccessAnswer, level: Level, words: Words): string[] => {
  const leftOut = leftOutSentence(answer, words);
  const { query, venues } = answer;
  return [
    words.figures.legendNote[level],
    ...(venues.length === 0 && query.measure !== 'way-to-town' ? [words.figures.noOffer] : []),
    ...(leftOut === null ? [] : [leftOut]),
    ...(query.departure === null ? [] : [transitNote(defaultTransitSettings, words)]),
  ];
};

/** Venues of the offer that were not counted; null when all were. */
const leftOutSentence = ({ leftOut }: AccessAnswer, words: Words): string | null => {
  const parts = [
    ...venueStatuses.map(
      (status) => [words.figures.leftOutStatus[status], leftOut.byStatus[status] ?? 0] as const,
    ),
    [words.figures.leftOutMissing, leftOut.withoutPosition] as const,
    [words.figures.leftOutUnsnapped, leftOut.unsnapped] as const,
  ]
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${what}\u00a0–\u00a0${count}`);
  return parts.length === 0 ? null : fill(words.figures.leftOut, { list: parts.join('; ') });
};
