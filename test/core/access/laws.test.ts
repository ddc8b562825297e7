import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccessAnswer, type AccessQuery, type MeasureId, measureIds } from '#core/access/answer.ts';
import { classOf, minuteClasses } from '#core/access/classes.ts';
import { computeAccess } from '#core/access/compute.ts';
import { measures } from '#core/access/index.ts';
import type { AccessInput } from '#core/access/input.ts';
import { weightedMean, weightedMedian } from '#core/access/summary.ts';
import { unreachable } from '#core/roads/reach.ts';

const places = ['a', 'b', 'c'].map((id) => ({ id, nameLv: id, nameEn: id }));

/** Homes and venues with any travel between them: ties, holes, empty cells, places off the network. */
const anyInput: fc.Arbitrary<AccessInput> = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 5 }))
  .chain(([homes, venues]) =>
    fc
      .record({
        people: list(fc.constantFrom(0, 0.5, 1, 2, 7, 100), homes),
        territory: list(fc.nat(2), homes),
        isSnapped: list(fc.boolean(), homes),
        ms: list(fc.constantFrom(0, 60_000, 900_000, 1_800_000, 1_800_001, 9e6, unreachable), homes * venues),
        cutoffMinutes: fc.constantFrom(1, 15, 30, 60),
      })
      .map(({ people, territory, isSnapped, ms, cutoffMinutes }) => {
        // A place off the network has no travel at all.
        const time = ms.map((value, i) => (isSnapped[i % homes] === true ? value : unreachable));
        return {
          homes: {
            ring: null,
            id: people.map((_, i) => `home-${String(i).padStart(2, '0')}`),
            people,
            territory,
            unknown: isSnapped.map((snapped) => (snapped ? null : ('unsnapped' as const))),
            noWay: people.map(() => 'no-route' as const),
            settlement: people.map((_, i) => `Place ${i}`),
          },
          territories: places,
          destinations: Array.from({ length: venues }, (_, i) => ({
            id: `venue-${i}`,
            nameLv: '',
            nameEn: '',
            lonLat: [23, 57] as const,
          })),
          rows: Array.from({ length: venues }, (_, i) => i),
          travel: {
            milliseconds: Int32Array.from(time),
            decimetres: Int32Array.from(time.map((value) => (value === unreachable ? value : value / 100))),
          },
          cutoffMinutes,
        };
      }),
  );

const list = <T>(values: fc.Arbitrary<T>, length: number) =>
  fc.array(values, { minLength: length, maxLength: length });

function ask(measure: MeasureId, input: AccessInput): AccessAnswer {
  const query: AccessQuery = {
    measure,
    offer: { kinds: ['library'] },
    mode: 'car',
    departure: null,
    cutoffMinutes: input.cutoffMinutes,
    venueStatuses: ['open'],
  };
  const whole = { id: 'whole', nameLv: 'whole', nameEn: 'whole' };
  return computeAccess(query, input, whole, { byStatus: {}, withoutPosition: 0, unsnapped: 0 });
}

