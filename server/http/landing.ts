import type { Endpoints } from '#core/contract/index.ts';
import type { Link } from '#core/contract/landing.ts';
import { words } from '#core/language/index.ts';
import { wordsOfRegion } from '#core/language/region-words.ts';
import type { CallOf, Handler } from './call.ts';
import { jsonBody } from './call.ts';

const openApiType = 'application/vnd.oai.openapi+json;version=3.1';

function landingLinks({ origin, language }: CallOf<Endpoints['landing']>): Link[] {
  const titles = words[language].collections.links;
  const base = `${origin}/api/v1`;
  const type = 'application/json';
  return [
    { rel: 'self', href: base, type, title: titles.self, hreflang: language },
    { rel: 'service-desc', href: `${base}/openapi.json`, type: openApiType, title: titles.openApi },
    { rel: 'service-doc', href: `${base}/docs`, type: 'text/html', title: titles.docs },
    { rel: 'conformance', href: `${base}/conformance`, type, title: titles.conformance },
    { rel: 'data', href: `${base}/collections`, type, title: titles.data },
    { rel: 'about', href: `${base}/about`, type, title: titles.about },
    { rel: 'related', href: `${base}/methods`, type, title: titles.methods },
    { rel: 'related', href: `${base}/events.ics`, type: 'text/calendar', title: titles.calendar },
    { rel: 'alternate', href: `${origin}/`, type: 'text/html', title: titles.page },
  ];
}

export const landing: Handler<Endpoints['landing']> = (call, { region }) => {
  const { title, description } = wordsOfRegion(words[call.language], call.language, region).collections.api;
  return jsonBody({ title, description, links: landingLinks(call) });
};

/**
 * What is claimed is what the tests hold: Features Part 1 core and GeoJSON, Part 2 CRS. The OpenAPI class
 * of Part 1 is for 3.0; this server describes itself in 3.1 and does not claim it.
 */
export const conformance: Handler<Endpoints['conformance']> = () =>
  jsonBody({
    conformsTo: [
      'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core',
      'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/json',
      'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
      'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
      'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
    ],
  });
