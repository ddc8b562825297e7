import { z } from 'zod';
import { population, provenance } from './common.ts';

export const territoryKinds = ['municipality', 'town', 'parish', 'neighbour'] as const;

export const territoryProperties = z.object({
  kind: z.enum(territoryKinds),
  nameLv: z.string(),
  nameEn: z.string(),
  parentId: z.string().nullable().meta({
    description:
      'Municipality it belongs to on the day of the borders of the region, which is today unless its file says another.',
  }),
  parentIds: z.array(z.string()).meta({ description: 'Municipalities it belonged to, newest last.' }),
  atvk2009: z.string().nullable().meta({ description: 'ATVK code of 2009-2021, 7 digits.' }),
  atvk2021: z.string().nullable().meta({ description: 'ATVK code since 2021-07-01, 7 digits.' }),
  atvk2021IsInferred: z.boolean(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  areaKm2Official: z.number().nullable(),
  outlineToleranceMetres: z.number().nullable().meta({
    description:
      'How far the outline given is from the full one at most, because it was simplified for the screen; null: it is the full one. A single feature always comes with its full outline.',
  }),
  centreName: z.string().nullable(),
  centreLongitudeDegrees: z.number().nullable(),
  centreLatitudeDegrees: z.number().nullable(),
  ...population,
  peopleYears: z
    .array(z.string())
    .meta({ description: 'Years in which a statistical office counted the unit, oldest first.' }),
  peopleByYear: z
    .array(z.number())
    .meta({ description: 'Residents in each of `peopleYears`, at the beginning of the year.' }),
  agesYear: z
    .string()
    .nullable()
    .meta({ description: 'Year of the three age groups; null where none are known.' }),
  peopleAged0To14: z.number().nullable(),
  peopleAged15To64: z.number().nullable(),
  peopleAged65Plus: z.number().nullable(),
  ...provenance,
});
export type TerritoryProperties = z.output<typeof territoryProperties>;
