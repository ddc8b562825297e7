import { z } from 'zod';
import { collectionSchema } from './collections.ts';
import { crsParameter } from './crs.ts';
import { type Format, identifier, json, queryOf } from './define.ts';
import { collectionParameters, datasetsOf, featureSchema } from './items.ts';

const itemFormats = {
  geojson: {
    mediaType: 'application/geo+json',
    alsoFor: ['application/json', 'application/vnd.geo+json'],
    schema: featureSchema(z.record(z.string(), z.unknown())),
  },
} as const satisfies Record<string, Format>;

const itemParameters = collectionParameters.extend({ featureId: identifier });
const itemQuery = queryOf(itemFormats, { crs: crsParameter });

export const item = {
  method: 'get',
  path: '/api/v1/collections/{collectionId}/items/{featureId}',
  summary: 'One feature',
  parameters: itemParameters,
  query: () => itemQuery,
  body: null,
  formats: itemFormats,
  success: 200,
  datasets: ({ collectionId }: z.output<typeof itemParameters>) => datasetsOf(collectionId),
  formatOf: null,
} as const;

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
