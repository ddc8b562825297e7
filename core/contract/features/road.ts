import { z } from 'zod';
import { highwayClasses } from '../../roads/street.ts';
import { provenance } from './common.ts';

export const surfaces = ['paved', 'gravel', 'ground', 'unknown'] as const;
export const roadRoles = ['road', 'link'] as const;

export const roadProperties = z.object({
  ref: z.string().nullable(),
  name: z.string().nullable(),
  highway: z.enum(highwayClasses),
  surface: z.enum(surfaces),
  role: z
    .enum(roadRoles)
    .meta({ description: '"link" joins a place to the nearest road and is constructed.' }),
  lengthMetres: z
    .number()
    .meta({ description: 'Length to travel, with the detour factor of a schematic line.' }),
  isBuiltUp: z.boolean(),
  oneway: z.boolean(),
  ...provenance,
});
