import { minuteClasses } from './classes.ts';
import type { Measure } from './measure.ts';
import { minutesToDeciding } from './nearest.ts';

/**
 * Which venue each home belongs to when everybody goes to the nearest one (ties to the lowest id), and how
 * far that is. What sets it apart from `nearest` is the row of each venue: residents, median, farthest home.
 */
export const catchment: Measure = {
  id: 'catchment',
  unit: 'min',
  classes: minuteClasses,
  summary: 'weighted-median',
  destination: 'offer',
  valueOf: minutesToDeciding,
};
