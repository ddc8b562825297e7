import {
  defaultRoundTripSettings,
  type HomeRoundTrip,
  type RoundTripAnswer,
  type RoundTripStatus,
  type RoundTripTerritory,
  type ShiftAnswer,
} from '#core/access/round-trip-answer.ts';
import { missedTrip, noServiceTrip, toyEvent, toyTrip } from '../transit/toy-trips.ts';

const trips: readonly HomeRoundTrip[] = [
  toyTrip(),
  missedTrip(),
  noServiceTrip({ outboundReason: 'no-stop-within-walk', homewardReason: 'no-stop-within-walk' }),
];
const people = [64, 32, 4];
const statuses = ['round-trip', 'outbound-only', 'homeward-only', 'none'] as const;

const sum = (counts: Partial<Record<RoundTripStatus, number>>) => {
  const peopleByStatus = Object.fromEntries(statuses.map((one) => [one, counts[one] ?? 0])) as Record<
    RoundTripStatus,
    number
  >;
  const all = statuses.reduce((total, one) => total + peopleByStatus[one], 0);
  const percent = all === 0 ? null : (100 * peopleByStatus['round-trip']) / all;
  return { people: all, peopleByStatus, peopleIfBooked: 0, percent };
};

const territory = (id: string, counts: Partial<Record<RoundTripStatus, number>>): RoundTripTerritory => ({
  id,
  nameLv: id,
  nameEn: id,
  ...sum(counts),
  withoutCar: { ...sum({ 'round-trip': 8, 'outbound-only': 24 }), assumedPercent: 32 },
});

/** Three cells in two parishes: 64 residents come and get home, 32 miss the last bus, 4 have no stop. */
export const toyRoundTrips = (changes: Partial<RoundTripAnswer> = {}): RoundTripAnswer => ({
  query: {
    occurrenceId: toyEvent().occurrenceId,
    mode: 'public-transport',
    startShiftMinutes: 0,
    endShiftMinutes: 0,
  },
  event: toyEvent(),
  settings: defaultRoundTripSettings,
  blank: null,
  cells: {
    id: ['1kmX448Y313', '1kmX449Y313', '1kmX450Y313'],
    people,
    territory: [0, 0, 1],
    ring: null,
    status: trips.map((trip) => trip.status),
    outboundReason: trips.map((trip) => trip.outboundReason),
    homewardReason: trips.map((trip) => trip.homewardReason),
    leaveBy: trips.map((trip) => trip.leaveBy),
    homeAt: trips.map((trip) => trip.homeAt),
    awayMinutes: trips.map((trip) => trip.awayMinutes),
    waitMinutes: trips.map((trip) => trip.waitMinutes),
    ridesOutbound: trips.map((trip) => trip.ridesOutbound),
    ridesHomeward: trips.map((trip) => trip.ridesHomeward),
    missedMinutes: trips.map((trip) => trip.missedMinutes),
    onDemand: trips.map((trip) => trip.onDemand),
  },
  territories: [
    territory('slampes-pagasts', { 'round-trip': 64, 'outbound-only': 32 }),
    territory('tumes-pagasts', { none: 4 }),
  ],
  total: territory('tukuma-novads', { 'round-trip': 64, 'outbound-only': 32, none: 4 }),
  peopleByReason: { 'last-departure-missed': 32, 'no-stop-within-walk': 4 },
  ...changes,
});

/** Ending half an hour earlier brings the 32 home; starting at another time brings nobody. */
export const toyShift: ShiftAnswer = {
  event: toyEvent(),
  mode: 'public-transport',
  blank: null,
  byEndShift: [
    { minutes: -60, people: 96, percent: 96 },
    { minutes: -30, people: 96, percent: 96 },
    { minutes: 0, people: 64, percent: 64 },
    { minutes: 30, people: 0, percent: 0 },
  ],
  byStartShift: [
    { minutes: -30, people: 64, percent: 64 },
    { minutes: 0, people: 64, percent: 64 },
    { minutes: 30, people: 64, percent: 64 },
  ],
  laterDepartures: [
    {
      line: '5310',
      lineName: 'Slampe–Tukums',
      tripId: '0:t9',
      stopName: 'Kultūras pils',
      departsAt: '2026-10-24T19:45:00+03:00',
      laterMinutes: 30,
      morePeople: 32,
    },
  ],
};
