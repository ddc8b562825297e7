import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atvkCode, generationOf, generationOfMost } from '#core/place/atvk.ts';
import { areaOf, isInPolygons, type Ring, signedArea, tidyRing, type Xy } from '#core/place/ring.ts';
import { findCrossing } from '#core/place/ring-crossing.ts';
import { nestRings } from '#core/place/ring-nesting.ts';

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

/** A ring around a middle, one place in each direction: it cannot cross itself. */
const star = fc
  .array(fc.integer({ min: 10, max: 1000 }), { minLength: 3, maxLength: 40 })
  .map((radii): Ring => {
    const places = radii.map((radius, i): Xy => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [440_000 + radius * Math.cos(angle), 310_000 + radius * Math.sin(angle)];
    });
    return [...places, places[0] ?? [0, 0]];
  });

describe('rings', () => {
  it('measure what they enclose, positive when they run counter-clockwise', () => {
    expect(signedArea(square(0, 0, 10))).toBe(100);
    expect(signedArea(square(482_000, 349_000, 0.1).toReversed())).toBeCloseTo(-0.01, 9);
  });

  it('lose double places and needles, and stay as they are when they have none', () => {
    const needle: Ring = [
      [0, 0],
      [10, 0],
      [10, 0],
      [10, 5],
      [30, 5],
      [10, 5],
      [10, 10],
      [0, 10],
    ];
    expect(tidyRing(needle)).toEqual([
      [0, 0],
      [10, 0],
      [10, 5],
      [10, 10],
      [0, 10],
      [0, 0],
    ]);
    expect(
      tidyRing([
        [0, 0],
        [5, 5],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      tidyRing([
        [0, 0],
        [Number.NaN, 5],
        [5, 0],
      ]),
    ).toBeNull();
    fc.assert(
      fc.property(star, (ring) => {
        const tidy = tidyRing(ring);
        expect(tidy === null ? null : tidyRing(tidy)).toEqual(tidy);
      }),
    );
  });

  it('nest by how they lie, whatever way they run and in whatever order they come', () => {
    const rings = [square(0, 0, 100), square(10, 10, 50), square(20, 20, 10), square(200, 0, 5)];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rings, { minLength: 4 }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        (mixed, turns) => {
          const { polygons } = nestRings(mixed.map((ring, i) => (turns[i] ? ring.toReversed() : ring)));
          expect(areaOf(polygons)).toBe(10_000 - 2500 + 100 + 25);
          expect(polygons.map((polygon) => polygon.length).toSorted()).toEqual([1, 1, 2]);
          expect(isInPolygons([15, 15], polygons)).toBe(false);
          expect(isInPolygons([25, 25], polygons)).toBe(true);
        },
      ),
    );
  });

  it('cross themselves exactly where they do', () => {
    fc.assert(fc.property(star, (ring) => findCrossing([ring]) === null));
    expect(
      findCrossing([
        [
          [0, 0],
          [10, 10],
          [10, 0],
          [0, 10],
          [0, 0],
        ],
      ]),
    ).toEqual([5, 5]);
    // Touches itself in one place, which makes two polygons of it.
    expect(
      findCrossing([
        [
          [0, 0],
          [10, 0],
          [10, 10],
          [5, 0],
          [0, 10],
          [0, 0],
        ],
      ]),
    ).toEqual([5, 0]);
    // Two rings of one polygon may touch in a place, and may not cross.
    expect(
      findCrossing([
        square(0, 0, 10),
        [
          [0, 5],
          [5, 7],
          [5, 3],
          [0, 5],
        ],
      ]),
    ).toBeNull();
    expect(findCrossing([square(0, 0, 10), square(5, 5, 10)])).not.toBeNull();
  });
});

describe('codes', () => {
  it('are seven digits, whatever a file made of them', () => {
    for (const text of ['0900248', 'LV0900248', 900_248, '900248', ' 900248.0 '])
      expect(atvkCode(text)).toBe('0900248');
    for (const text of ['', null, 'UNK', 'LV', '12345678', '0900-248', true])
      expect(atvkCode(text)).toBeNull();
  });

  it('tell their generation, but for three that could be of either', () => {
    expect(['0900248', '0052530', '0130000'].map(generationOf)).toEqual(['2009', '2021', '2009']);
    expect(['0010000', '0050000', '0090000'].map(generationOf)).toEqual([null, null, null]);
    expect(generationOfMost(['0010000', '0900248', '0905150'])).toBe('2009');
    expect(generationOfMost(['0050000'])).toBeNull();
  });
});
