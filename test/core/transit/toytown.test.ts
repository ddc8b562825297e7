import { describe, expect, it } from 'vitest';
import { lineOf } from '#core/roads/attributes.ts';
import { secondsAt, secondsOfWall, timeOfSeconds } from '#core/transit/day.ts';
import { describeJourney } from '#core/transit/itinerary.ts';
import { percentileMinutes } from '#core/transit/percentile.ts';
import { profileTo } from '#core/transit/range.ts';
import { createRaptor } from '#core/transit/raptor.ts';
import { noTime } from '#core/transit/timetable.ts';
import { journeyArrivingBy, journeyLeavingAt } from '#core/transit/trace.ts';
import { createWalkDrawer } from '#core/transit/walk-line.ts';
import { walksOf } from '#core/transit/walks.ts';
import { cells, junction } from '../../toytown/toytown.ts';
import { cellWalks, dayOf, saturday, schoolDay, streets, sunday, transit } from '../../toytown/transit.ts';

const raptorOn = (date: string) => createRaptor(transit, dayOf(date));
const walks = (column: number, row: number) => walksOf(cellWalks, junction(column, row));
const clock = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60;
};
const ends = (from: readonly [number, number], to: readonly [number, number]) => ({
  access: walks(...from),
  egress: walks(...to),
});

describe('walks in toytown', () => {
  it('reach the stop at the junction and those a block away', () => {
    expect(walks(0, 0)).toEqual([
      { stop: junction(0, 0), seconds: 0 },
      { stop: junction(1, 0), seconds: 1500 },
      { stop: junction(0, 1), seconds: 1500 },
    ]);
    expect(walks(2, 2)).toHaveLength(5);
    expect(walksOf(transit.transfers, junction(2, 2))).toEqual([]);
  });

  it('lead off the road from the field and nowhere from the island', () => {
    expect(walksOf(cellWalks, 25)).toEqual([{ stop: junction(0, 0), seconds: 863 }]);
    expect(walksOf(cellWalks, 26)).toEqual([]);
  });
});

describe('a school day', () => {
  const raptor = raptorOn(schoolDay);

  it('has 61 trips of its own, those of the night before and of the next morning', () => {
    expect(raptor.day.serviceTripCount).toBe(61);
    expect(raptor.day.schedule.trip).toHaveLength(61 + 1 + 2 * 4);
  });

  it('rides bus 1 along its row, with the stop at the door', () => {
    const found = journeyLeavingAt(raptor, ends([0, 2], [4, 2]), clock('07:10'));
    expect(found).toMatchObject({ departs: clock('08:00'), arrives: clock('08:16'), rides: 1 });
    expect(found?.parts.map((part) => part.kind)).toEqual(['walk', 'ride', 'walk']);
  });

  it('changes at the crossing, where two minutes are enough', () => {
    const found = journeyLeavingAt(raptor, ends([4, 2], [2, 0]), clock('08:00'));
    expect(found).toMatchObject({ departs: clock('08:30'), arrives: clock('08:48'), rides: 2 });
  });

  it('leaves as late as possible to arrive by a time', () => {
    const found = journeyArrivingBy(raptor, ends([0, 2], [2, 4]), clock('09:30'));
    expect(found).toMatchObject({ departs: clock('09:00'), arrives: clock('09:26'), rides: 2 });
    const earlier = journeyArrivingBy(raptor, ends([0, 2], [2, 4]), clock('09:25'));
    expect(earlier).toMatchObject({ departs: clock('08:00'), arrives: clock('08:26') });
  });

  it('has no bus westwards after 20:30', () => {
    const last = journeyLeavingAt(raptor, ends([4, 2], [0, 2]), clock('20:30'));
    expect(last).toMatchObject({ departs: clock('20:30'), arrives: clock('20:46') });
    const { seconds } = raptor.forward(walks(4, 2), clock('20:31'), { latestSeconds: clock('26:00') });
    expect(seconds[junction(0, 2)]).toBe(noTime);
    const next = journeyLeavingAt(raptor, ends([4, 2], [0, 2]), clock('20:31'));
    expect(next).toMatchObject({ departs: clock('30:30'), arrives: clock('30:46') });
  });

  it('takes the train over midnight', () => {
    const found = journeyLeavingAt(raptor, ends([4, 4], [4, 0]), clock('22:00'));
    expect(found).toMatchObject({ departs: clock('23:50'), arrives: clock('24:30'), rides: 1 });
    expect(timeOfSeconds(raptor.day, found?.arrives ?? 0)).toBe('2026-11-25T00:30:00+02:00');
    expect(journeyLeavingAt(raptor, ends([4, 2], [4, 0]), clock('00:05'))).toMatchObject({
      departs: clock('00:10'),
      arrives: clock('00:30'),
    });
  });
});

