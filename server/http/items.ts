import { axisNames, type Crs, crs84 } from '#core/contract/crs.ts';
import { type CollectionId, collections } from '#core/contract/features/index.ts';
import type { Endpoints } from '#core/contract/index.ts';
import type { ItemsParameters } from '#core/contract/items.ts';
import type { Link } from '#core/contract/landing.ts';
import { words } from '#core/language/index.ts';
import type { Data, ItemsQuery, Page } from '../context.ts';
import type { Answer, CallOf, Handler } from './call.ts';
import { jsonBody } from './call.ts';
import { type CsvValue, csvFile, writeCsv } from './csv.ts';
import { type Feature, sources } from './features/index.ts';
import { geometryIn } from './geometry.ts';
import { addressOf, linkHeader, withParameters } from './links.ts';

type Call = CallOf<Endpoints['items']>;
type SomeFeature = Feature<Readonly<Record<string, unknown>>>;
type SomePage = Page<SomeFeature>;

const listFeatures = (data: Data, id: CollectionId, query: ItemsQuery): Promise<SomePage> =>
  sources[id].list(data, query);

const geoJson = 'application/geo+json';

function pageLinks(call: Call, page: SomePage): Link[] {
  const { links, list } = words[call.language].collections;
  const id = call.path.collectionId;
  const base = `${call.origin}${call.address}`;
  const type = call.format === 'csv' ? 'text/csv' : geoJson;
  const other = call.format === 'csv' ? 'geojson' : 'csv';
  const otherTitle =
    other === 'geojson' ? links.items : sources[id].isPoints ? links.csv : links.csvNoGeometry;
  const next = withParameters(call.search, { cursor: page.nextCursor, f: call.format });
  return [
    { rel: 'self', href: addressOf(base, call.search), type, title: links.self },
    {
      rel: 'alternate',
      href: addressOf(base, withParameters(call.search, { f: other })),
      type: other === 'csv' ? 'text/csv' : geoJson,
      title: otherTitle,
    },
    {
      rel: 'collection',
      href: `${call.origin}/api/v1/collections/${id}`,
      type: 'application/json',
      title: list[id][0],
    },
    ...(page.nextCursor === null
      ? []
      : [{ rel: 'next', href: addressOf(base, next), type, title: links.next }]),
  ];
}

const writeFeature = (crs: Crs, { id, geometry, properties }: SomeFeature) => ({
  type: 'Feature' as const,
  id,
  geometry: geometryIn(crs, geometry),
  properties,
});

/** Lists in one field are joined by ";", because the comma is the table's own. */
const toCell = (value: unknown): CsvValue => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.join(';') : String(value);
};

/** Table of a page: the id, the properties, and both coordinates where every feature is a point. */
function writeTable(id: CollectionId, crs: Crs, features: readonly SomeFeature[]): string {
  const names = Object.keys(collections[id].properties.shape);
  const axes = sources[id].isPoints ? axisNames(crs) : [];
  const rows = features.map((feature) => {
    const geometry = geometryIn(crs, feature.geometry);
    const position = geometry?.type === 'Point' ? geometry.coordinates : [null, null];
    const values = names.map((name) => toCell(feature.properties[name]));
    return [feature.id, ...values, ...axes.map((_axis, index) => position[index] ?? null)];
  });
  return writeCsv(['id', ...names, ...axes], rows);
}

export const contentCrs = (crs: Crs) => ({ 'Content-Crs': `<${crs}>` });

function present(call: Call, { crs }: ItemsParameters, page: SomePage, timeStamp: string): Answer {
  const links = pageLinks(call, page);
  const headers = { ...contentCrs(crs), Link: linkHeader(links) };
  const id = call.path.collectionId;
  if (call.format === 'csv') {
    const counts = {
      'OGC-NumberMatched': String(page.numberMatched),
      'OGC-NumberReturned': String(page.items.length),
    };
    return { body: writeTable(id, crs, page.items), headers: { ...headers, ...counts, ...csvFile(id) } };
  }
  const body = JSON.stringify({
    type: 'FeatureCollection',
    links,
    timeStamp,
    numberMatched: page.numberMatched,
    numberReturned: page.items.length,
    features: page.items.map((feature) => writeFeature(crs, feature)),
  });
  return { body, headers };
}

export const items: Handler<Endpoints['items']> = async (call, site) => {
  const { crs, ...query } = call.query;
  const page = await listFeatures(site.data, call.path.collectionId, query);
  return present(call, call.query, page, site.clock.now().toISOString());
};

export const item: Handler<Endpoints['item']> = async (call, site) => {
  const { collectionId, featureId } = call.path;
  const crs = call.query.crs ?? crs84;
  const feature: SomeFeature = await sources[collectionId].get(site.data, featureId);
  const { links, list } = words[call.language].collections;
  const base = `${call.origin}/api/v1/collections/${collectionId}`;
  const written: Link[] = [
    {
      rel: 'self',
      href: addressOf(`${call.origin}${call.address}`, call.search),
      type: geoJson,
      title: links.self,
    },
    { rel: 'collection', href: base, type: 'application/json', title: list[collectionId][0] },
  ];
  const answer = jsonBody({ ...writeFeature(crs, feature), links: written });
  return { ...answer, headers: { ...contentCrs(crs), Link: linkHeader(written) } };
};
