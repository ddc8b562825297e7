import type { MeasureId } from './answer.ts';
import { catchment } from './catchment.ts';
import type { Measure } from './measure.ts';
import { nearest } from './nearest.ts';
import { peopleWithin } from './people-within.ts';
import { venuesWithin } from './venues-within.ts';
import { wayToTown } from './way-to-town.ts';

/** The family of measures. A `MeasureId` without an entry here does not compile. */
export const measures: { readonly [Id in MeasureId]: Measure } = {
  nearest,
  'people-within': peopleWithin,
  'venues-within': venuesWithin,
  'way-to-town': wayToTown,
  catchment,
};
