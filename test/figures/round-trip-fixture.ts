import {
  defaultRoundTripSettings,
  type HomeRoundTrip,
  type RoundTripAnswer,
  type RoundTripReason,
  type RoundTripTerritory,
  roundTripStatuses,
  type ShiftAnswer,
} from '#core/access/round-trip-answer.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { roundTripAlternativeText, roundTripSubtitle, roundTripTitle } from '#core/map/round-trip-text.ts';
import type { FigureInput, PageInput } from '#core/map/scene/input.ts';
import type { Level } from '#core/map/scene/subject.ts';
import { shiftAlternativeText, shiftSubtitle, shiftTitle } from '#core/map/shift-text.ts';
import { roundTripSubject } from '#core/map/subjects/round-trip.ts';
import { answer, at, figureInput, homes, territories } from './fixture.ts';

/*
 * An evening in the town of the made-up country: within 9 km one comes and gets home, to the north the last bus
 * is gone, in the far south-east nothing comes in time, and in the north-east there is no stop.
 */
const nothing = {
  leaveBy: null,
  homeAt: null,
  awayMinutes: null,
  waitMinutes: null,
  ridesOutbound: null,
  ridesHomeward: null,
  missedMinutes: null,
  onDemand: null,
};
const outbound = { leaveBy: '2026-11-27T17:12:00+02:00', ridesOutbound: 1 };
const homeward = { homeAt: '2026-11-27T22:04:00+02:00', ridesHomeward: 1 };

const tripOf = ({ owner, minutes }: (typeof homes)[number]): HomeRoundTrip => {
  const fine = { outboundReason: null, homewardReason: null };
  if (minutes === null) {
    const reason = 'no-stop-within-walk';
    return { ...nothing, status: 'none', outboundReason: reason, homewardReason: reason };
  }
  if (minutes <= 36) {
    const both = { ...outbound, ...homeward, awayMinutes: 292, waitMinutes: 31.5 };
    return { ...nothing, ...fine, ...both, status: 'round-trip' };
  }
  if (owner === 2) {
    const missed = { homewardReason: 'last-departure-missed', missedMinutes: 20 } as const;
    const onDemand = { zoneId: 'lapmezciems', bookBy: '2026-11-26T16:00:00+02:00' };
    return { ...nothing, ...fine, ...outbound, ...missed, onDemand, status: 'outbound-only' };
  }
  return { ...nothing, ...fine, ...homeward, outboundReason: 'no-arrival-in-time', status: 'homeward-only' };
};

const trips = homes.map(tripOf);
const column = <K extends keyof HomeRoundTrip>(key: K) => trips.map((trip) => trip[key]);

const sumOf = (owner: number | null, share = 1) => {
  const own = homes
    .map((home, i) => ({ ...home, people: home.people * share, trip: trips[i] }))
    .filter((home) => owner === null || home.owner === owner);
  const people = (some: typeof own) => some.reduce((sum, home) => sum + home.people, 0);
  const byStatus = roundTripStatuses.map(
    (status) => [status, people(own.filter(({ trip }) => trip?.status === status))] as const,
  );
  const peopleByStatus = Object.fromEntries(byStatus) as RoundTripTerritory['peopleByStatus'];
  const all = people(own);
  return {
    people: all,
    peopleByStatus,
    peopleIfBooked: people(own.filter(({ trip }) => trip?.onDemand != null)),
    percent: all === 0 ? null : (100 * peopleByStatus['round-trip']) / all,
  };
};

const territoryOf = (row: Pick<RoundTripTerritory, 'id' | 'nameLv' | 'nameEn'>, owner: number | null) => ({
  ...{ id: row.id, nameLv: row.nameLv, nameEn: row.nameEn },
  ...sumOf(owner),
  withoutCar: { ...sumOf(owner, 0.25), assumedPercent: 25 },
});

const peopleOf = (reason: RoundTripReason) =>
  homes.reduce((sum, { people }, i) => {
    const trip = trips[i];
    return (trip?.homewardReason ?? trip?.outboundReason) === reason ? sum + people : sum;
  }, 0);

