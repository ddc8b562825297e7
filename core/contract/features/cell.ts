import { z } from 'zod';
import { provenance } from './common.ts';

/** A square of the 1 km LKS-92 grid, or a cell of another grid with its own outline; that is its geometry. */
export const cellProperties = z.object({
  territoryId: z.string(),
  people: z.number(),
  nearestSettlement: z.string(),
  centreLongitudeDegrees: z.number(),
  centreLatitudeDegrees: z.number(),
  ...provenance,
});
export type CellProperties = z.output<typeof cellProperties>;
