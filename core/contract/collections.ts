import { z } from 'zod';
import { allDatasets } from './about.ts';
import { endpoint, json, queryOf } from './define.ts';
import { datasetVersionSchema } from './envelope.ts';
import { collectionIds, datasetsOf } from './features/index.ts';
import { linkSchema } from './landing.ts';

const collectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  itemType: z.literal('feature'),
  extent: z.object({
    spatial: z.object({ bbox: z.array(z.array(z.number())), crs: z.string() }).optional(),
    temporal: z.object({ interval: z.array(z.array(z.string().nullable())), trs: z.string() }).optional(),
  }),
  crs: z.array(z.string()),
  storageCrs: z.string(),
  isModel: z.boolean(),
  licence: z.string(),
  dataVersions: z.array(datasetVersionSchema),
  links: z.array(linkSchema),
});
export type CollectionAnswer = z.output<typeof collectionSchema>;

export const collectionList = endpoint({
  path: '/api/v1/collections',
  summary: 'The collections of features',
  formats: json(
    z.object({
      crs: z.array(z.string()),
      links: z.array(linkSchema),
      collections: z.array(collectionSchema),
    }),
  ),
  datasets: allDatasets,
});

export const collectionParameters = z.object({
  collectionId: z.enum(collectionIds).meta({ description: 'Name of a collection.' }),
});

const collectionFormats = json(collectionSchema);
const collectionQuery = queryOf(collectionFormats, {});

export const collection = {
  method: 'get',
  path: '/api/v1/collections/{collectionId}',
  summary: 'One collection: title, extent, licence and versions of its data',
  parameters: collectionParameters,
  query: () => collectionQuery,
  body: null,
  formats: collectionFormats,
  success: 200,
  datasets: ({ collectionId }: z.output<typeof collectionParameters>) => datasetsOf(collectionId),
  formatOf: null,
} as const;
