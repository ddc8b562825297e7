/** Files of residents by grid cell as the statistical offices publish them, made of numbers. */

export interface GridCount {
  /** Kilometres (1 km grid) or hundreds of metres (100 m grid) of the lower left corner. */
  readonly x: number;
  readonly y: number;
  readonly people: number | string;
}

const head = '# Pedejas izmainas/Last updated 13.01.2020.\r\nID,Total\r\n';

/** `Grid_LV_1k_population_2019_PUBLIC.csv`, or the one of 100 m. */
export const cspGridFile = (size: '1km' | '100m', counts: readonly GridCount[]): string =>
  head + counts.map(({ x, y, people }) => `${size}X${x}Y${y},${people}\r\n`).join('');

/** A number between 0 and 1 that is always the same for the same seed (mulberry32). */
const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** Counts of 1 to 10 are published as 5; towns are few and far larger. */
const published = (draw: number): number => {
  const people = Math.ceil(3 / Math.max(0.0005, draw ** 1.4));
  return people < 11 ? 5 : people;
};

/**
 * A whole country in squares of a kilometre, synthetic: as many cells as asked, at most 65,450, each with
 * residents, as large as Latvia. The same number gives the same bytes.
 */
export const countryGridFile = (cells: number): string => {
  const draw = random(1);
  // All of it is land or the Gulf of Riga, whose mirror image is no land: nothing reads as swapped.
  const [west, south, width, height] = [400, 185, 350, 187];
  const step = (width * height) / cells;
  const counts = Array.from({ length: cells }, (_, i): GridCount => {
    const place = Math.floor(i * step);
    return { x: west + (place % width), y: south + Math.floor(place / width), people: published(draw()) };
  });
  return cspGridFile('1km', counts);
};
