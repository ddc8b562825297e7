import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { words } from '../language/index.ts';
import { wordsOfRegion } from '../language/region-words.ts';
import type { Language } from '../language/routes.ts';
import type { Region } from '../place/region.ts';
import type { Endpoint, Format } from './define.ts';
import { collectionIds, collections } from './features/index.ts';
import { type EndpointName, endpoints } from './index.ts';
import { featureCollectionSchema, featureSchema } from './items.ts';

type Some = Endpoint<unknown, unknown, unknown, string>;

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(
      z.object({
        field: z.string(),
        row: z.number().optional(),
        cell: z.string().optional(),
        fault: z.string(),
        message: z.string(),
        value: z.string().optional(),
        expected: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Problem', description: 'RFC 9457, in the language of the request.' });

const failure = {
  description: 'Anything that went wrong',
  content: { 'application/problem+json': { schema: problem } },
};

/** The object inside a schema that transforms its values. */
function objectOf(schema: z.ZodType): z.ZodObject | null {
  if (schema instanceof z.ZodPipe) return objectOf(schema.in as z.ZodType);
  return schema instanceof z.ZodObject ? schema : null;
}

const contentOf = (formats: Readonly<Record<string, Format>>) =>
  Object.fromEntries(
    Object.values(formats).map(({ mediaType, schema }) => [
      mediaType,
      { schema: schema ?? z.string().meta({ description: 'See the media type.' }) },
    ]),
  );

function operationOf(
  name: string,
  endpoint: Some,
  path: unknown,
  regionCrs: number,
): ZodOpenApiOperationObject {
  const parameters = objectOf(endpoint.parameters);
  const query = objectOf(endpoint.query(path, regionCrs));
  const hasPath = parameters !== null && Object.keys(parameters.shape).length > 0 && path === null;
  const { body } = endpoint;
  const bodySchema = body === null || body.mediaType === 'application/json' ? body?.schema : z.string();
  return {
    operationId: name,
    summary: endpoint.summary,
    requestParams: { ...(hasPath ? { path: parameters } : {}), ...(query === null ? {} : { query }) },
    ...(body === null || bodySchema === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              [body.mediaType, ...(body.otherTypes ?? [])].map((type) => [type, { schema: bodySchema }]),
            ),
          },
        }),
    responses: {
      [endpoint.success]: { description: endpoint.summary, content: contentOf(endpoint.formats) },
      default: failure,
    },
  };
}

/** Desktop programs look for "/collections/{id}/items" below the landing page, so paths are counted from it. */
const landingPath = endpoints.landing.path;

/** Where an address stands in the document, with the server it is counted from if not the landing page. */
function placeOf(address: string, origin: string): { path: string; servers?: [{ url: string }] } {
  if (!`${address}/`.startsWith(`${landingPath}/`)) return { path: address, servers: [{ url: origin }] };
  return { path: address.slice(landingPath.length) || '/' };
}

/** Items are described once for each collection, because each has parameters and properties of its own. */
function itemPaths(regionCrs: number): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const id of collectionIds) {
    const properties = collections[id].properties.meta({ id: `${id}Properties` });
    const page = { ...endpoints.items.formats.geojson, schema: featureCollectionSchema(properties) };
    const items = {
      ...endpoints.items,
      formats: { ...endpoints.items.formats, geojson: page },
    } as unknown as Some;
    const one = { ...endpoints.item.formats.geojson, schema: featureSchema(properties) };
    const item = { ...endpoints.item, formats: { geojson: one } } as unknown as Some;
    const itemOperation = operationOf(`${id}Item`, item, { collectionId: id }, regionCrs);
    const featureId = endpoints.item.parameters.shape.featureId;
    paths[`/collections/${id}/items`] = {
      get: operationOf(`${id}Items`, items, { collectionId: id }, regionCrs),
    };
    paths[`/collections/${id}/items/{featureId}`] = {
      get: {
        ...itemOperation,
        requestParams: { ...itemOperation.requestParams, path: z.object({ featureId }) },
      },
    };
  }
  return paths;
}

/** The whole contract as OpenAPI 3.1, `origin` without a slash at its end. */
export function openApiDocument(options: {
  readonly origin: string;
  readonly language: Language;
  readonly softwareVersion: string;
  /** Its name is said, and the plane of its EPSG code is among the systems offered. */
  readonly region: Region;
}) {
  const { region, language } = options;
  const { title, description } = wordsOfRegion(words[language], language, region).collections.api;
  const paths: ZodOpenApiPathsObject = {};
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    if (name === 'items' || name === 'item') continue;
    const endpoint = endpoints[name] as unknown as Some;
    const { path, ...servers } = placeOf(endpoint.path, options.origin);
    paths[path] = {
      ...paths[path],
      ...servers,
      [endpoint.method]: operationOf(name, endpoint, null, region.crs),
    };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title,
      description,
      version: options.softwareVersion,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${options.origin}${landingPath}` }],
    paths: { ...paths, ...itemPaths(region.crs) },
  });
}
