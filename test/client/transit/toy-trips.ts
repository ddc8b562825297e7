import {
  defaultRoundTripSettings,
  type HomeRoundTrip,
  type RoundTripEvent,
} from '#core/access/round-trip-answer.ts';
import type { TransitJourney } from '#core/transit/journey.ts';
import type { TimetableAnswer } from '#core/transit/timetable-answer.ts';
import type { KnownTrip } from '../../../client/transit/trip-text.ts';

/** A concert on a Saturday evening, 18:00 to 20:00; tests change what they are about. */
export const toyEvent = (changes: Partial<RoundTripEvent> = {}): RoundTripEvent => ({
  occurrenceId: 'koncerts_20261024T1800',
  eventId: 'koncerts',
  titleLv: 'Rudens koncerts',
  titleEn: 'Autumn concert',
  venueId: 'slampes-kulturas-pils',
  place: 'Slampe',
  lonLat: [23.15, 56.96],
  startsAt: '2026-10-24T18:00:00+03:00',
  endsAt: '2026-10-24T20:00:00+03:00',
  isEndAssumed: false,
  ...changes,
});

/** There and home again by one bus each way. */
export const toyTrip = (changes: Partial<HomeRoundTrip> = {}): HomeRoundTrip => ({
  status: 'round-trip',
  outboundReason: null,
  homewardReason: null,
  leaveBy: '2026-10-24T17:10:30+03:00',
  homeAt: '2026-10-24T21:04:20+03:00',
  awayMinutes: 233.8,
  waitMinutes: 41,
  ridesOutbound: 1,
  ridesHomeward: 1,
  missedMinutes: null,
  onDemand: null,
  ...changes,
});

/** Nothing but the way there: the last departure is 30 minutes too early. */
export const missedTrip = (changes: Partial<HomeRoundTrip> = {}): HomeRoundTrip =>
  toyTrip({
    status: 'outbound-only',
    homewardReason: 'last-departure-missed',
    homeAt: null,
    awayMinutes: null,
    waitMinutes: null,
    ridesHomeward: null,
    missedMinutes: 30,
    ...changes,
  });

/** A day on which nothing runs. */
export const noServiceTrip = (changes: Partial<HomeRoundTrip> = {}): HomeRoundTrip =>
  toyTrip({
    status: 'none',
    outboundReason: 'no-service-on-date',
    homewardReason: 'no-service-on-date',
    leaveBy: null,
    homeAt: null,
    awayMinutes: null,
    waitMinutes: null,
    ridesOutbound: null,
    ridesHomeward: null,
    ...changes,
  });

export const knownTrip = (trip: HomeRoundTrip, event: Partial<RoundTripEvent> = {}): KnownTrip => ({
  trip,
  event: toyEvent(event),
  settings: defaultRoundTripSettings,
  mode: 'public-transport',
});

const home = { stopId: null, name: 'Slampe', lonLat: [23.1, 56.95] } as const;
const nearStop = { stopId: '0:1', name: 'Slampes skola', lonLat: [23.11, 56.95] } as const;
const farStop = { stopId: '0:3', name: 'Kultūras pils', lonLat: [23.15, 56.96] } as const;
const venue = { stopId: null, name: 'Slampes kultūras pils', lonLat: [23.151, 56.961] } as const;

/** Walk, wait, bus over one stop between, walk. */
export const toyJourney: TransitJourney = {
  departsAt: '2026-10-24T17:10:30+03:00',
  arrivesAt: '2026-10-24T17:46:20+03:00',
  minutes: 35.8,
  walkMinutes: 9.5,
  waitMinutes: 4,
  rides: 1,
  legs: [
    {
      kind: 'walk',
      departsAt: '2026-10-24T17:10:30+03:00',
      arrivesAt: '2026-10-24T17:18:00+03:00',
      minutes: 7.5,
      km: 0.6,
      from: home,
      to: nearStop,
      line: [
        [23.1, 56.95],
        [23.11, 56.95],
      ],
    },
    {
      kind: 'ride',
      departsAt: '2026-10-24T17:22:00+03:00',
      arrivesAt: '2026-10-24T17:44:00+03:00',
      minutes: 22,
      waitMinutes: 4,
      from: nearStop,
      to: farStop,
      vehicle: 'bus',
      line: '5310',
      lineName: 'Tukums–Slampe',
      headsign: 'Slampe',
      agency: 'Autobusi',
      tripId: '0:t1',
      stops: [
        {
          stopId: '0:1',
          name: 'Slampes skola',
          lonLat: [23.11, 56.95],
          arrivesAt: '2026-10-24T17:22:00+03:00',
          departsAt: '2026-10-24T17:22:00+03:00',
        },
        {
          stopId: '0:2',
          name: 'Lancenieki',
          lonLat: [23.13, 56.955],
          arrivesAt: '2026-10-24T17:33:00+03:00',
          departsAt: '2026-10-24T17:33:00+03:00',
        },
        {
          stopId: '0:3',
          name: 'Kultūras pils',
          lonLat: [23.15, 56.96],
          arrivesAt: '2026-10-24T17:44:00+03:00',
          departsAt: '2026-10-24T17:44:00+03:00',
        },
      ],
    },
    {
      kind: 'walk',
      departsAt: '2026-10-24T17:44:00+03:00',
      arrivesAt: '2026-10-24T17:46:20+03:00',
      minutes: 2.3,
      km: 0.2,
      from: farStop,
      to: venue,
      line: [
        [23.15, 56.96],
        [23.151, 56.961],
      ],
    },
  ],
};

/** Four days of a week in autumn, the Sunday without a trip. */
export const toyTimetable: TimetableAnswer = {
  timeZone: 'Europe/Riga',
  feeds: [
    {
      id: '0',
      fileName: 'model.zip',
      publisher: 'Model',
      version: null,
      firstDate: '2026-10-22',
      lastDate: '2026-10-26',
    },
  ],
  stopCount: 3,
  lineCount: 1,
  tripCount: 12,
  days: [
    { date: '2026-10-22', kind: 'school-day', trips: 8 },
    { date: '2026-10-23', kind: 'school-day', trips: 8 },
    { date: '2026-10-24', kind: 'saturday', trips: 2 },
    { date: '2026-10-25', kind: 'sunday', trips: 0 },
    { date: '2026-10-26', kind: 'free-weekday', trips: 4 },
  ],
};
