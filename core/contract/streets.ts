import { z } from 'zod';
import { endpoint, json } from './define.ts';
import { envelopeOf } from './envelope.ts';

/** `GET /api/v1/streets`: what the import of the current streets told; a `StreetsResponse`. */
export const streets = endpoint({
  path: '/api/v1/streets',
  summary: 'The street network: what its import read, guessed and left out',
  formats: json(
    envelopeOf(
      z
        .record(z.string(), z.unknown())
        .nullable()
        .meta({ description: 'The report of the import; null where the import made none.' }),
    ),
  ),
  datasets: ['streets'],
});
