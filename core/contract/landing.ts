import { z } from 'zod';
import { endpoint, json } from './define.ts';

/** RFC 8288 link as OGC API writes it. */
export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type?: string;
  readonly title?: string;
  readonly hreflang?: string;
}

export const linkSchema = z.object({
  href: z.string(),
  rel: z.string(),
  type: z.string().optional(),
  title: z.string().optional(),
  hreflang: z.string().optional(),
});

const text = z.string();

export const landing = endpoint({
  path: '/api/v1',
  summary: 'Landing page: where everything is',
  formats: json(z.object({ title: text, description: text, links: z.array(linkSchema) })),
  datasets: [],
});

export const conformance = endpoint({
  path: '/api/v1/conformance',
  summary: 'Conformance classes',
  formats: json(z.object({ conformsTo: z.array(text) })),
  datasets: [],
});

export const openApi = endpoint({
  path: '/api/v1/openapi.json',
  summary: 'This description as OpenAPI 3.1',
  formats: {
    json: {
      mediaType: 'application/vnd.oai.openapi+json;version=3.1',
      alsoFor: ['application/json', 'application/openapi+json', 'application/vnd.oai.openapi+json'],
      schema: z.record(z.string(), z.unknown()),
    },
  },
  datasets: [],
});

export const docs = endpoint({
  path: '/api/v1/docs',
  summary: 'This description as a page to read',
  formats: { html: { mediaType: 'text/html', schema: null } },
  datasets: [],
});
