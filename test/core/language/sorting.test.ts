import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from '#core/language/sorting.ts';

describe('compareNames', () => {
  it('puts č, ģ, ķ, ļ, ņ, š, ž after the plain letter, and long vowels beside the short ones', () => {
    const names = ['Čaks', 'Cēre', 'Cāra', 'Zante', 'Žuļi', 'Šēme', 'Slampe', 'Ārlava', 'Aizupe', 'Azara'];
    expect(names.toSorted((a, b) => compareNames('lv', a, b))).toEqual([
      'Aizupe',
      'Ārlava',
      'Azara',
      'Cāra',
      'Cēre',
      'Čaks',
      'Slampe',
      'Šēme',
      'Zante',
      'Žuļi',
    ]);
  });

  it('is a total order in both languages', () => {
    const name = fc.string({ unit: fc.constantFrom(...'aāAbcčČ 1-é'), maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom('lv' as const, 'en' as const), name, name, name, (language, a, b, c) => {
        const order = (x: string, y: string) => Math.sign(compareNames(language, x, y));
        expect(order(a, b) + order(b, a)).toBe(0);
        expect(order(a, b) === 0).toBe(a === b);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
