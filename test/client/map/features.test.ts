import type { FeatureCollection } from 'geojson';
import { expect, test } from 'vitest';
import type { Way } from '#core/access/answer.ts';
import { minuteClasses, percentClasses } from '#core/access/classes.ts';
import { classColours } from '#core/map/palette.ts';
import {
  cellFeatures,
  fillOf,
  territoryFeatures,
  venueFeatures,
  wayFeatures,
} from '../../../client/map/features.ts';
import { island } from '../../toytown/toytown.ts';
import { toyAnswer } from '../access/toy-answers.ts';

test('a value on a break belongs to the class below it, and a blank has no colour', () => {
  const colours = classColours(5, false);
  expect(fillOf(15, minuteClasses)).toEqual({ colour: colours[0] });
  expect(fillOf(15.01, minuteClasses)).toEqual({ colour: colours[1] });
  expect(fillOf(61, minuteClasses)).toEqual({ colour: colours[4] });
  expect(fillOf(0, percentClasses)).toEqual({ colour: classColours(5, true)[0] });
  expect(fillOf(null, minuteClasses)).toEqual({ blank: true });
});

test('every cell of the answer is drawn as its square, the unreachable one as a blank', () => {
  const answer = toyAnswer();
  const { features } = cellFeatures(answer);
  expect(features).toHaveLength(answer.cells.id.length);
  const blank = features.filter((feature) => feature.properties?.blank === true);
  expect(blank.map((feature) => feature.id)).toEqual([island]);
  const ring = features[0]?.geometry.type === 'Polygon' ? features[0].geometry.coordinates[0] : [];
  expect(ring?.[0]).toEqual(ring?.at(-1));
});

test('a territory gets the fill of its row, a neighbour without a row stays unfilled', () => {
  const answer = toyAnswer();
  const square = { type: 'Polygon' as const, coordinates: [] };
  const borders: FeatureCollection = {
    type: 'FeatureCollection',
    features: ['middle', 'next-parish'].map((id) => ({
      type: 'Feature',
      id,
      properties: { id },
      geometry: square,
    })),
  };
  const [middle, next] = territoryFeatures(borders, answer).features;
  const value = answer.territories.find((row) => row.id === 'middle')?.value ?? null;
  expect(middle?.properties).toEqual({ id: 'middle', ...fillOf(value, answer.classes) });
  expect(next?.properties).toEqual({ id: 'next-parish' });
});

test('venues on one point keep their point and are told to stand apart on the screen', () => {
  const lonLat = [23, 57] as const;
  const venues = ['a', 'b'].map((id) => ({ id, nameLv: id, nameEn: id, lonLat }));
  const { features } = venueFeatures(venues, () => 'library');
  expect(features.map((feature) => feature.geometry)).toEqual([
    { type: 'Point', coordinates: [23, 57] },
    { type: 'Point', coordinates: [23, 57] },
  ]);
  const [first, second] = features.map((feature) => feature.properties?.offset as [number, number]);
  expect(Math.hypot((first?.[0] ?? 0) - (second?.[0] ?? 0), (first?.[1] ?? 0) - (second?.[1] ?? 0))).toBe(16);
});

const way: Way = {
  mode: 'car',
  from: { label: 'Home', lonLat: [22, 57] },
  to: { venueId: 'v', nameLv: 'V', nameEn: 'V', lonLat: [22.3, 57] },
  minutes: 10,
  km: 12,
  reason: null,
  offRoadMetres: { start: 300, end: 0 },
  line: [
    [22, 57],
    [22.1, 57],
    [22.2, 57],
    [22.3, 57],
  ],
  journeys: [],
  legs: [],
};

test('what is walked off the network is a stretch of its own, joined to the road', () => {
  const lines = wayFeatures(way).features.map(({ properties, geometry }) => [
    properties?.role,
    geometry.type === 'LineString' ? geometry.coordinates.map(([lon]) => lon) : [],
  ]);
  expect(lines).toEqual([
    ['road', [22.1, 22.2, 22.3]],
    ['off-road', [22, 22.1]],
  ]);
});

test('no way draws nothing', () => {
  expect(wayFeatures(null).features).toEqual([]);
  expect(wayFeatures({ ...way, line: [] }).features).toEqual([]);
});
