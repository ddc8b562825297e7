import { z } from 'zod';
import { provenance } from './common.ts';

/** Square of the 1 km LKS-92 grid; its geometry is the square itself. */
export const cellProperties = z.object({
  territoryId: z.string(),
  people: z.number(),
  nearestSettlement: z.string(),
  centreLongitudeDegrees: z.number(),
  centreLatitudeDegrees: z.number(),
  ...provenance,
});
export type CellProperties = z.output<typeof cellProperties>;
