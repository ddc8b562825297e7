import { describe, expect, it } from 'vitest';
import { roundTrips } from '#core/access/round-trip/compute.ts';
import { laterDepartures } from '#core/access/round-trip/later-departures.ts';
import { shiftCurves } from '#core/access/round-trip/shift.ts';
import { sumRoundTrips } from '#core/access/round-trip/sums.ts';
import { defaultRoundTripSettings, roundTripReasons } from '#core/access/round-trip-answer.ts';
import { defaultTransitSettings } from '#core/transit/settings.ts';
import { readPage, section, tableOf } from '../access/pages.ts';
import { type TinyEvent, tinyInput } from './tiny.ts';

const page = readPage('event-round-trip');
const example = section(page, 'Worked example');
const homes = tableOf(example, 'Home', 'Residents').rows;
const world = {
  stopCount: 4,
  trips: tableOf(example, 'Trip', 'Calls').rows.map(([id = '', calls = '', runs = '']) => ({
    id,
    calls,
    ...(runs === 'every day' ? {} : { dates: [runs] }),
  })),
};
const concert: TinyEvent = {
  startsAt: '2026-11-24T19:00:00+02:00',
  endsAt: '2026-11-24T21:00:00+02:00',
  homes: homes.map(([, people = '', walk = '', direct = '']) => ({
    people: Number(people),
    walks: [...walk.matchAll(/(\d+) in (\d+) min/g)].map(
      (match) => [Number(match[1]), Number(match[2])] as const,
    ),
    ...(direct === '' ? {} : { direct: Number.parseInt(direct, 10) }),
  })),
  venueWalks: [[1, 2]],
  settings: { darkWalkMinutes: 15 },
};
const input = tinyInput(world, concert);
const trips = roundTrips(input);
const clockOf = (at: string | null) => at?.slice(11, 16) ?? '';
const text = (value: number | string | null) => `${value ?? ''}`;

describe('the page of the event round trip', () => {
  it('gives for every home what the code gives', () => {
    const { rows } = tableOf(example, 'Home', 'Status');
    expect(rows).toHaveLength(trips.length);
    trips.forEach((trip, home) => {
      expect(rows[home]).toEqual([
        homes[home]?.[0],
        trip.status,
        clockOf(trip.leaveBy),
        clockOf(trip.homeAt),
        text(trip.awayMinutes),
        text(trip.waitMinutes),
        text(trip.outboundReason),
        text(trip.homewardReason),
        text(trip.missedMinutes),
      ]);
    });
  });

  it('gives the sums that the code gives', () => {
    const all = { id: 'all', nameLv: '', nameEn: '' };
    const { total } = sumRoundTrips(input.homes, [all], all, trips, new Map([['all', 30]]));
    const { byEndShift } = shiftCurves((shifts) => tinyInput(world, { ...concert, shifts }));
    const [later] = laterDepartures(input);
    expect(Object.fromEntries(tableOf(example, 'Sum', 'Result').rows)).toEqual({
      Residents: `${total.people}`,
      'With a round trip': `${total.peopleByStatus['round-trip']}`,
      Share: `${total.percent?.toFixed(3)} %`,
      'Without a car, 30 % assumed': `${total.withoutCar.people.toFixed(1)}, of whom ${total.withoutCar.peopleByStatus['round-trip'].toFixed(1)}`,
      'If the concert ended 30 minutes earlier': `${byEndShift.find(({ minutes }) => minutes === -30)?.people}`,
      'Later departure': `${later?.line}, ${later?.laterMinutes} min later, ${later?.morePeople} more`,
    });
  });

  it('names every reason and every setting with its default', () => {
    const reasons = tableOf(page, 'reason').rows.map(([name = '']) => name.replaceAll('`', ''));
    expect(new Set(reasons)).toEqual(new Set(roundTripReasons));
    const settings: Record<string, unknown> = { ...defaultTransitSettings, ...defaultRoundTripSettings };
    for (const [name = '', value] of tableOf(page, 'setting').rows) {
      expect(value, name).toBe(`${settings[name.replaceAll('`', '')]}`);
    }
  });
});
