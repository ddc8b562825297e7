import type { Ahead } from '../engine/ahead.ts';
import type { Job } from './job.ts';
import { travelDatasets } from './travel-times.ts';

/** Days for which round trips are known before anybody asks. */
const days = 31;

/** Round trips to the dates of a month: tens of megabytes, made of travel in seconds, so in memory only. */
export const roundTrips = (engine: Ahead): Job => ({
  name: 'round-trips',
  datasets: [...travelDatasets, 'events'],
  isDaily: true,
  scope: 'own',
  run: (run) => engine.computeRoundTrips(days, run),
});
