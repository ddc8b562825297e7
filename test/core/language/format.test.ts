import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalsBeside,
  fill,
  formatDistance,
  formatEuro,
  formatFixed,
  formatKilometres,
  formatMeasured,
  formatMinutes,
  formatNumber,
  formatPercent,
  plural,
  pluralCategory,
} from '#core/language/format.ts';

/** No-break spaces read as plain ones, so that the expectations below can be read. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('numbers', () => {
  it('writes decimals and thousands by language', () => {
    expect(plain(formatNumber('lv', 12345.67, 1))).toBe('12 345,7');
    expect(formatNumber('en', 12345.67, 1)).toBe('12,345.7');
  });

  it('keeps a number and its unit on one line', () => {
    expect(formatMinutes('lv', 27.4)).toBe('27\u00a0min');
    expect(formatKilometres('lv', 8)).toBe('8,0\u00a0km');
    expect(formatKilometres('en', 8.26)).toBe('8.3\u00a0km');
  });

  it('does not call a short way no way at all', () => {
    expect(plain(formatMinutes('en', 0.2))).toBe('< 1 min');
    expect(plain(formatMinutes('en', 0))).toBe('0 min');
  });

  it('calls what is nearer to one minute than to none a minute', () => {
    expect(plain(formatMinutes('en', 0.49))).toBe('< 1 min');
    expect(plain(formatMinutes('en', 0.5))).toBe('1 min');
  });

  it('never shows a value in another class than it stands in', () => {
    expect(plain(formatMeasured('en', 'min', 15.02, [15, 30]))).toBe('15.02 min');
    expect(plain(formatMeasured('lv', 'min', 14.98, [15, 30]))).toBe('15,0 min');
    expect(plain(formatMeasured('lv', 'percent', 25.04, [25]))).toBe('25,04 %');
    expect(plain(formatMeasured('lv', 'venues', 0.03, [0, 1]))).toBe('0,03');
    const limits = [0, 15, 30, 45, 60];
    const milliseconds = fc.integer({ min: 0, max: 90 * 60_000 });
    fc.assert(
      fc.property(milliseconds, fc.constantFrom(0, 1), (ms, least) => {
        const value = ms / 60_000;
        const decimals = decimalsBeside(value, limits, least);
        const shown = Number(formatFixed('en', value, decimals));
        for (const limit of limits) expect(shown <= limit).toBe(value <= limit);
        const nearest = Math.min(...limits.map((limit) => Math.abs(limit - value)));
        if (nearest > 0.5) expect(decimals).toBe(least);
      }),
    );
  });

  it('speaks of metres below a kilometre', () => {
    expect(plain(formatDistance('lv', 350))).toBe('350 m');
    expect(plain(formatDistance('lv', 1500))).toBe('1,5 km');
  });

  it('writes money and shares as each language does', () => {
    expect(plain(formatEuro('lv', 3.5))).toBe('3,50 €');
    expect(plain(formatEuro('lv', 5))).toBe('5 €');
    expect(formatEuro('en', 3.5)).toBe('€3.50');
    expect(plain(formatPercent('lv', 12.5, 1))).toBe('12,5 %');
    expect(formatPercent('en', 12.5, 1)).toBe('12.5%');
  });
});

describe('plurals', () => {
  const forms = { zero: '{n} pasākumu', one: '{n} pasākums', other: '{n} pasākumi' };

  it.each([
    [0, '0 pasākumu'],
    [1, '1 pasākums'],
    [2, '2 pasākumi'],
    [9, '9 pasākumi'],
    [10, '10 pasākumu'],
    [11, '11 pasākumu'],
    [20, '20 pasākumu'],
    [21, '21 pasākums'],
    [22, '22 pasākumi'],
    [30, '30 pasākumu'],
    [101, '101 pasākums'],
    [111, '111 pasākumu'],
  ])('counts %i in Latvian', (n, expected) => {
    expect(plural('lv', n, forms)).toBe(expected);
  });

  it('agrees with CLDR for every number up to a thousand', () => {
    const cldr = new Intl.PluralRules('lv');
    for (let n = 0; n <= 1000; n++) expect(pluralCategory('lv', n)).toBe(cldr.select(n));
  });

  it('knows one and other in English', () => {
    expect([0, 1, 2, 21].map((n) => pluralCategory('en', n))).toEqual(['other', 'one', 'other', 'other']);
  });
});

describe('fill', () => {
  it('puts values in and leaves unknown places visible', () => {
    expect(fill('{a} no {b}', { a: 3 })).toBe('3 no {b}');
  });
});
