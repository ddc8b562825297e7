import { expect, it } from 'vitest';
import { vehicleKindOf } from '#core/transit/gtfs/vehicle-kind.ts';

it.each([
  ['0', 'tram'],
  ['1', 'metro'],
  ['2', 'rail'],
  ['3', 'bus'],
  ['4', 'ferry'],
  ['7', 'cable'],
  ['11', 'bus'],
  ['109', 'rail'],
  ['200', 'bus'],
  ['401', 'metro'],
  ['700', 'bus'],
  ['800', 'bus'],
  ['900', 'tram'],
  ['1000', 'ferry'],
  ['1100', 'other'],
  ['1300', 'cable'],
  ['8', null],
  ['1600', null],
  ['', null],
  ['bus', null],
])('route type %s is %s', (type, kind) => {
  expect(vehicleKindOf(type)).toBe(kind);
});
