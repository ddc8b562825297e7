import { z } from 'zod';
import type { DatasetVersion } from '../place/provenance.ts';
import type { Region } from '../place/region.ts';
import { endpoint, json } from './define.ts';
import { datasetVersionSchema } from './envelope.ts';

/** Answer of `GET /api/v1/about`: what this server speaks of and from which data. */
export interface AboutResponse {
  readonly region: Region;
  readonly dataVersions: readonly DatasetVersion[];
  readonly isModel: boolean;
  /** Version of the software, from package.json. */
  readonly softwareVersion: string;
}

/** Every dataset there is: the whole of the shipped and imported data. */
export const allDatasets = [
  'territories',
  'settlements',
  'population',
  'venues',
  'events',
  'streets',
  'landcover',
  'timetable',
  'on-demand',
  'codes',
  'population-totals',
  'addresses',
  'venue-matches',
  'survey',
] as const;

export const about = endpoint({
  path: '/api/v1/about',
  summary: 'What this server speaks of and from which data',
  formats: json(
    z.object({
      region: z.record(z.string(), z.unknown()),
      dataVersions: z.array(datasetVersionSchema),
      isModel: z.boolean(),
      softwareVersion: z.string(),
    }),
  ),
  datasets: allDatasets,
});
