/** Toy answers on round trips: one event in Toytown, two cells, one of them left behind in the evening. */
import {
  defaultRoundTripSettings,
  type HomeRoundTrip,
  type RoundTripAnswer,
  type RoundTripEvent,
  type RoundTripQuery,
  type RoundTripTerritory,
} from '#core/access/round-trip-answer.ts';
import type { TimetableAnswer } from '#core/transit/timetable-answer.ts';
import type { Engine, Jobs } from '#server/context.ts';
import { bareListing } from '../core/offer/fixture.ts';

const settings = defaultRoundTripSettings;
const minuteMs = 60_000;
const starts = Date.parse(bareListing.startsAt);

const instant = (ms: number) => `${new Date(ms + 3 * 3_600_000).toISOString().slice(0, 19)}+03:00`;

const eventOf = ({ startShiftMinutes, endShiftMinutes }: RoundTripQuery): RoundTripEvent => ({
  occurrenceId: bareListing.id,
  eventId: bareListing.eventId,
  titleLv: bareListing.event.titleLv,
  titleEn: null,
  venueId: null,
  place: 'Slampe',
  lonLat: [23.3, 56.85],
  startsAt: instant(starts + startShiftMinutes * minuteMs),
  endsAt: instant(starts + (settings.assumedEventMinutes + endShiftMinutes) * minuteMs),
  isEndAssumed: true,
});

const there: HomeRoundTrip = {
  status: 'round-trip',
  outboundReason: null,
  homewardReason: null,
  leaveBy: '2026-10-24T17:10:00+03:00',
  homeAt: '2026-10-24T21:00:00+03:00',
  awayMinutes: 230,
  waitMinutes: 42.5,
  ridesOutbound: 1,
  ridesHomeward: 1,
  missedMinutes: null,
  onDemand: null,
};
const stranded: HomeRoundTrip = {
  ...there,
  status: 'outbound-only',
  homewardReason: 'last-departure-missed',
  homeAt: null,
  awayMinutes: null,
  waitMinutes: null,
  ridesHomeward: null,
  missedMinutes: 20,
  onDemand: { zoneId: 'vane', bookBy: '2026-10-23T16:00:00+03:00' },
};

const sum = (people: number, home: number, booked: number) => ({
  people,
  peopleByStatus: { 'round-trip': home, 'outbound-only': people - home, 'homeward-only': 0, none: 0 },
  peopleIfBooked: booked,
  percent: people === 0 ? null : (100 * home) / people,
});

const territory = (id: string, people: number, home: number): RoundTripTerritory => ({
  id,
  nameLv: id,
  nameEn: id,
  ...sum(people, home, people - home),
  withoutCar: { ...sum(people / 4, home / 4, 0), assumedPercent: 25 },
});

const toyRoundTrip = (query: RoundTripQuery): RoundTripAnswer => {
  const trips = [there, stranded];
  const column = <K extends keyof HomeRoundTrip>(key: K) => trips.map((trip) => trip[key]);
  return {
    query,
    event: eventOf(query),
    settings,
    blank: null,
    cells: {
      id: ['1kmX448Y313', '1kmX449Y313'],
      people: [30, 10],
      territory: [0, 0],
      ring: null,
      status: column('status'),
      outboundReason: column('outboundReason'),
      homewardReason: column('homewardReason'),
      leaveBy: column('leaveBy'),
      homeAt: column('homeAt'),
      awayMinutes: column('awayMinutes'),
      waitMinutes: column('waitMinutes'),
      ridesOutbound: column('ridesOutbound'),
      ridesHomeward: column('ridesHomeward'),
      missedMinutes: column('missedMinutes'),
      onDemand: column('onDemand'),
    },
    territories: [territory('slampes-pagasts', 40, 30)],
    total: territory('toytown', 40, 30),
    peopleByReason: { 'last-departure-missed': 10 },
  };
};

const toyTimetable: TimetableAnswer = {
  timeZone: 'Europe/Riga',
  feeds: [
    {
      id: '0',
      fileName: 'toy.zip',
      publisher: null,
      version: null,
      firstDate: '2026-10-23',
      lastDate: '2026-10-25',
    },
  ],
  stopCount: 2,
  lineCount: 1,
  tripCount: 4,
  days: [
    { date: '2026-10-23', kind: 'school-day', trips: 4 },
    { date: '2026-10-24', kind: 'saturday', trips: 2 },
    { date: '2026-10-25', kind: 'sunday', trips: 0 },
  ],
};

const unshifted = { startShiftMinutes: 0, endShiftMinutes: 0 };

/** The methods of an engine that speak of round trips and timetables. */
export const toyTravel: Pick<
  Engine,
  'roundTrip' | 'roundTripJourneys' | 'territoryRoundTrips' | 'shift' | 'timetable'
> = {
  roundTrip: async (query) => toyRoundTrip(query),
  roundTripJourneys: async (query, cellId) => ({
    query,
    event: eventOf(query),
    cellId,
    trip: stranded,
    outbound: null,
    homeward: null,
  }),
  territoryRoundTrips: async (territoryId, mode) => ({
    territoryId,
    mode,
    settings,
    cellIds: ['1kmX448Y313', '1kmX449Y313'],
    occurrences: [
      { event: eventOf({ occurrenceId: bareListing.id, mode, ...unshifted }), trips: [there, stranded] },
    ],
  }),
  shift: async (occurrenceId, mode) => ({
    event: eventOf({ occurrenceId, mode, ...unshifted }),
    mode,
    blank: null,
    byEndShift: [
      { minutes: -30, people: 40, percent: 100 },
      { minutes: 0, people: 30, percent: 75 },
    ],
    byStartShift: [{ minutes: 0, people: 30, percent: 75 }],
    laterDepartures: [],
  }),
  timetable: async () => toyTimetable,
};

/** One job, three quarters done. */
export const toyJobs: Jobs = {
  progress: () => ({
    jobs: [
      {
        id: 'travel-times/car',
        kind: 'travel-times',
        done: 3,
        of: 4,
        state: 'running',
        reason: null,
        dataVersions: [{ dataset: 'venues', id: 1 }],
      },
    ],
  }),
};
