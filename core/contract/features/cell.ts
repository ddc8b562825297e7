import { z } from 'zod';
import { provenance } from './common.ts';

/** A cell of a grid with its residents; its geometry is its outline. */
export const cellProperties = z.object({
  territoryId: z
    .string()
    .nullable()
    .meta({ description: 'The town or parish in which its centre lies; null outside all of them.' }),
  people: z.number(),
  isSmallCount: z.boolean().meta({
    description:
      'True where the count rests on published counts of 5, each of which stands for 1 to 10 residents.',
  }),
  peopleLeast: z.number().meta({ description: 'Fewest residents that the published counts allow.' }),
  peopleMost: z.number().meta({ description: 'Most residents that the published counts allow.' }),
  nearestSettlement: z.string(),
  centreLongitudeDegrees: z.number(),
  centreLatitudeDegrees: z.number(),
  ...provenance,
});
export type CellProperties = z.output<typeof cellProperties>;
