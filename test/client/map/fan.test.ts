import { expect, test } from 'vitest';
import { fanOffsets } from '../../../client/map/fan.ts';

const village = [22.9, 57.05] as const;

test('a symbol alone on its point is not moved', () => {
  expect(fanOffsets([{ id: 'a', lonLat: village }], 26).get('a')).toEqual([0, 0]);
});

test('symbols that share a point stand at least the gap apart, around that point', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const offsets = fanOffsets(
    ids.map((id) => ({ id, lonLat: village })),
    26,
  );
  const points = ids.map((id) => offsets.get(id) ?? [Number.NaN, Number.NaN]);
  for (const [i, [x, y]] of points.entries()) {
    for (const [otherX, otherY] of points.slice(i + 1)) {
      expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(25.8);
    }
  }
  expect(points.reduce((sum, [x]) => sum + x, 0)).toBeCloseTo(0, 0);
});

test('points a kilometre apart are left alone, and the order of the input does not matter', () => {
  const symbols = [
    { id: 'a', lonLat: village },
    { id: 'b', lonLat: village },
    { id: 'c', lonLat: [22.92, 57.05] as const },
  ];
  const offsets = fanOffsets(symbols, 26);
  expect(offsets.get('c')).toEqual([0, 0]);
  expect([...fanOffsets(symbols.toReversed(), 26)].sort()).toEqual([...offsets].sort());
});
