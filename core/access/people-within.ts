import { percentClasses } from './classes.ts';
import { decidingDestination } from './deciding.ts';
import type { Measure } from './measure.ts';

/**
 * Share of residents who have at least one venue within the cutoff ("at most"): 100 or 0 for a home; for a
 * territory each resident counts once, whatever the number of venues, of all residents, those who reach
 * nothing included. With no venue at all it is 0: a sum over nothing.
 */
export const peopleWithin: Measure = {
  id: 'people-within',
  unit: 'percent',
  classes: percentClasses,
  summary: 'weighted-mean',
  destination: 'offer',
  valueOf(input, home) {
    const found = decidingDestination(input, home);
    if (!('reason' in found)) {
      return { ...found, value: found.minutes <= input.cutoffMinutes ? 100 : 0, reason: null };
    }
    const blank = { minutes: null, km: null, destination: null };
    // A place off the network is unknown; a place with no way, or nowhere to go, is known to reach nothing.
    const unknown = input.homes.unknown[home] ?? null;
    if (unknown !== null) return { ...blank, value: null, reason: unknown };
    return { ...blank, value: 0, reason: null };
  },
};
