import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellCentre,
  cellCorner,
  cellIdAt,
  cellIdOf,
  cellMetresOf,
  cellRing,
  squareOf,
} from '#core/place/cell.ts';
import { toLks92 } from '#core/place/lks92.ts';
import { Problem } from '#core/problem.ts';

const metres = fc.record({
  east: fc.integer({ min: 300_000, max: 780_000 }),
  north: fc.integer({ min: 160_000, max: 450_000 }),
});

describe('1 km cells', () => {
  it('finds Tukums in the cell east 448, north 313', () => {
    expect(cellIdAt([23.1525, 56.9667])).toBe('1kmX448Y313');
  });

  it('holds the points between its corner and the next', () => {
    fc.assert(
      fc.property(metres, (point) => {
        const corner = cellCorner(cellIdOf(point));
        const [east, north] = [point.east - corner.east, point.north - corner.north];
        return east >= 0 && east < 1000 && north >= 0 && north < 1000;
      }),
    );
  });

  it('has its centre inside and a closed counter-clockwise ring of one square kilometre', () => {
    fc.assert(
      fc.property(metres, (point) => {
        const id = cellIdOf(point);
        expect(cellIdAt(cellCentre(id))).toBe(id);
        const ring = cellRing(id).map(toLks92);
        expect(ring.at(-1)).toEqual(ring[0]);
        const twice = ring.slice(1).reduce((sum, b, i) => {
          const a = ring[i] ?? b;
          return sum + (a.east - b.east) * (a.north + b.north);
        }, 0);
        expect(twice / 2e6).toBeCloseTo(1, 6);
      }),
    );
  });

  it('refuses other ids', () => {
    for (const id of ['', '10mX44800Y31300', '1kmX448', '1kmX448Y313 ', '1kmY313X448']) {
      expect(() => cellCorner(id)).toThrow(Problem);
    }
  });
});

describe('100 m cells', () => {
  it('count hundreds of metres of the corner, and lie in their square kilometre', () => {
    expect(squareOf('100mX4480Y3130')).toEqual({ metres: 100, corner: { east: 448_000, north: 313_000 } });
    fc.assert(
      fc.property(metres, (point) => {
        const id = cellIdOf(point, 100);
        expect(cellIdAt(cellCentre(id), 100)).toBe(id);
        expect(cellIdAt(cellCentre(id))).toBe(cellIdOf(point));
        expect(cellMetresOf(id)).toBe(100);
      }),
    );
  });
});
