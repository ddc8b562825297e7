import { Problem } from '../../problem.ts';

/**
 * What is wrong with an OSM file, as a Problem that a person can act on. The field is "file": whoever opened
 * the file puts its name there.
 * @param value what was found.
 * @param expected what to bring instead.
 */
export const brokenOsm = (value: string, expected: string, cause?: unknown): Problem =>
  new Problem('bad-import', { faults: [{ field: 'file', fault: 'malformed', value, expected }], cause });

/** What to do about a file that ends early or holds what no writer writes. */
export const downloadAgain = 'a whole .osm.pbf file: download it again';
