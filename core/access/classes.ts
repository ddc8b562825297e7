import type { Classes } from './answer.ts';

/** Bands of Eurostat and OECD work on access to services; 30 minutes is the pivot. */
export const minuteClasses: Classes = { breaks: [15, 30, 45, 60], unit: 'min', largerIsBetter: false };

/** "Nobody" is a class of its own. */
export const percentClasses: Classes = { breaks: [0, 25, 50, 75], unit: 'percent', largerIsBetter: true };

/** "None" and "one" are classes of their own: no choice, and no choice but one. */
export const venueCountClasses: Classes = { breaks: [0, 1, 3, 9], unit: 'venues', largerIsBetter: true };

/** Class of a value: the first whose break it does not exceed, else the last. A value equal to a break is below it. */
export function classOf(classes: Classes, value: number): number {
  const index = classes.breaks.findIndex((limit) => value <= limit);
  return index < 0 ? classes.breaks.length : index;
}
