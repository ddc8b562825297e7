/** The section "Three evenings checked by hand" of docs/methods/event-round-trip.md, against the engine and a plain scan. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoundTripAnswer, ShiftAnswer } from '#core/access/round-trip-answer.ts';
import type { LonLat } from '#core/place/units.ts';
import { readPage, section, tableOf, tablesOf } from '../core/access/pages.ts';
import { plainEvening } from './plain-evening.ts';
import { cells } from './plain-round-trips.ts';
import { openWorld, type World } from './world.ts';

const page = section(readPage('event-round-trip'), 'Three evenings checked by hand');
const part = (title: string) => page.split(`### ${title}\n`)[1]?.split('\n### ')[0] ?? '';

const tukums: LonLat = [23.1553, 56.9669];
const abavnieki: LonLat = [22.9331, 56.9744];
const evenings = [
  {
    title: 'A train for everybody near it',
    id: 'kino-tukums_20261129T1800',
    event: { date: '2026-11-29', start: 18 * 60, end: 20 * 60, lonLat: tukums },
  },
  {
    title: 'A lost last bus',
    id: 'meginajums-tukums-koris_20261123T1900',
    event: { date: '2026-11-23', start: 19 * 60, end: 21 * 60, lonLat: tukums },
  },
  {
    title: 'A weekend without service',
    id: 'linijdejas-jaunsati_20261212T1900',
    event: { date: '2026-12-12', start: 19 * 60, end: 21 * 60, lonLat: abavnieki },
  },
];

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe.each(evenings)('$title', ({ title, id, event }) => {
  const text = part(title);
  const plain = plainEvening(event);
  const there = cells.map((_, home) => plain.leaveBy(home));
  const back = plain.homewardAt(plain.leaving);
  const midnight = Date.parse(`${event.date}T00:00:00+02:00`);
  const minuteOf = (at: string | null | undefined) =>
    at === null || at === undefined ? null : (Date.parse(at) - midnight) / 60_000;
  const peopleHome = (times: readonly number[]) =>
    cells.reduce(
      (sum, { people }, home) =>
        sum + (there[home] !== null && plain.isHome(times[home] ?? Infinity) ? people : 0),
      0,
    );
  const sums = Object.fromEntries(tableOf(text, 'Sum', 'Result').rows);

  let answer: RoundTripAnswer;
  let shift: ShiftAnswer;
  let rowOf: Map<string, number>;
  beforeAll(async () => {
    const query = {
      occurrenceId: id,
      mode: 'public-transport',
      startShiftMinutes: 0,
      endShiftMinutes: 0,
    } as const;
    answer = await world.context.engine.roundTrip(query);
    shift = await world.context.engine.shift(id, 'public-transport');
    rowOf = new Map(answer.cells.id.map((cell, row) => [cell, row]));
  });

  it('is reckoned alike by the engine and by the plain scan, for every home', () => {
    expect(answer.cells.id).toHaveLength(cells.length);
    cells.forEach((cell, home) => {
      const row = rowOf.get(cell.id) ?? -1;
      const leaveBy = minuteOf(answer.cells.leaveBy[row]);
      expect(leaveBy === null ? null : Math.floor(leaveBy), cell.id).toBe(there[home]);
      const homeAt = back[home] ?? Infinity;
      if (plain.isHome(homeAt)) expect(minuteOf(answer.cells.homeAt[row]), cell.id).toBeCloseTo(homeAt, 2);
      else expect(answer.cells.homeAt[row], cell.id).toBeNull();
    });
  });

  it('has the homes of the page', () => {
    const clock = (at: string | null | undefined) => at?.slice(11, 19) ?? '';
    const { rows } = tableOf(text, 'Home', 'Near');
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const [cell = '', near, people, ...rest] of rows) {
      const row = rowOf.get(cell) ?? -1;
      const { status, leaveBy, homeAt, outboundReason, homewardReason, missedMinutes } = answer.cells;
      const isBoth = status[row] === 'round-trip';
      expect([near, Number(people)]).toEqual([
        cells.find((one) => one.id === cell)?.nearestSettlement,
        answer.cells.people[row],
      ]);
      expect(rest, cell).toEqual(
        [
          status[row],
          isBoth ? clock(leaveBy[row]) : '',
          isBoth ? clock(homeAt[row]) : '',
          outboundReason[row] ?? '',
          homewardReason[row] ?? '',
          `${missedMinutes[row] ?? ''}`,
        ].slice(0, rest.length),
      );
    }
  });

  it('has the sums of the page, reckoned twice', () => {
    const { people, percent, peopleByStatus } = answer.total;
    expect(sums.Residents).toBe(`${people}`);
    expect(sums['With a round trip']).toBe(`${peopleByStatus['round-trip']}`);
    expect(sums['With a round trip']).toBe(`${peopleHome(back)}`);
    expect(sums.Share).toBe(`${percent?.toFixed(3)} %`);
    for (const [name = '', result] of Object.entries(sums)) {
      const match = /^If it ended (\d+) minutes (earlier|later)$/.exec(name);
      if (!match) continue;
      const minutes = (match[2] === 'later' ? 1 : -1) * Number(match[1]);
      expect(result, name).toBe(`${peopleHome(plain.homewardAt(plain.leaving + minutes))}`);
      expect(result, name).toBe(`${shift.byEndShift.find((point) => point.minutes === minutes)?.people}`);
    }
  });

  it('names the later departures of the page, and each brings home as many when its rows are moved', () => {
    const named = shift.laterDepartures.map(
      ({ line, laterMinutes, morePeople }) => `${line} ${laterMinutes} min ${morePeople}`,
    );
    expect(named.join(', ') || 'none').toBe(sums['Later departures']);
    for (const { tripId, laterMinutes, morePeople } of shift.laterDepartures) {
      const moved = plain.connections.map((one) =>
        `0:${one.trip}` === tripId
          ? { ...one, departs: one.departs + laterMinutes, arrives: one.arrives + laterMinutes }
          : one,
      );
      const running = moved.sort((a, b) => a.departs - b.departs || a.arrives - b.arrives);
      expect(peopleHome(plain.homewardAt(plain.leaving, running)) - peopleHome(back), tripId).toBe(
        morePeople,
      );
    }
  });

  it('has the places of the page, where it lists them', () => {
    for (const table of tablesOf(text).filter(({ header }) => header[0]?.startsWith('With a round trip'))) {
      const byPlace = Map.groupBy(
        cells.flatMap((cell, home) =>
          there[home] !== null && plain.isHome(back[home] ?? Infinity) ? [cell] : [],
        ),
        ({ nearestSettlement }) => nearestSettlement,
      );
      const people = [...byPlace].map(([place, some]) => [
        place,
        some.reduce((sum, one) => sum + one.people, 0),
      ]);
      expect(table.rows.map(([place, count]) => [place?.split(',')[0], Number(count)])).toEqual(
        people.toSorted((a, b) => Number(b[1]) - Number(a[1])),
      );
    }
  });
});
