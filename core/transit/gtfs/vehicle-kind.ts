import type { VehicleKind } from '../timetable.ts';

const basic: Readonly<Record<number, VehicleKind>> = {
  0: 'tram',
  1: 'metro',
  2: 'rail',
  3: 'bus',
  4: 'ferry',
  5: 'cable',
  6: 'cable',
  7: 'cable',
  11: 'bus',
  12: 'metro',
};

/** Hundreds of the extended types; where a hundred mixes kinds, the commoner one. */
const extended: Readonly<Record<number, VehicleKind>> = {
  1: 'rail',
  2: 'bus',
  3: 'rail',
  4: 'metro',
  5: 'metro',
  6: 'metro',
  7: 'bus',
  8: 'bus',
  9: 'tram',
  10: 'ferry',
  11: 'other',
  12: 'ferry',
  13: 'cable',
  14: 'cable',
  15: 'other',
  17: 'other',
};

/**
 * GTFS `route_type` folded onto a few kinds, extended types (100 to 1799, the European TPEG list) included;
 * null for a number that neither list knows.
 */
export function vehicleKindOf(routeType: string): VehicleKind | null {
  if (!/^\d{1,4}$/.test(routeType)) return null;
  const type = Number(routeType);
  return type < 100 ? (basic[type] ?? null) : (extended[Math.floor(type / 100)] ?? null);
}
