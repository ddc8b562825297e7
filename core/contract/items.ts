import { z } from 'zod';
import { collectionParameters } from './collections.ts';
import { type Crs, crsParameter } from './crs.ts';
import { type Format, identifier, onceFor, queryOf, refuse, wholeNumber } from './define.ts';
import {
  type CollectionContract,
  type CollectionId,
  collectionIds,
  collections,
  datasetsOf,
} from './features/index.ts';
import { type Narrowing, narrowing, readNarrowing } from './narrowing.ts';

const anyGeometry = z
  .object({ type: z.string(), coordinates: z.array(z.unknown()) })
  .nullable()
  .meta({ description: 'GeoJSON geometry in the system asked for; null where there is none.' });

const link = z.object({ href: z.string(), rel: z.string() }).catchall(z.string());

export const featureSchema = (properties: z.ZodType) =>
  z.object({
    type: z.literal('Feature'),
    id: z.string(),
    geometry: anyGeometry,
    properties,
    links: z.array(link).optional(),
  });

export const featureCollectionSchema = (properties: z.ZodType) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(featureSchema(properties)),
    links: z.array(link),
    numberMatched: z.number(),
    numberReturned: z.number(),
    timeStamp: z.string(),
  });

const pageFormats = {
  geojson: {
    mediaType: 'application/geo+json',
    alsoFor: ['application/json', 'application/vnd.geo+json'],
    schema: featureCollectionSchema(z.record(z.string(), z.unknown())),
  },
  csv: { mediaType: 'text/csv', schema: null },
} as const satisfies Record<string, Format>;

/** What a page of a collection is asked with, after reading. */
export interface ItemsParameters extends Narrowing {
  readonly limit: number;
  readonly cursor: string | null;
  readonly crs: Crs;
  readonly sortby: { readonly property: string; readonly descending: boolean } | null;
}

const sortbyParameter = (sortables: readonly string[]) =>
  z
    .string()
    .transform((text, context) => {
      // A "+" in an address is read as a space.
      const property = text.replace(/^[+ -]/, '');
      if (!sortables.includes(property)) {
        return refuse(context, 'not-one-of', sortables.flatMap((name) => [name, `-${name}`]).join(', '));
      }
      return { property, descending: text.startsWith('-') };
    })
    .optional()
    .meta({
      description: `Property to sort by, "-" before it for descending: ${sortables.join(', ') || 'none'}.`,
    });

const queryShape = (contract: CollectionContract, regionCrs: number) =>
  queryOf(pageFormats, {
    limit: wholeNumber(1, 10_000, { cap: true })
      .default(100)
      .meta({
        description: 'Features on a page, 1-10000 (default 100); a larger number is lowered to 10000.',
        override: { type: 'integer', minimum: 1, maximum: 10_000, default: 100 },
      }),
    cursor: z.string().max(2000).optional().meta({ description: 'Only ever taken from a "next" link.' }),
    crs: crsParameter(regionCrs),
    sortby: sortbyParameter(contract.sortables),
    ...narrowing(contract, regionCrs),
  });

/** One schema per collection: each has filters of its own. */
const queriesOf = (regionCrs: number) =>
  Object.fromEntries(
    collectionIds.map((id) => {
      const contract: CollectionContract = collections[id];
      const schema = queryShape(contract, regionCrs).transform(
        (values, context): ItemsParameters => ({
          limit: values.limit,
          cursor: values.cursor ?? null,
          crs: values.crs,
          sortby: values.sortby ?? null,
          ...readNarrowing(contract, values, context),
        }),
      );
      return [id, schema];
    }),
  ) as unknown as Readonly<Record<CollectionId, z.ZodType<ItemsParameters>>>;

/** Made once for each region a process speaks of. */
const queries = onceFor(queriesOf);

/** `GET /api/v1/collections/{collectionId}/items`: a page of features. */
export const items = {
  method: 'get',
  path: '/api/v1/collections/{collectionId}/items',
  summary: 'A page of features',
  parameters: collectionParameters,
  query: ({ collectionId }: z.output<typeof collectionParameters>, regionCrs: number) =>
    queries(regionCrs)[collectionId],
  body: null,
  formats: pageFormats,
  success: 200,
  datasets: ({ collectionId }: z.output<typeof collectionParameters>) => datasetsOf(collectionId),
  formatOf: null,
} as const;

const itemFormats = {
  geojson: {
    mediaType: 'application/geo+json',
    alsoFor: ['application/json', 'application/vnd.geo+json'],
    schema: featureSchema(z.record(z.string(), z.unknown())),
  },
} as const satisfies Record<string, Format>;

const itemParameters = collectionParameters.extend({ featureId: identifier });
const itemQuery = onceFor((regionCrs) => queryOf(itemFormats, { crs: crsParameter(regionCrs) }));

export const item = {
  method: 'get',
  path: '/api/v1/collections/{collectionId}/items/{featureId}',
  summary: 'One feature',
  parameters: itemParameters,
  query: (_path: z.output<typeof itemParameters>, regionCrs: number) => itemQuery(regionCrs),
  body: null,
  formats: itemFormats,
  success: 200,
  datasets: ({ collectionId }: z.output<typeof itemParameters>) => datasetsOf(collectionId),
  formatOf: null,
} as const;
