import type { Clock, Figures } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Ahead } from '../engine/ahead.ts';
import type { Job } from './job.ts';
import { datesOfEvents } from './lay-out-dates.ts';
import { roundTrips } from './round-trips.ts';
import { travelTimes } from './travel-times.ts';
import { warmFigures } from './warm-figures.ts';

/** What the jobs work with. */
export interface JobWorld {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: Ahead;
  readonly figures: Pick<Figures, 'preview'>;
  /** Told the day for which the dates of events are laid out from now on. */
  readonly onLaidOut: (day: string) => void;
}

/** The family of jobs, in the order in which they are done when several are due. */
export const createJobs = ({ database, clock, engine, figures, onLaidOut }: JobWorld): readonly Job[] => [
  datesOfEvents(database, clock, onLaidOut),
  travelTimes(engine),
  roundTrips(engine),
  warmFigures(figures),
];
