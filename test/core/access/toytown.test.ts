import { describe, expect, it } from 'vitest';
import type { AccessAnswer, AccessQuery, MeasureId } from '#core/access/answer.ts';
import { computeAccess } from '#core/access/compute.ts';
import type { AccessInput } from '#core/access/input.ts';
import { toytownInput } from '../../toytown/input.ts';
import { carMinutes, cellId, field, island, junction, size } from '../../toytown/toytown.ts';

const whole = { id: 'toy-municipality', nameLv: 'viss', nameEn: 'all' };
const leftOut = { byStatus: {}, withoutPosition: 0, unsnapped: 0 };

function ask(measure: MeasureId, input: AccessInput): AccessAnswer {
  const query: AccessQuery = {
    measure,
    offer: { kinds: ['library'] },
    mode: 'car',
    departure: null,
    cutoffMinutes: input.cutoffMinutes,
    venueStatuses: ['open'],
  };
  return computeAccess(query, input, whole, leftOut);
}

const everybody = 2 ** 27 - 1;
const people = (...places: readonly (readonly [number, number])[]) =>
  places.reduce((sum, [column, row]) => sum + 2 ** junction(column, row), 0);

/** The columns of one cell. */
function cellOf(answer: AccessAnswer, id: string) {
  const i = answer.cells.id.indexOf(id);
  const { value, reason, minutes, km, venue } = answer.cells;
  return { value: value[i], reason: reason[i], minutes: minutes[i], km: km[i], venue: venue[i] };
}
const territoryOf = (answer: AccessAnswer, id: string) => answer.territories.find((row) => row.id === id);

describe('nearest library in toytown, by car', () => {
  const answer = ask('nearest', toytownInput());

  it('has the minutes counted by hand for every junction', () => {
    for (let k = 0; k < size * size; k += 1) {
      const home = [k % size, Math.floor(k / size)] as const;
      const truth = Math.min(carMinutes(home, [0, 0]), carMinutes(home, [4, 4]));
      expect(cellOf(answer, cellId(...home)).value, `${home}`).toBe(truth);
    }
  });

  it('counts the walk from the field and gives the island a reason', () => {
    expect(cellOf(answer, field)).toMatchObject({ value: 14.375, km: 1.15, reason: null });
    expect(cellOf(answer, island)).toMatchObject({ value: null, km: null, venue: null, reason: 'unsnapped' });
  });

  it('gives a tie to the venue with the lower id', () => {
    // From (2,2) both libraries are two blocks of the main road and two side streets away.
    const middle = cellOf(answer, cellId(2, 2));
    expect(middle).toMatchObject({ value: 9, km: 8, venue: 0 });
    expect(answer.venues[0]?.id).toBe('library-north-east');
  });

  it('sums to territories by the median resident', () => {
    // The island holds just over half of everybody in West Parish: its median cannot be reached.
    expect(territoryOf(answer, 'west-parish')).toMatchObject({
      value: null,
      reason: 'unsnapped',
      km: null,
      peopleBlank: 2 ** 26,
      farthest: { cellId: field, value: 14.375 },
    });
    // (2,4) alone has 2^22 of the town's residents: more than all others together.
    expect(territoryOf(answer, 'middle')).toMatchObject({ value: 6, km: 4, reason: null, peopleBlank: 0 });
    expect(territoryOf(answer, 'east-parish')?.value).toBe(0);
    expect(answer.total).toMatchObject({ people: everybody, value: null, reason: 'unsnapped' });
  });

  it('counts residents by class, each once', () => {
    const all = answer.total.peopleByClass.reduce((sum, count) => sum + count, 0);
    expect(all + answer.total.peopleBlank).toBe(everybody);
    expect(answer.total.peopleByClass).toEqual([everybody - 2 ** 26, 0, 0, 0, 0]);
  });
});

