import type { CollectionAnswer } from '#core/contract/collections.ts';
import { crs84, crsListOf } from '#core/contract/crs.ts';
import { type CollectionId, collectionIds, datasetsOf } from '#core/contract/features/index.ts';
import type { Endpoints } from '#core/contract/index.ts';
import type { Link } from '#core/contract/landing.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import { type Handler, jsonBody, type Site } from './call.ts';
import type { Extent } from './extent.ts';
import { sources } from './features/index.ts';

interface Speaker {
  readonly origin: string;
  readonly language: Language;
  readonly versions: readonly DatasetVersion[];
}

function linksOf(id: CollectionId, { origin, language }: Speaker): Link[] {
  const { list, links } = words[language].collections;
  const base = `${origin}/api/v1/collections/${id}`;
  const title = list[id][0];
  const csv = sources[id].isPoints ? links.csv : links.csvNoGeometry;
  return [
    { rel: 'self', href: base, type: 'application/json', title },
    { rel: 'items', href: `${base}/items`, type: 'application/geo+json', title: `${title}: ${links.items}` },
    { rel: 'items', href: `${base}/items?f=csv`, type: 'text/csv', title: csv },
  ];
}

const writeExtent = ({ bbox, interval }: Extent): CollectionAnswer['extent'] => ({
  ...(bbox === null ? {} : { spatial: { bbox: [[...bbox]], crs: crs84 } }),
  ...(interval === null
    ? {}
    : {
        temporal: {
          interval: [[...interval]],
          trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian',
        },
      }),
});

/** Licences as the sources state them, each once. */
const licenceOf = (versions: readonly DatasetVersion[]): string =>
  [...new Set(versions.map((version) => version.licence))].join('; ');

async function describe(id: CollectionId, speaker: Speaker, site: Site): Promise<CollectionAnswer> {
  const [title, description] = words[speaker.language].collections.list[id];
  const datasets: readonly DatasetName[] = datasetsOf(id);
  const versions = speaker.versions.filter((version) => datasets.includes(version.dataset));
  return {
    id,
    title,
    description,
    itemType: 'feature',
    extent: writeExtent(await site.extentOf(id, versions)),
    crs: [...crsListOf(site.region.crs)],
    // Rows are kept and spoken in degrees; the other systems are computed on the way out.
    storageCrs: crs84,
    isModel: versions.some((version) => version.isModel),
    licence: licenceOf(versions),
    dataVersions: versions.map((version) => ({ ...version, warnings: [...version.warnings] })),
    links: linksOf(id, speaker),
  };
}

export const collectionList: Handler<Endpoints['collectionList']> = async (call, site) => {
  const href = `${call.origin}/api/v1/collections`;
  const { self } = words[call.language].collections.links;
  return jsonBody({
    crs: [...crsListOf(site.region.crs)],
    links: [{ rel: 'self', href, type: 'application/json', title: self }],
    collections: await Promise.all(collectionIds.map((id) => describe(id, call, site))),
  });
};

export const collection: Handler<Endpoints['collection']> = async (call, site) =>
  jsonBody(await describe(call.path.collectionId, call, site));