const law = (name: string, check: (answer: AccessAnswer, input: AccessInput) => void) =>
  it(name, () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(...measureIds), (input, measure) => {
        check(ask(measure, input), input);
      }),
      { numRuns: 300 },
    );
  });

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('rules for every number, over any homes and venues', () => {
  law('every home appears, and a blank always has a reason and a value never', (answer, input) => {
    expect(answer.cells.id).toEqual(input.homes.id);
    answer.cells.value.forEach((value, i) => {
      expect(answer.cells.reason[i] === null).toBe(value !== null);
    });
    for (const row of [...answer.territories, answer.total]) {
      expect(row.reason === null).toBe(row.value !== null);
    }
  });

  law('residents of all classes and of blanks are all residents', (answer, input) => {
    expect(answer.total.people).toBe(sum(input.homes.people));
    expect(sum(answer.territories.map(({ people }) => people))).toBe(answer.total.people);
    for (const row of [...answer.territories, answer.total]) {
      expect(sum(row.peopleByClass) + row.peopleBlank).toBe(row.people);
      expect(row.peopleByClass).toHaveLength(answer.classes.breaks.length + 1);
    }
  });

  law('unreachable is never 0 minutes', (answer, input) => {
    if (answer.unit !== 'min') return;
    answer.cells.value.forEach((value, home) => {
      const times = input.rows.map((row) => input.travel.milliseconds[row * input.homes.id.length + home]);
      if (times.every((time) => time === unreachable)) expect(value).toBeNull();
    });
  });

  law('minutes, kilometres and venue of a home go together', ({ cells, venues }) => {
    cells.minutes.forEach((minutes, i) => {
      expect(cells.km[i] === null).toBe(minutes === null);
      if (venues.length > 0 && minutes === null) expect(cells.venue[i]).toBeNull();
    });
  });

  law('venues share their residents out: nobody twice', (answer) => {
    const served = sum(answer.venues.map(({ people }) => people));
    expect(served).toBeLessThanOrEqual(answer.total.people);
    const decided = sum(
      answer.cells.people.map((people, i) => (answer.cells.venue[i] === null ? 0 : people)),
    );
    expect(served).toBe(answer.venues.length === 0 ? 0 : decided);
  });

  law('the farthest home of a territory is inhabited and none is worse', (answer) => {
    const { farthest } = answer.total;
    const values = answer.cells.value.filter(
      (value, i) => value !== null && (answer.cells.people[i] ?? 0) > 0,
    );
    const numbers = values.map((value) => value ?? 0);
    if (!farthest) expect(numbers).toEqual([]);
    else
      expect(farthest.value).toBe(
        answer.classes.largerIsBetter ? Math.min(...numbers) : Math.max(...numbers),
      );
  });
});

describe('laws between answers', () => {
  const between = (name: string, check: (input: AccessInput) => void) =>
    it(name, () => {
      fc.assert(fc.property(anyInput, check), { numRuns: 200 });
    });
  const atMost = (a: number | null, b: number | null) =>
    expect(a ?? Infinity).toBeLessThanOrEqual(b ?? Infinity);

  between('one more venue never makes an answer worse', (input) => {
    fc.pre(input.rows.length > 0);
    const fewer = { ...input, rows: input.rows.slice(1), destinations: input.destinations.slice(1) };
    const before = ask('nearest', fewer);
    const after = ask('nearest', input);
    after.cells.value.forEach((value, i) => {
      atMost(value, before.cells.value[i] ?? null);
    });
    after.territories.forEach((row, i) => {
      atMost(row.value, before.territories[i]?.value ?? null);
    });
    for (const measure of ['people-within', 'venues-within'] as const) {
      atMost(ask(measure, fewer).total.value ?? 0, ask(measure, input).total.value ?? 0);
    }
  });

  between('a longer time allowed never counts fewer', (input) => {
    const longer = { ...input, cutoffMinutes: input.cutoffMinutes + 15 };
    for (const measure of ['people-within', 'venues-within'] as const) {
      atMost(ask(measure, input).total.value ?? 0, ask(measure, longer).total.value ?? 0);
    }
  });

  between('residents within the time are those whose nearest venue is within it, each once', (input) => {
    const minutes = ask('nearest', input).cells.value;
    const within = sum(input.homes.people.filter((_, i) => (minutes[i] ?? Infinity) <= input.cutoffMinutes));
    const { value, people } = ask('people-within', input).total;
    if (value !== null) expect((value * people) / 100).toBeCloseTo(within, 9);
  });

  between('the answer does not depend on the order of homes', (input) => {
    const order = input.homes.id.map((_, i) => i).toReversed();
    const pick = <T>(values: readonly T[]) => order.flatMap((i) => values.slice(i, i + 1));
    const { homes, travel, rows } = input;
    const table = (values: Int32Array) =>
      Int32Array.from(
        rows.flatMap((row) => order.map((i) => values[row * homes.id.length + i] ?? unreachable)),
      );
    const turned = {
      ...input,
      homes: {
        id: pick(homes.id),
        people: pick(homes.people),
        territory: pick(homes.territory),
        settlement: pick(homes.settlement),
        unknown: pick(homes.unknown),
        noWay: pick(homes.noWay),
        ring: null,
      },
      travel: { milliseconds: table(travel.milliseconds), decimetres: table(travel.decimetres) },
    };
    for (const measure of measureIds) {
      expect(ask(measure, turned).territories).toEqual(ask(measure, input).territories);
      expect(ask(measure, turned).venues).toEqual(ask(measure, input).venues);
    }
  });
});

