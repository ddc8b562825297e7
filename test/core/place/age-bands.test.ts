import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgeSpan, ageBands, ageSpanOf, coverBand } from '#core/place/age-bands.ts';

describe('codes of ages', () => {
  it.each<[string, AgeSpan | null]>([
    ['TOTAL', { from: 0, below: Infinity }],
    ['_T', { from: 0, below: Infinity }],
    ['Y0', { from: 0, below: 1 }],
    ['Y16', { from: 16, below: 17 }],
    ['Y15-64', { from: 15, below: 65 }],
    ['Y15T64', { from: 15, below: 65 }],
    ['0-4', { from: 0, below: 5 }],
    ['Y_GE65', { from: 65, below: Infinity }],
    ['65+', { from: 65, below: Infinity }],
    ['Y_LT15', { from: 0, below: 15 }],
    ['Y_LE14', { from: 0, below: 15 }],
    ['Y_LT0', null],
    ['Y64-15', null],
    ['UNK', null],
    ['', null],
  ])('reads %s', (code, span) => {
    expect(ageSpanOf(code)).toEqual(span);
  });
});

const years = (from: number, below: number): AgeSpan[] =>
  Array.from({ length: below - from }, (_, i) => ({ from: from + i, below: from + i + 1 }));

describe('a band of ages', () => {
  it('is covered by single years and an open end', () => {
    const spans = [...years(0, 85), { from: 85, below: Infinity }];
    expect(coverBand(spans, ageBands['0-14'])).toHaveLength(15);
    expect(coverBand(spans, ageBands['65+'])).toHaveLength(21);
  });

  it('takes the group that is given rather than its parts', () => {
    const spans = [...years(0, 20), { from: 0, below: 15 }];
    expect(coverBand(spans, ageBands['0-14'])).toEqual([{ from: 0, below: 15 }]);
  });

  it('is nothing where a year is missing or a group stands out', () => {
    expect(coverBand(years(16, 100), ageBands['0-14'])).toBeNull();
    expect(coverBand(years(0, 14), ageBands['0-14'])).toBeNull();
    expect(coverBand([{ from: 0, below: 18 }], ageBands['0-14'])).toBeNull();
    expect(coverBand(years(65, 100), ageBands['65+'])).toBeNull();
  });

  it('adds up to itself, without gap or overlap, whatever spans there are', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 6 }))
      .map(([from, length]) => ({ from, below: from + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 40 }), (spans) => {
        const cover = coverBand(spans, ageBands['0-14']);
        if (cover === null) return;
        expect(cover[0]?.from).toBe(0);
        expect(cover.at(-1)?.below).toBe(15);
        cover.slice(1).forEach(({ from }, i) => {
          expect(from).toBe(cover[i]?.below);
        });
      }),
    );
  });
});
