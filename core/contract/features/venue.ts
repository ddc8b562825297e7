import { z } from 'zod';
import { venueKinds, venueStatuses } from '../../offer/venue.ts';
import { provenance } from './common.ts';

const stated = z.enum(['yes', 'no', 'partly', 'not-stated']);

export const venueProperties = z.object({
  nameLv: z.string(),
  nameEn: z.string().nullable(),
  kind: z.enum(venueKinds),
  subtype: z.string().nullable(),
  sectors: z.array(z.string()),
  status: z.enum(venueStatuses),
  closedOn: z.string().nullable(),
  territoryId: z.string().nullable(),
  settlement: z.string().nullable(),
  address: z.string().nullable(),
  positionState: z.enum(['exact', 'approximate', 'missing']),
  positionAccuracyMetres: z.number().nullable().meta({ description: 'Radius in which the true point lies.' }),
  positionMethod: z.string().nullable(),
  positionMissingReason: z.string().nullable(),
  capacityPersons: z.number().nullable(),
  openingHours: z.string().nullable().meta({ description: 'OpenStreetMap opening_hours notation.' }),
  stepFreeEntrance: stated,
  accessibleToilet: stated,
  disabledParking: stated,
  hearingLoop: stated,
  url: z.string().nullable(),
  note: z.string().nullable(),
  isil: z
    .string()
    .nullable()
    .meta({ description: 'International Standard Identifier for Libraries and related organisations.' }),
  mergedIds: z.array(z.string()).meta({
    description: 'Ids of other rows that a person judged to be this place; each leads here.',
  }),
  mergedLists: z.array(z.string()).meta({ description: 'Their lists, in the same order.' }),
  mergedSources: z.array(z.string()).meta({ description: 'Their sources, in the same order.' }),
  list: z.string().meta({ description: '"shipped", or the name of a list somebody brought.' }),
  ...provenance,
});
export type VenueProperties = z.output<typeof venueProperties>;