export const roundTrip: RoundTripAnswer = {
  query: {
    occurrenceId: 'koncerts_20261127T1800',
    mode: 'public-transport',
    startShiftMinutes: 0,
    endShiftMinutes: 0,
  },
  event: {
    occurrenceId: 'koncerts_20261127T1800',
    eventId: 'koncerts',
    titleLv: 'Rudens koncerts',
    titleEn: 'Autumn concert',
    venueId: 'kandavas-kulturas-nams',
    place: 'Kandavas kultūras nams',
    lonLat: at(6.5, 6.5),
    startsAt: '2026-11-27T18:00:00+02:00',
    endsAt: '2026-11-27T20:00:00+02:00',
    isEndAssumed: true,
  },
  settings: defaultRoundTripSettings,
  blank: null,
  cells: {
    id: homes.map(({ id }) => id),
    people: homes.map(({ people }) => people),
    territory: homes.map(({ owner }) => owner),
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
  territories: answer.territories.map((row, owner) => territoryOf(row, owner)),
  total: territoryOf(answer.total, null),
  peopleByReason: {
    'no-stop-within-walk': peopleOf('no-stop-within-walk'),
    'last-departure-missed': peopleOf('last-departure-missed'),
    'no-arrival-in-time': peopleOf('no-arrival-in-time'),
  },
};

const percentless = ({ withoutCar, ...row }: RoundTripTerritory): RoundTripTerritory => ({
  ...row,
  percent: null,
  peopleByStatus: { 'round-trip': 0, 'outbound-only': 0, 'homeward-only': 0, none: row.people },
  withoutCar: { ...withoutCar, percent: null },
});

/** The same evening, for which the timetable has nothing. */
export const unknownTrip: RoundTripAnswer = {
  ...roundTrip,
  blank: 'no-service-on-date',
  cells: {
    ...roundTrip.cells,
    status: homes.map(() => 'none'),
    outboundReason: homes.map(() => 'no-service-on-date'),
    homewardReason: homes.map(() => 'no-service-on-date'),
  },
  territories: roundTrip.territories.map(percentless),
  total: percentless(roundTrip.total),
  peopleByReason: { 'no-service-on-date': roundTrip.total.people },
};

/** The evening at other times: an hour earlier all but the north-east get home. */
export const shift: ShiftAnswer = {
  event: roundTrip.event,
  mode: 'public-transport',
  blank: null,
  byEndShift: [-120, -90, -60, -30, 0, 30, 60].map((minutes) => {
    const people = minutes <= -60 ? 1506 : minutes < 0 ? 1100 : minutes > 30 ? 0 : 612;
    return { minutes, people, percent: (100 * people) / 3700 };
  }),
  byStartShift: [-60, -30, 0, 30, 60].map((minutes) => {
    const people = minutes >= 30 ? 1506 : 612;
    return { minutes, people, percent: (100 * people) / 3700 };
  }),
  laterDepartures: [
    {
      line: 'M3',
      lineName: 'Kandava–Lapmežciems',
      tripId: '0:m3-2035',
      stopName: 'Kandavas AO',
      departsAt: '2026-11-27T20:05:00+02:00',
      laterMinutes: 5,
      morePeople: 894,
    },
  ],
};

/** Everything the curve of the evening is drawn from. */
export const shiftInput = (language: Language): PageInput => {
  const base = roundTripInput(language, 'parishes');
  const input = { answer: shift, regionName: base.regionName, dayKind: 'school-day' as const };
  const title = shiftTitle(input, words[language], language);
  const subtitle = shiftSubtitle(input, words[language], language);
  const texts = { ...input, title, subtitle, isModel: true };
  return { ...base, title, subtitle, description: shiftAlternativeText(texts, words[language], language) };
};

/** Everything the figure of the evening is drawn from. */
export const roundTripInput = (
  language: Language,
  level: Level,
  more: Partial<FigureInput> = {},
): FigureInput => {
  const base = figureInput(language, level);
  const { regionName } = base;
  const input = { answer: roundTrip, level, regionName, dayKind: 'school-day' as const };
  const title = roundTripTitle(input, words[language], language);
  const subtitle = roundTripSubtitle(input, words[language], language);
  const texts = { ...input, title, subtitle, isModel: true };
  const timetable = { dataset: 'timetable', list: 'shipped', source: 'made up', licence: 'CC0' } as const;
  return {
    ...base,
    title,
    subtitle,
    description: roundTripAlternativeText(texts, words[language], language),
    subject: roundTripSubject(
      roundTrip,
      level,
      { 'kandavas-kulturas-nams': 'culture-centre' },
      words[language],
      language,
    ),
    territories,
    sources: [...base.sources, { ...timetable, retrievedAt: '2026-10-24', isModel: true }],
    ...more,
  };
};
