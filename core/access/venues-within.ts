import { venueCountClasses } from './classes.ts';
import { minutesBetween } from './input.ts';
import type { Measure } from './measure.ts';

/** Number of venues within the cutoff ("at most"); a territory has the mean over all its residents. No venue decides. */
export const venuesWithin: Measure = {
  id: 'venues-within',
  unit: 'venues',
  classes: venueCountClasses,
  summary: 'weighted-mean',
  destination: 'offer',
  valueOf(input, home) {
    const undecided = { minutes: null, km: null, destination: null };
    const unknown = input.homes.unknown[home] ?? null;
    if (unknown !== null) return { ...undecided, value: null, reason: unknown };
    let value = 0;
    for (let candidate = 0; candidate < input.destinations.length; candidate += 1) {
      if (minutesBetween(input, home, candidate) <= input.cutoffMinutes) value += 1;
    }
    return { ...undecided, value, reason: null };
  },
};
