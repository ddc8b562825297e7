import { minuteClasses } from './classes.ts';
import type { Measure } from './measure.ts';
import { minutesToDeciding } from './nearest.ts';

/** Minutes and kilometres to the focal town of the region; there is one destination and no venue. */
export const wayToTown: Measure = {
  id: 'way-to-town',
  unit: 'min',
  classes: minuteClasses,
  summary: 'weighted-median',
  destination: 'focal-town',
  valueOf: minutesToDeciding,
};
