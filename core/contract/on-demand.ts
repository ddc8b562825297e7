import { z } from 'zod';
import { type OnDemandZone, weekdays } from '../transit/on-demand.ts';
import { endpoint, json } from './define.ts';
import { envelopeOf } from './envelope.ts';

const clock = z.string().meta({ description: 'Local time, "07:00".' });

const area = z.union([
  z.object({ territoryIds: z.array(z.string()) }),
  z.object({
    ring: z
      .array(z.tuple([z.number(), z.number()]))
      .meta({ description: 'Longitude and latitude, degrees of WGS 84.' }),
  }),
]);

const booking = z.union([
  z
    .object({ daysBefore: z.number(), by: z.string() })
    .meta({ description: 'So many days before the ride, by a local time.' }),
  z.object({ hoursBefore: z.number() }).meta({ description: 'So many hours before the ride begins.' }),
]);

const onDemandZoneSchema = z.object({
  id: z.string(),
  nameLv: z.string(),
  nameEn: z.string(),
  area: area.meta({ description: 'Towns and parishes by id, or a closed ring.' }),
  days: z.array(z.enum(weekdays)),
  hours: z
    .object({ from: clock, to: clock })
    .meta({ description: 'Local times between which a ride begins and ends.' }),
  booking,
  seats: z.number().nullable().meta({ description: 'Passengers at a time; null where not stated.' }),
  validUntil: z.string().meta({ description: 'Last local date on which it runs.' }),
  source: z.string(),
  isModel: z
    .boolean()
    .meta({ description: 'True where hours, days or dates are a model and not announced.' }),
}) satisfies z.ZodType<OnDemandZone>;

/** `GET /api/v1/on-demand`: where a vehicle comes when it was booked; an `OnDemandResponse`. */
export const onDemand = endpoint({
  path: '/api/v1/on-demand',
  summary: 'Zones of on-demand transport: where, when, how to book, until when, and from which source',
  formats: json(
    envelopeOf(z.array(onDemandZoneSchema).meta({ description: 'Empty where there is no such transport.' })),
  ),
  datasets: ['on-demand'],
});
