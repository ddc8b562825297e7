import { minuteClasses } from './classes.ts';
import { decidingDestination } from './deciding.ts';
import type { AccessInput } from './input.ts';
import type { HomeValue, Measure } from './measure.ts';

/** Minutes to the nearest venue of the offer; a territory has the median of its residents. */
export const nearest: Measure = {
  id: 'nearest',
  unit: 'min',
  classes: minuteClasses,
  summary: 'weighted-median',
  destination: 'offer',
  valueOf: minutesToDeciding,
};

/** The time to the nearest destination as the value itself. */
export function minutesToDeciding(input: AccessInput, home: number): HomeValue {
  const found = decidingDestination(input, home);
  if ('reason' in found)
    return { value: null, minutes: null, km: null, destination: null, reason: found.reason };
  return { ...found, value: found.minutes, reason: null };
}
