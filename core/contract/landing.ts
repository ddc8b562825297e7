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
