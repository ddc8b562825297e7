import { z } from 'zod';
import { eventCategories, eventStatuses } from '../../offer/event.ts';
import { provenance } from './common.ts';

export const priceStates = ['free', 'priced', 'not-stated'] as const;

/** One date of an event, with what a list needs to show it. */
export const occurrenceProperties = z.object({
  eventId: z.string(),
  titleLv: z.string(),
  titleEn: z.string().nullable(),
  descriptionLv: z.string().nullable(),
  descriptionEn: z.string().nullable(),
  category: z.enum(eventCategories),
  audience: z.array(z.string()),
  startsAt: z.string().meta({ description: 'RFC 3339 with the offset of the region.' }),
  endsAt: z.string().nullable().meta({ description: 'Null when no end is stated; never invented.' }),
  status: z.enum(eventStatuses),
  statusNote: z.string().nullable(),
  venueId: z.string().nullable(),
  venueName: z.string().nullable(),
  place: z.string(),
  territoryId: z.string().nullable(),
  umbrellaId: z.string().nullable(),
  organiser: z.string().nullable().meta({ description: 'Null when not stated; the venue is not assumed.' }),
  price: z.enum(priceStates),
  priceMinEuro: z.number().nullable(),
  priceMaxEuro: z.number().nullable(),
  modelFields: z.array(z.string()).meta({ description: 'Fields that a model filled in.' }),
  url: z.string().nullable(),
  list: z.string(),
  ...provenance,
});
export type OccurrenceProperties = z.output<typeof occurrenceProperties>;