describe('people within a time of a library', () => {
  it('counts a journey of exactly the cutoff, and nobody twice', () => {
    const answer = ask('people-within', toytownInput({ cutoffMinutes: 6 }));
    const near = people([0, 0], [1, 0], [2, 0], [0, 1], [1, 1], [0, 2]);
    const far = people([4, 4], [3, 4], [2, 4], [4, 3], [3, 3], [4, 2]);
    expect(answer.total.value).toBeCloseTo((100 * (near + far)) / everybody, 9);
    expect(territoryOf(answer, 'middle')?.value).toBeCloseTo(
      (100 * people([2, 0], [2, 4])) / people([2, 0], [2, 1], [2, 2], [2, 3], [2, 4]),
      9,
    );
    expect(cellOf(answer, cellId(0, 2)).value).toBe(100);
    expect(cellOf(answer, cellId(0, 3))).toMatchObject({ value: 0, minutes: 9, reason: null });
  });

  it('drops what is a hair beyond the cutoff', () => {
    const answer = ask('people-within', toytownInput({ cutoffMinutes: 6 - 1e-6 }));
    expect(cellOf(answer, cellId(0, 2)).value).toBe(0);
    expect(cellOf(answer, cellId(0, 1)).value).toBe(100);
  });

  it('keeps those who reach nothing in the whole', () => {
    const answer = ask('people-within', toytownInput({ cutoffMinutes: 180 }));
    expect(answer.total.value).toBeCloseTo((100 * (everybody - 2 ** 26)) / everybody, 9);
    expect(answer.total.peopleBlank).toBe(2 ** 26);
    expect(cellOf(answer, island)).toMatchObject({ value: null, reason: 'unsnapped' });
  });

  it('is 0, not blank, when there is no venue: a sum over nothing', () => {
    const answer = ask('people-within', toytownInput({ destinations: [] }));
    expect(answer.total).toMatchObject({ value: 0, reason: null, mainVenue: null });
  });
});

describe('number of venues within a time', () => {
  it('counts venues for a cell and means per resident for a territory', () => {
    const answer = ask('venues-within', toytownInput({ cutoffMinutes: 9 }));
    expect(cellOf(answer, cellId(2, 2))).toMatchObject({ value: 2, venue: null, minutes: null });
    expect(cellOf(answer, cellId(0, 0)).value).toBe(1);
    expect(cellOf(answer, cellId(0, 4)).value).toBe(0);
    const town = people([2, 0], [2, 1], [2, 3], [2, 4]) + 2 * people([2, 2]);
    expect(territoryOf(answer, 'middle')?.value).toBeCloseTo(
      town / (people([2, 2]) + town - 2 * people([2, 2])),
      9,
    );
    expect(answer.venues.map((venue) => venue.people)).toEqual([0, 0]);
  });
});

describe('way to the town', () => {
  it('has minutes and kilometres and no venue', () => {
    const answer = ask('way-to-town', toytownInput({ destinations: 'focal-town' }));
    expect(cellOf(answer, cellId(0, 2))).toEqual({ value: 3, minutes: 3, km: 4, venue: null, reason: null });
    expect(cellOf(answer, cellId(4, 4))).toMatchObject({ value: 9, km: 8 });
    expect(answer.venues).toEqual([]);
    expect(answer.total.mainVenue).toBeNull();
  });
});

describe('catchment territories', () => {
  const answer = ask('catchment', toytownInput());

  it('gives each venue its residents, their median and the farthest home', () => {
    const [northEast, southWest] = answer.venues;
    expect((northEast?.people ?? 0) + (southWest?.people ?? 0)).toBe(everybody - 2 ** 26);
    // (4,4) alone has 2^24 of the 2^25 - 1 residents of all junctions.
    expect(northEast).toMatchObject({ id: 'library-north-east', medianMinutes: 0 });
    expect(southWest).toMatchObject({ id: 'library-south-west', medianMinutes: 14.375 });
    expect(southWest?.farthest).toMatchObject({ cellId: field, value: 14.375 });
  });

  it('names the venue of most residents of a territory and its share', () => {
    const west = territoryOf(answer, 'west-parish');
    expect(answer.venues[west?.mainVenue?.venue ?? -1]?.id).toBe('library-south-west');
    expect(territoryOf(answer, 'east-parish')?.mainVenue).toMatchObject({ venue: 0 });
  });
});
