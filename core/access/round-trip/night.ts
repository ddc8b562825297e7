import { getTimes } from 'suncalc';
import type { LonLat } from '../../place/units.ts';
import { zoneOf } from '../../place/zoned-time.ts';

/** From civil dusk of an evening to civil dawn of the next morning; instants in milliseconds since 1970 UTC. */
export interface Night {
  readonly fromMs: number;
  readonly toMs: number;
}

const dayMs = 86_400_000;

/**
 * Months in which walks after dusk are capped: September to April north of the equator, March to October
 * south of it. In the others an evening stays light enough until most events are over.
 */
const darkMonths = {
  north: new Set([9, 10, 11, 12, 1, 2, 3, 4]),
  south: new Set([3, 4, 5, 6, 7, 8, 9, 10]),
};

/**
 * The night that follows a date ("2026-11-24") at a place: the sun 6 degrees below the horizon (civil
 * twilight, of which the law and the almanacs speak). Null outside the dark season, and where the sun does
 * not go so deep.
 */
export function nightAfter(date: string, lonLat: LonLat, timeZone: string): Night | null {
  const [lon, lat] = lonLat;
  if (!(lat < 0 ? darkMonths.south : darkMonths.north).has(Number(date.slice(5, 7)))) return null;
  const noon = zoneOf(timeZone)
    .instantOf(Date.parse(`${date}T12:00Z`))
    .getTime();
  const { dusk } = getTimes(new Date(noon), lat, lon);
  const { dawn } = getTimes(new Date(noon + dayMs), lat, lon);
  return dusk && dawn ? { fromMs: dusk.getTime(), toMs: dawn.getTime() } : null;
}