describe('public transport', () => {
  it.each(['no-timetable', 'no-service-on-date'] as const)(
    'without service (%s) leaves every value of every measure blank, whatever is offered',
    (reason) => {
      fc.assert(
        fc.property(anyInput, (input) => {
          const homes = { ...input.homes, unknown: input.homes.id.map(() => reason) };
          for (const measure of measureIds) {
            const { cells, territories, total } = ask(measure, { ...input, homes });
            expect(cells.value.every((value) => value === null)).toBe(true);
            expect(cells.reason.every((said) => said === reason)).toBe(true);
            for (const row of [...territories, total]) {
              expect(row.value).toBeNull();
              expect(row.reason).toBe(row.people > 0 ? reason : 'no-people');
              expect(row.peopleBlank).toBe(row.people);
            }
          }
        }),
      );
    },
  );

  it('has minutes without kilometres, and blank kilometres are no numbers anywhere', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const decimetres = input.travel.decimetres.map(() => unreachable);
        const answer = ask('nearest', { ...input, travel: { ...input.travel, decimetres } });
        const known = ask('nearest', input);
        expect(answer.cells.value).toEqual(known.cells.value);
        expect(answer.cells.km.every((km) => km === null)).toBe(true);
        expect([...answer.territories, answer.total].every(({ km }) => km === null)).toBe(true);
      }),
    );
  });

  it('says of a home without a stop that it has none, and counts it as reaching nothing', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const noWay = input.homes.id.map(() => 'no-stop-within-walk' as const);
        const homes = { ...input.homes, unknown: input.homes.id.map(() => null), noWay };
        const milliseconds = input.travel.milliseconds.map(() => unreachable);
        const without = { ...input, homes, travel: { ...input.travel, milliseconds } };
        const reason = input.destinations.length === 0 ? 'no-offer' : 'no-stop-within-walk';
        expect(ask('nearest', without).cells.reason.every((said) => said === reason)).toBe(true);
        expect(ask('people-within', without).cells.value.every((value) => value === 0)).toBe(true);
      }),
    );
  });
});

describe('the family of measures', () => {
  it.each(measureIds)('%s knows its own id and has rising breaks', (id) => {
    expect(measures[id].id).toBe(id);
    const { breaks } = measures[id].classes;
    expect(breaks.toSorted((a, b) => a - b)).toEqual(breaks);
    expect(new Set(breaks).size).toBe(breaks.length);
    expect(measures[id].classes.unit).toBe(measures[id].unit);
  });
});

describe('classes', () => {
  it('put a value equal to a break below it', () => {
    const classes = [0, 15, 15.000001, 30, 60, 60.1, 500].map((value) => classOf(minuteClasses, value));
    expect(classes).toEqual([0, 0, 1, 1, 3, 4, 4]);
  });
});

describe('summaries', () => {
  it('take the median resident, blanks as infinite', () => {
    expect(weightedMedian([])).toBeNull();
    expect(weightedMedian([{ value: 5, people: 0 }])).toBeNull();
    const far = { value: null, people: 10 };
    expect(weightedMedian([{ value: 5, people: 10 }, far])).toBe(5);
    expect(weightedMedian([{ value: 5, people: 9 }, far])).toBeNull();
  });

  it('agree with writing every resident down', () => {
    const home = fc.record({
      value: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
      people: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(home), (homes) => {
        const everyone = homes.flatMap(({ value, people }) =>
          Array.from({ length: people }, () => value ?? Infinity),
        );
        const sorted = everyone.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        const median = sorted[Math.ceil(0.5 * sorted.length) - 1] ?? Infinity;
        expect(weightedMedian(homes)).toBe(median === Infinity ? null : median);
        const reached = everyone.filter(Number.isFinite);
        const mean = reached.length === 0 ? null : sum(reached) / everyone.length;
        const found = weightedMean(homes);
        if (mean === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(mean, 9);
      }),
    );
  });
});
