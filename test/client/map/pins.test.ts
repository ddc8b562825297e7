import { expect, test } from 'vitest';
import { labelPoints } from '../../../client/map/labels.ts';
import { nextPin } from '../../../client/map/next-pin.ts';

const ids = ['a', 'b', 'c'];

test('arrow keys go around the pins, Home and End to the ends, other keys nowhere', () => {
  expect(nextPin(ids, 'a', 'ArrowRight')).toBe('b');
  expect(nextPin(ids, 'c', 'ArrowDown')).toBe('a');
  expect(nextPin(ids, 'a', 'ArrowLeft')).toBe('c');
  expect(nextPin(ids, 'b', 'Home')).toBe('a');
  expect(nextPin(ids, 'b', 'End')).toBe('c');
  expect(nextPin(ids, 'b', 'Enter')).toBeNull();
  expect(nextPin([], '', 'ArrowRight')).toBeNull();
});

test('a name stands inside the largest part of its parish; neighbours are not named', () => {
  const islet = [
    [
      [21, 56],
      [21.01, 56],
      [21.01, 56.01],
      [21, 56.01],
      [21, 56],
    ],
  ];
  const main = [
    [
      [22, 57],
      [22.4, 57],
      [22.4, 57.2],
      [22, 57.2],
      [22, 57],
    ],
  ];
  const geometry = { type: 'MultiPolygon' as const, coordinates: [islet, main] };
  const { features } = labelPoints({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', id: 'p', properties: { kind: 'parish' }, geometry },
      { type: 'Feature', id: 'n', properties: { kind: 'neighbour' }, geometry },
    ],
  });
  expect(features.map((feature) => feature.id)).toEqual(['p']);
  const point = features[0]?.geometry;
  const [lon = 0, lat = 0] = point?.type === 'Point' ? point.coordinates : [];
  expect(lon > 22 && lon < 22.4 && lat > 57 && lat < 57.2).toBe(true);
});
