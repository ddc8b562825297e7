/**
 * Colours of classes: ColorBrewer "YlGnBu" (Cynthia Brewer, colorbrewer2.org, Apache 2.0), light to dark.
 *
 * Only as many classes as keep at least 10 CIEDE2000 between neighbours for normal, protan, deutan,
 * tritan and grey vision: with six the distance falls to 5.8, so six are not offered.
 */
const ylGnBu = {
  1: ['#41b6c4'],
  2: ['#edf8b1', '#2c7fb8'],
  3: ['#edf8b1', '#7fcdbb', '#2c7fb8'],
  4: ['#ffffcc', '#a1dab4', '#41b6c4', '#225ea8'],
  5: ['#ffffcc', '#a1dab4', '#41b6c4', '#2c7fb8', '#253494'],
} as const satisfies Record<number, readonly string[]>;

export const maxClasses = 5;

/**
 * Colours of `count` classes (1 to 5) in the order of the classes. The dark end is always the worse
 * access, so that the eye goes to the gaps, whichever way the numbers run.
 *
 * @throws RangeError for more classes than the palette keeps apart.
 */
export const classColours = (count: number, largerIsBetter: boolean): readonly string[] => {
  const colours: readonly string[] | undefined = (ylGnBu as Record<number, readonly string[]>)[count];
  if (colours === undefined) throw new RangeError(`1 to ${maxClasses} classes, not ${count}`);
  return largerIsBetter ? colours.toReversed() : colours;
};
