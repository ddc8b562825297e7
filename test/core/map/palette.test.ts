import { describe, expect, it } from 'vitest';
import { classColours, maxClasses } from '../../../core/map/palette.ts';
import { ciede2000, difference, visions } from './colour-difference.ts';

describe('CIEDE2000', () => {
  // Pairs 1, 4, 25 and 34 of Sharma, Wu and Dalal's test data.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('%j and %j differ by %d', (one, other, expected) => {
    expect(ciede2000(one, other)).toBeCloseTo(expected, 4);
  });
});

describe('palette', () => {
  const counts = Array.from({ length: maxClasses }, (_, i) => i + 1);

  it.each(visions)('keeps neighbouring classes 10 apart for %s vision', (vision) => {
    for (const count of counts) {
      const colours = classColours(count, false);
      expect(colours).toHaveLength(count);
      colours.slice(1).forEach((colour, i) => {
        expect(difference(colours[i] ?? '', colour, vision)).toBeGreaterThanOrEqual(10);
      });
    }
  });

  it('has its dark end at the worse access', () => {
    const lightness = (hex: string) => difference('#000000', hex, 'grey');
    const minutes = classColours(5, false);
    const percent = classColours(5, true);
    expect(lightness(minutes[4] ?? '')).toBeLessThan(lightness(minutes[0] ?? ''));
    expect(percent).toEqual(minutes.toReversed());
  });

  it('refuses more classes than can be told apart', () => {
    expect(() => classColours(maxClasses + 1, false)).toThrow(RangeError);
    expect(() => classColours(0, false)).toThrow(RangeError);
  });
});
