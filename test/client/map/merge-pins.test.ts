import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pin } from '../../../client/map/events-map.tsx';
import { mergePins } from '../../../client/map/merge-pins.ts';

const pin = (venueId: string, lon: number, lat: number, count = 1): Pin => ({
  venueId,
  name: venueId,
  lonLat: [lon, lat],
  count,
  accuracyMetres: null,
});

test('pins of one town are one with the sum while the whole region is shown, and part as the map nears', () => {
  const pins = [
    pin('library', 23.152, 56.967, 6),
    pin('hall', 23.16, 56.968, 25),
    pin('far', 22.77, 57.03, 9),
  ];
  const groups = mergePins(pins, 8.5);
  expect(groups.map(({ id, count, pins: members }) => [id, count, members.length])).toEqual([
    ['hall', 31, 2],
    ['far', 9, 1],
  ]);
  expect(mergePins(pins, 13).map(({ id }) => id)).toEqual(['library', 'hall', 'far']);
});

test('pins on one point stand around it only once the map is near', () => {
  const pins = ['a', 'b', 'c'].map((id) => pin(id, 23, 57));
  expect(mergePins(pins, 11.75)).toHaveLength(1);
  const near = mergePins(pins, 13);
  expect(near).toHaveLength(3);
  expect(new Set(near.map(({ offset }) => offset.join(' '))).size).toBe(3);
});

test('no date is lost or doubled, every pin is in one group, and no two groups overlap', () => {
  const places = fc.array(
    fc.record({
      lon: fc.double({ min: 22.4, max: 23.7, noNaN: true }),
      lat: fc.double({ min: 56.6, max: 57.3, noNaN: true }),
      count: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(places, fc.double({ min: 7, max: 11.9, noNaN: true }), (some, zoom) => {
      const pins = some.map(({ lon, lat, count }, index) => pin(`v${index}`, lon, lat, count));
      const groups = mergePins(pins, zoom);
      expect(groups.flatMap((group) => group.pins.map(({ venueId }) => venueId)).sort()).toEqual(
        pins.map(({ venueId }) => venueId).sort(),
      );
      const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
      expect(sum(groups)).toBe(sum(pins));
      const world = 512 * 2 ** zoom;
      for (const [index, a] of groups.entries()) {
        for (const b of groups.slice(index + 1)) {
          const right = ((a.lonLat[0] - b.lonLat[0]) / 360) * world;
          const north = (lat: number) => Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
          const up = (north(a.lonLat[1]) - north(b.lonLat[1])) * world;
          expect(Math.hypot(right, up)).toBeGreaterThan(33.9);
        }
      }
    }),
  );
});
