import { type Zone, zoneOf } from './zoned-time.ts';

/**
 * The clocks of the region that this program speaks of. A program speaks of one region from its start to its end,
 * and every date of an event, on the server, in an import and on a page, is meant in its time: so the zone is said
 * once, where the region is read, and not handed through every sentence that holds a date.
 */
let timeZone = 'Europe/Riga';
let zone: Zone = zoneOf(timeZone);

/** Called where a program learns its region, before anything else. Throws `RangeError` for no known zone. */
export const setRegionTime = (region: { readonly timeZone: string }): void => {
  if (region.timeZone === timeZone) return;
  zone = zoneOf(region.timeZone);
  timeZone = region.timeZone;
};

/** IANA name: "Europe/Riga". */
export const regionTimeZone = (): string => timeZone;

export const regionZone = (): Zone => zone;