describe('a Saturday and a Sunday', () => {
  it('on Saturday has two buses each way and the train', () => {
    const raptor = raptorOn(saturday);
    expect(raptor.day.serviceTripCount).toBe(5);
    const found = journeyArrivingBy(raptor, ends([0, 2], [4, 2]), clock('16:00'));
    expect(found).toMatchObject({ departs: clock('10:00'), arrives: clock('10:16') });
  });

  it('on Sunday has only what is left of Saturday', () => {
    const raptor = raptorOn(sunday);
    expect(raptor.day.serviceTripCount).toBe(0);
    expect(journeyLeavingAt(raptor, ends([4, 2], [4, 0]), 0)).toMatchObject({ arrives: clock('00:30') });
    expect(journeyLeavingAt(raptor, ends([0, 2], [4, 2]), clock('06:00'))).toBeNull();
  });

  it('on a date that no feed covers has nothing at all', () => {
    const raptor = raptorOn('2027-01-05');
    expect(raptor.day.serviceTripCount).toBe(0);
    expect(raptor.day.schedule.patternCount).toBe(0);
    expect(journeyLeavingAt(raptor, ends([0, 2], [4, 2]), 0)).toBeNull();
  });
});

it('takes percentiles over the departures of an hour, as the page on the method reckons them', () => {
  const raptor = raptorOn(schoolDay);
  const fromSeconds = clock('08:00');
  const latestSeconds = fromSeconds + 59 * 60 + 180 * 60;
  const range = { earliestSeconds: fromSeconds, latestSeconds, maxSeconds: 180 * 60 };
  const profile = profileTo(raptor, walks(4, 2), range);
  const direct = new Int32Array(cells.length).fill(noTime);
  direct[junction(0, 2)] = 100 * 60;
  const minutes = (percentile: number) => {
    const window = { fromSeconds, windowMinutes: 60, percentile };
    return percentileMinutes(profile, cellWalks, direct, window, 180);
  };
  expect([1, 50, 90, 100].map((each) => minutes(each)[junction(0, 2)])).toEqual([16, 45, 69, 75]);
  expect(minutes(50)[26], 'the island has no stop in reach').toBe(Number.POSITIVE_INFINITY);
});

it('tells a journey stop by stop', () => {
  const raptor = raptorOn(schoolDay);
  const found = journeyLeavingAt(raptor, ends([4, 1], [2, 0]), clock('08:00'));
  if (!found) throw new Error('no journey');
  const drawWalk = createWalkDrawer(streets, (edge) => lineOf(streets, edge));
  const place = (cell: number, name: string) => {
    const lonLat = cells[cell]?.centre ?? ([0, 0] as const);
    return { name, lonLat, snap: transit.stopSnaps[cell] ?? null };
  };
  const journey = describeJourney(found, {
    network: transit,
    day: raptor.day,
    from: place(junction(4, 1), 'Home'),
    to: place(junction(2, 0), 'Library'),
    drawWalk,
  });
  expect(journey).toMatchObject({
    departsAt: '2026-11-24T08:05:00+02:00',
    arrivesAt: '2026-11-24T08:48:00+02:00',
    minutes: 43,
    walkMinutes: 25,
    waitMinutes: 2,
    rides: 2,
  });
  expect(journey.legs.map((leg) => [leg.kind, leg.from.name, leg.to.name, leg.minutes])).toEqual([
    ['walk', 'Home', 'Stop 14', 25],
    ['ride', 'Stop 14', 'Stop 12', 8],
    ['ride', 'Stop 12', 'Stop 2', 8],
    ['walk', 'Stop 2', 'Library', 0],
  ]);
  const [walk, ride] = journey.legs;
  expect(walk).toMatchObject({ km: 2, from: { stopId: null }, to: { stopId: '0:14' } });
  expect(walk?.kind === 'walk' && [walk.line[0], walk.line.at(-1)]).toEqual([
    cells[9]?.centre,
    cells[14]?.centre,
  ]);
  expect(ride).toMatchObject({ line: '1', vehicle: 'bus', headsign: 'Stop 10', waitMinutes: 0 });
});

it('reads clocks and instants alike', () => {
  const day = dayOf(schoolDay);
  expect(secondsOfWall(day, '08:00')).toBe(8 * 3600);
  expect(secondsAt(day, '2026-11-24T08:00:00+02:00')).toBe(8 * 3600);
  expect(timeOfSeconds(day, 26 * 3600)).toBe('2026-11-25T02:00:00+02:00');
});
