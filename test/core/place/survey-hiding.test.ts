import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answered, hideResults } from '#core/place/survey-hiding.ts';
import { reckonable } from '#core/place/survey-system.ts';

const min = 10;
const row = (territoryId: string, answers: number, groupId = 'all', division = ''): Answered => ({
  territoryId,
  groupId,
  division,
  answers,
});

/** Parishes are written with a letter, the municipality is "town". */
const parents = (id: string) => (id === 'town' ? [] : ['town']);
const hidden = (...rows: Answered[]) =>
  [...hideResults(rows, min, parents)]
    .sort(([a], [b]) => a - b)
    .map(([i, why]) => `${rows[i]?.territoryId} ${rows[i]?.groupId} ${why}`);

describe('results that are told', () => {
  it('have at least as many answers as are asked for', () => {
    expect(hidden(row('a', 9), row('b', 10), row('c', 0))).toEqual(['a all few', 'c all few']);
  });

  it('do not give away a hidden parish when they are taken from their municipality', () => {
    const few = [row('town', 100), row('a', 8), row('b', 40), row('c', 52)];
    expect(hidden(...few)).toEqual(['a all few', 'b all protects']);
  });

  it('do not give away hidden parishes together that are few together', () => {
    expect(hidden(row('town', 100), row('a', 3), row('b', 4), row('c', 40), row('d', 53))).toEqual([
      'a all few',
      'b all few',
      'c all protects',
    ]);
  });

  it('do not give away a group, nor those who are in no group that is told', () => {
    const cars = [row('a', 60), row('a', 52, 'car', 'car'), row('a', 8, 'none', 'car')];
    expect(hidden(...cars)).toEqual(['a car protects', 'a none few']);
    // Of 60 people 55 are old: the other 5 are nowhere in the file and could be reckoned all the same.
    expect(hidden(row('a', 60), row('a', 55, 'old'))).toEqual(['a old protects']);
    expect(hidden(row('a', 60), row('a', 40, 'old'))).toEqual([]);
  });

  it('do not give away a group of a division that nobody stated', () => {
    const groups = [
      row('a', 100),
      row('a', 96, 'men'),
      row('a', 4, 'women'),
      row('a', 50, 'old'),
      row('a', 50, 'young'),
    ];
    expect(hidden(...groups)).toEqual(['a men protects', 'a women few']);
    const overlapping = [row('a', 100), row('a', 8, 'far'), row('a', 60, 'old'), row('a', 45, 'poor')];
    expect(hidden(...overlapping)).toEqual(['a far few', 'a poor protects']);
  });

  it('do not give away a total that is hidden by adding up its parts', () => {
    const rows = [
      row('town', 100),
      row('a', 7),
      row('b', 43),
      row('c', 50),
      ...['b', 'c'].flatMap((id) => [
        row(id, id === 'b' ? 20 : 25, 'car', 'car'),
        row(id, id === 'b' ? 23 : 25, 'none', 'car'),
      ]),
    ];
    const said = hidden(...rows);
    expect(said).toContain('b all protects');
    // The sum of its two groups would be its total.
    expect(said.some((one) => one === 'b car protects' || one === 'b none protects')).toBe(true);
  });
});

describe('sums', () => {
  it('give away what stands alone, also through several of them', () => {
    const sums = [
      new Map([
        [0, -1],
        [1, 1],
        [2, 1],
      ]),
      new Map([
        [2, 1],
        [3, 1],
      ]),
      new Map([
        [3, 1],
        [4, 1],
      ]),
    ];
    expect([...reckonable(sums, (cell) => cell === 2)]).toEqual([2]);
    expect([...reckonable(sums, (cell) => cell > 1 && cell < 4)].sort()).toEqual([2, 3]);
    expect([...reckonable(sums, (cell) => cell > 1)].sort()).toEqual([2, 3, 4]);
    expect([...reckonable(sums, () => true)]).toEqual([]);
  });
});

/** A table of parishes by groups with all its totals, as an additive survey has it. */
const table = fc
  .array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 6,
  })
  .map((counts) => {
    const groups = ['g0', 'g1', 'g2'];
    const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
    const parishes = counts.flatMap((inGroup, p) => [
      row(`p${p}`, sum(inGroup)),
      ...groups.map((group, g) => row(`p${p}`, inGroup[g] ?? 0, group, 'd')),
    ]);
    const whole = [
      row('town', sum(counts.flat())),
      ...groups.map((group, g) => row('town', sum(counts.map((inGroup) => inGroup[g] ?? 0)), group, 'd')),
    ];
    return { rows: [...whole, ...parishes], parishes: counts.length };
  });

it('no table gives away a result that is too small: another one agrees with all that is told', () => {
  fc.assert(
    fc.property(table, ({ rows, parishes }) => {
      const gone = hideResults(rows, min, parents);
      for (const [i, { answers }] of rows.entries()) expect(answers < min && !gone.has(i)).toBe(false);
      const at = (territory: string, group: string) =>
        rows.findIndex(({ territoryId, groupId }) => territoryId === territory && groupId === group);
      const territories = ['town', ...Array.from({ length: parishes }, (_, p) => `p${p}`)];
      const groups = ['all', 'g0', 'g1', 'g2'];
      // Every sum of the table, written down here once more: rows, columns.
      const sums = [
        ...territories.map((id) => new Map(groups.map((group) => [at(id, group), group === 'all' ? -1 : 1]))),
        ...groups.map((group) => new Map(territories.map((id) => [at(id, group), id === 'town' ? -1 : 1]))),
      ];
      for (const cell of reckonable(sums, (one) => gone.has(one))) {
        expect(gone.get(cell), `${JSON.stringify(rows[cell])} can be reckoned`).not.toBe('few');
      }
      // And no total leaves a handful when what is told is taken from it.
      for (const sum of sums) {
        const [total = -1, ...parts] = [...sum.keys()];
        if (gone.has(total)) continue;
        const shown = parts.filter((part) => !gone.has(part));
        if (shown.length === parts.length || shown.length === 0) continue;
        const rest = shown.reduce(
          (left, part) => left - (rows[part]?.answers ?? 0),
          rows[total]?.answers ?? 0,
        );
        expect(rest === 0 || rest >= min).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
