import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { sumRoundTrips } from '#core/access/round-trip/sums.ts';
import { readWithoutCar } from '#core/access/round-trip/without-car.ts';
import type { HomeRoundTrip } from '#core/access/round-trip-answer.ts';
import { Problem } from '#core/problem.ts';

const blank: HomeRoundTrip = {
  status: 'none',
  outboundReason: 'no-stop-within-walk',
  homewardReason: 'no-stop-within-walk',
  leaveBy: null,
  homeAt: null,
  awayMinutes: null,
  waitMinutes: null,
  ridesOutbound: null,
  ridesHomeward: null,
  missedMinutes: null,
  onDemand: null,
};
const both = { ...blank, status: 'round-trip', outboundReason: null, homewardReason: null } as const;
const missed = {
  ...blank,
  status: 'outbound-only',
  outboundReason: null,
  homewardReason: 'last-departure-missed',
} as const;
const late = {
  ...blank,
  status: 'homeward-only',
  outboundReason: 'no-arrival-in-time',
  homewardReason: null,
} as const;
const booked = { ...blank, onDemand: { zoneId: 'vane', bookBy: '2026-11-23T15:00:00+02:00' } };
const named = (id: string) => ({ id, nameLv: id, nameEn: id });

describe('sums of a round trip', () => {
  const homes = { people: [1, 2, 4, 8, 16, 32], territory: [0, 0, 0, 1, 1, 1] };
  const trips = [both, missed, booked, both, late, blank];
  const sums = sumRoundTrips(
    homes,
    [named('west'), named('east'), named('empty')],
    named('whole'),
    trips,
    new Map([
      ['west', 50],
      ['east', 25],
    ]),
  );

  it('put everybody into one status and into the denominator', () => {
    expect(sums.total).toMatchObject({
      id: 'whole',
      people: 63,
      peopleByStatus: { 'round-trip': 9, 'outbound-only': 2, 'homeward-only': 16, none: 36 },
      peopleIfBooked: 4,
      percent: (100 * 9) / 63,
    });
    expect(sums.territories[0]).toMatchObject({ people: 7, percent: 100 / 7, peopleIfBooked: 4 });
  });

  it('have no share of an event of which nothing is known, of anybody', () => {
    const unknown = sumRoundTrips(
      homes,
      [named('west'), named('east')],
      named('whole'),
      homes.people.map(() => ({ ...blank, outboundReason: 'no-position', homewardReason: 'no-position' })),
      new Map([['west', 50]]),
      'no-position',
    );
    for (const { percent, withoutCar } of [unknown.total, ...unknown.territories]) {
      expect([percent, withoutCar.percent]).toEqual([null, null]);
    }
    expect(unknown.total.people).toBe(63);
    expect(unknown.total.withoutCar.people).toBe(3.5);
    expect(unknown.peopleByReason).toEqual({ 'no-position': 63 });
  });

  it('are 0 and the share null where nobody lives', () => {
    expect(sums.territories[2]).toMatchObject({
      people: 0,
      percent: null,
      peopleByStatus: { 'round-trip': 0, none: 0 },
      withoutCar: { people: 0, percent: null, assumedPercent: null },
    });
  });

  it('count a home once by reason: that of the way home where both halves fail', () => {
    expect(sums.peopleByReason).toEqual({
      'last-departure-missed': 2,
      'no-stop-within-walk': 36,
      'no-arrival-in-time': 16,
    });
  });

  it('estimate residents without a car by parish, and sum the parishes', () => {
    expect(sums.territories[0]?.withoutCar).toMatchObject({
      people: 3.5,
      peopleByStatus: { 'round-trip': 0.5, 'outbound-only': 1, none: 2 },
      percent: 100 / 7,
      assumedPercent: 50,
    });
    // (7 x 50 % + 56 x 25 %) of 63 residents.
    expect(sums.total.withoutCar.people).toBe(17.5);
    expect(sums.total.withoutCar.assumedPercent).toBeCloseTo(1750 / 63);
    expect(sums.total.withoutCar.peopleByStatus['round-trip']).toBe(0.5 + 2);
  });

  it('leave out of the estimate a territory of which nothing is assumed', () => {
    const only = sumRoundTrips(
      homes,
      [named('west'), named('east')],
      named('whole'),
      trips,
      new Map([['west', 50]]),
    );
    expect(only.territories[1]?.withoutCar).toMatchObject({ people: 0, percent: null, assumedPercent: null });
    expect(only.total.withoutCar).toMatchObject({ people: 3.5, assumedPercent: 50 });
  });
});

describe('the assumed share without a car', () => {
  const read = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

  it('ships for every town and parish, as a guess that says so', () => {
    const rows = read(readFileSync('geodata/assumptions/without-car.csv', 'utf8'));
    expect(readWithoutCar(rows).size).toBe(23);
    for (const row of rows)
      expect([row.confidence, row.note]).toEqual(['low', expect.stringContaining('guess')]);
  });

  it('names row and column of what is wrong', () => {
    const rows = read('territory_id,percent\nwest,101\neast,many\n,5\nwest,\nnorth,10\nnorth,11\n');
    expect(() => readWithoutCar(rows)).toThrow(Problem);
    try {
      readWithoutCar(rows);
    } catch (problem) {
      expect((problem as Problem).faults).toEqual([
        { field: 'percent', row: 2, fault: 'out-of-range', value: '101', expected: '0-100' },
        { field: 'percent', row: 3, fault: 'not-a-number', value: 'many' },
        { field: 'territory_id', row: 4, fault: 'missing' },
        { field: 'percent', row: 5, fault: 'missing', expected: '0-100' },
        { field: 'territory_id', row: 7, fault: 'duplicate', value: 'north' },
      ]);
    }
  });
});
