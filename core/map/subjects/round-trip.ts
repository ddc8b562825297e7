import type { RoundTripAnswer } from '../../access/round-trip-answer.ts';
import { fill, formatNumber } from '../../language/format.ts';
import type { Words } from '../../language/index.ts';
import type { Language } from '../../language/routes.ts';
import { roundTripNotes, transitNote } from '../../language/travel-notes.ts';
import type { VenueKind } from '../../offer/venue.ts';
import { defaultTransitSettings } from '../../transit/settings.ts';
import { roundTripColours } from '../round-trip-colours.ts';
import { reasonCounts, shareColour, shareLegend, statusCounts, statusLegend } from '../round-trip-legend.ts';
import type { Level, MarkedPlace, Subject } from '../scene/subject.ts';

/** What a round trip shows on a map: cells by what their residents can do, or parishes by their share. */
export const roundTripSubject = (
  answer: RoundTripAnswer,
  level: Level,
  venueKinds: Readonly<Record<string, VenueKind>>,
  words: Words,
  language: Language,
): Subject => {
  const { blank, cells, territories, event } = answer;
  const { roundTrip } = words.figures;
  const isByCell = level === 'cells';
  return {
    kind: 'round-trip',
    legendTitle: roundTrip.legendTitle[level],
    legend: isByCell ? statusLegend(answer, words) : shareLegend(answer, words, language),
    details: {
      title: isByCell || blank !== null ? roundTrip.reasonsTitle : roundTrip.statusesTitle,
      rows: isByCell && blank === null ? reasonCounts(answer, words) : statusCounts(answer, words),
    },
    cells: {
      id: cells.id,
      ring: cells.ring,
      colour: cells.status.map((status) => (blank === null ? roundTripColours[status] : null)),
    },
    territories: new Map(territories.map(({ id, percent }) => [id, shareColour(percent)])),
    marks: markOf(answer, venueKinds),
    markTitle: fill(roundTrip.place, { place: event.place }),
    notes: notesOf(answer, level, words, language),
    method: 'event-round-trip',
  };
};

const markOf = (
  { event }: RoundTripAnswer,
  venueKinds: Readonly<Record<string, VenueKind>>,
): MarkedPlace[] =>
  event.lonLat === null
    ? []
    : [
        {
          id: event.occurrenceId,
          lonLat: event.lonLat,
          kind: (event.venueId === null ? undefined : venueKinds[event.venueId]) ?? 'event-place',
        },
      ];

const notesOf = (
  { query, settings, event, total, blank }: RoundTripAnswer,
  level: Level,
  words: Words,
  language: Language,
): string[] => {
  const { roundTrip } = words.figures;
  const { withoutCar } = total;
  const number = (value: number) => formatNumber(language, Math.round(value));
  const estimate = fill(roundTrip.withoutCar, {
    can: number(withoutCar.peopleByStatus['round-trip']),
    people: number(withoutCar.people),
  });
  const booked = fill(roundTrip.ifBooked, { people: number(total.peopleIfBooked) });
  return [
    roundTrip.note[level],
    ...(blank === null ? [estimate] : []),
    ...(total.peopleIfBooked > 0 ? [booked] : []),
    roundTripNotes(query.mode, settings, event.isEndAssumed, words, language).join(' '),
    ...(query.mode === 'public-transport' ? [transitNote(defaultTransitSettings, words)] : []),
  ];
};
