import { z } from 'zod';
import type { DatasetName } from '../place/provenance.ts';
import type { Bbox } from '../place/units.ts';
import { type Crs, crs84, crsList, crsParameter, readBox, readBoxNumbers } from './crs.ts';
import { type Interval, readDatetime } from './datetime.ts';
import { type Format, queryOf, refuse, wholeNumber } from './define.ts';
import { type CollectionContract, type CollectionId, collectionIds, collections } from './features/index.ts';

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

export const itemFormats = {
  geojson: {
    mediaType: 'application/geo+json',
    alsoFor: ['application/json', 'application/vnd.geo+json'],
    schema: featureCollectionSchema(z.record(z.string(), z.unknown())),
  },
  csv: { mediaType: 'text/csv', schema: null },
} as const satisfies Record<string, Format>;

export const collectionParameters = z.object({
  collectionId: z.enum(collectionIds).meta({ description: 'Name of a collection.' }),
});

/** What a page of a collection is asked with, after reading. */
export interface ItemsParameters {
  readonly limit: number;
  readonly cursor: string | null;
  readonly bbox: Bbox | null;
  readonly crs: Crs;
  readonly datetime: Interval | null;
  readonly q: string | null;
  readonly filters: Readonly<Record<string, string>>;
  readonly sortby: { readonly property: string; readonly descending: boolean } | null;
}

const filterParameter = (allowed: readonly string[] | null) =>
  z
    .string()
    .min(1)
    .max(400)
    .transform((text, context) => {
      const isUnknown = allowed !== null && text.split(',').some((value) => !allowed.includes(value));
      return isUnknown ? refuse(context, 'not-one-of', (allowed ?? []).join(', ')) : text;
    })
    .optional()
    .meta({
      description: `One value or several joined by commas${allowed ? `: ${allowed.join(', ')}` : ''}.`,
    });

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

const searchText = z.string().trim().min(1).max(200).optional().meta({
  description: 'Words to find in names and texts; case and diacritics do not matter.',
});

/** Parameters that narrow a collection; shared by items and calendars. */
export function narrowing(contract: CollectionContract) {
  const filters = Object.fromEntries(
    Object.entries(contract.filters).map(([name, allowed]) => [name, filterParameter(allowed)]),
  );
  return {
    bbox: z
      .string()
      .transform(readBoxNumbers)
      .optional()
      .meta({
        description: 'Four or six numbers in the axis order of bbox-crs; features without geometry stay in.',
        param: { style: 'form', explode: false },
        override: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 6 },
      }),
    'bbox-crs': z.enum(crsList).default(crs84).meta({ description: 'System in which bbox is written.' }),
    datetime: z.string().transform(readDatetime).optional().meta({
      description: 'Instant, day or interval (RFC 3339, open ends ".."); features without time stay in.',
      example: '2026-10-24/2026-10-25',
    }),
    q: searchText,
    ...filters,
  };
}

/** The parameters of {@link narrowing} after reading, in the form a page is asked with. */
export function readNarrowing(
  contract: CollectionContract,
  values: Readonly<Record<string, unknown>>,
  context: z.RefinementCtx,
): Pick<ItemsParameters, 'bbox' | 'datetime' | 'q' | 'filters'> {
  const box = values.bbox as readonly number[] | undefined;
  const filters = Object.keys(contract.filters)
    .filter((name) => typeof values[name] === 'string')
    .map((name) => [name, String(values[name])] as const);
  return {
    bbox: box === undefined ? null : readBox(box, values['bbox-crs'] as Crs, context),
    datetime: (values.datetime as Interval | undefined) ?? null,
    q: (values.q as string | undefined) ?? null,
    filters: Object.fromEntries(filters),
  };
}

const queryShape = (contract: CollectionContract) =>
  queryOf(itemFormats, {
    limit: wholeNumber(1, 10_000, { cap: true })
      .default(100)
      .meta({
        description: 'Features on a page, 1-10000 (default 100); a larger number is lowered to 10000.',
        override: { type: 'integer', minimum: 1, maximum: 10_000, default: 100 },
      }),
    cursor: z.string().max(2000).optional().meta({ description: 'Only ever taken from a "next" link.' }),
    crs: crsParameter,
    sortby: sortbyParameter(contract.sortables),
    ...narrowing(contract),
  });

/** One schema per collection, made once: each has filters of its own. */
const queries = Object.fromEntries(
  collectionIds.map((id) => {
    const contract: CollectionContract = collections[id];
    const schema = queryShape(contract).transform(
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

export const datasetsOf = (id: CollectionId): readonly DatasetName[] => [
  collections[id].dataset,
  ...collections[id].alsoFrom,
];

/** `GET /api/v1/collections/{collectionId}/items`: a page of features. */
export const items = {
  method: 'get',
  path: '/api/v1/collections/{collectionId}/items',
  summary: 'A page of features',
  parameters: collectionParameters,
  query: ({ collectionId }: z.output<typeof collectionParameters>) => queries[collectionId],
  body: null,
  formats: itemFormats,
  success: 200,
  datasets: ({ collectionId }: z.output<typeof collectionParameters>) => datasetsOf(collectionId),
  formatOf: null,
} as const;
