import { z } from 'zod';
import type { AddressIndex } from '../place/geocode/address-index.ts';
import { endpoint, json } from './define.ts';
import { envelopeOf } from './envelope.ts';

const numbers = z.array(z.number());
const steps = numbers.meta({ description: 'Differences to the one before, the first to 0.' });
const pair = z
  .tuple([z.number(), z.number()])
  .meta({ override: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 } });

const addressIndexSchema = z
  .object({
    format: z.literal(1),
    kind: z.enum(['house', 'place-name']),
    names: z.array(z.string()).meta({ description: 'Every name of a place or a house once.' }),
    places: z.object({
      name: numbers.meta({ description: 'Into `names`.' }),
      level: numbers.meta({ description: '0 municipality, 1 town or parish, 2 village, 3 street.' }),
      parent: numbers.meta({ description: 'The place it lies in, which comes before it; -1 for none.' }),
      lonSteps: steps,
      latSteps: steps,
      radiusMetres: numbers,
      houses: numbers.meta({ description: 'How many of the houses, in their order, lie right in it.' }),
    }),
    territories: z
      .array(
        z.tuple([z.number(), z.string()]).meta({
          override: { type: 'array', items: { type: ['number', 'string'] }, minItems: 2, maxItems: 2 },
        }),
      )
      .meta({ description: 'Place and id of the town or parish of the map.' }),
    houses: z.object({
      nameSteps: steps,
      lonSteps: steps.meta({ description: 'Hundred-thousandths of a degree, as differences.' }),
      latSteps: steps,
      postcodes: z
        .array(pair)
        .meta({ description: 'Runs with the same postcode: how many houses, its digits.' }),
    }),
  })
  .meta({ description: 'Addresses as columns.' }) satisfies z.ZodType<AddressIndex>;

/**
 * `GET /api/v1/addresses`: all addresses of the region at once, to be searched where the question is asked; an
 * `AddressesResponse`. There is no address that takes a question: what somebody looks for is never sent.
 */
export const addresses = endpoint({
  path: '/api/v1/addresses',
  summary: 'Addresses and place names, whole, to be searched by whoever asks and not by the server',
  formats: json(envelopeOf(z.array(addressIndexSchema))),
  datasets: ['addresses'],
});
