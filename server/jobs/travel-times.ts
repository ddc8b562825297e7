import type { DatasetName } from '#core/place/provenance.ts';
import type { Ahead } from '../engine/ahead.ts';
import type { Job } from './job.ts';

/** What travel from every home to every venue depends on. */
export const travelDatasets = [
  'territories',
  'population',
  'venues',
  'venue-matches',
  'streets',
  'timetable',
  'on-demand',
] as const satisfies readonly DatasetName[];

/** Travel of every mode to every venue, kept in the database: who else runs it afterwards only reads it. */
export const travelTimes = (engine: Ahead): Job => ({
  name: 'travel-times',
  datasets: travelDatasets,
  // The departures that are meant where nobody says when move on with the days.
  isDaily: true,
  scope: 'shared',
  isReadByAll: true,
  run: (run) => engine.computeTravelTimes(run),
});
