import { z } from 'zod';
import { population, provenance } from './common.ts';

export const territoryKinds = ['municipality', 'town', 'parish', 'neighbour'] as const;

export const territoryProperties = z.object({
  kind: z.enum(territoryKinds),
  nameLv: z.string(),
  nameEn: z.string(),
  parentId: z.string().nullable().meta({ description: 'Municipality it belongs to now.' }),
  parentIds: z.array(z.string()).meta({ description: 'Municipalities it belonged to, newest last.' }),
  atvk2009: z.string().nullable().meta({ description: 'ATVK code of 2009-2021, 7 digits.' }),
  atvk2021: z.string().nullable().meta({ description: 'ATVK code since 2021-07-01, 7 digits.' }),
  atvk2021IsInferred: z.boolean(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  areaKm2Official: z.number().nullable(),
  centreName: z.string().nullable(),
  centreLongitudeDegrees: z.number().nullable(),
  centreLatitudeDegrees: z.number().nullable(),
  ...population,
  ...provenance,
});
export type TerritoryProperties = z.output<typeof territoryProperties>;
