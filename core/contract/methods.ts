import { z } from 'zod';
import { endpoint, identifier, json } from './define.ts';

/** A page of `docs/methods`. */
export interface MethodPage {
  /** Its heading. */
  readonly title: string;
  readonly markdown: string;
}

/** The pages by the name of their file. */
export type MethodPages = ReadonlyMap<string, MethodPage>;

/** Answer of `GET /api/v1/methods`: the pages that say how numbers are made. */
export interface MethodsResponse {
  readonly methods: readonly { readonly id: string; readonly title: string; readonly href: string }[];
}

export const methods = endpoint({
  path: '/api/v1/methods',
  summary: 'Pages that define the measures and tell how the data behind them are made',
  formats: json(
    z.object({
      methods: z.array(z.object({ id: z.string(), title: z.string(), href: z.string() })),
    }),
  ),
  datasets: [],
});

/** Where `method.href` of every computed answer leads. The pages are in English. */
export const method = endpoint({
  path: '/api/v1/methods/{methodId}',
  summary: 'A method: question, formula, units, sources, limits and a worked example',
  parameters: { methodId: identifier },
  formats: {
    markdown: { mediaType: 'text/markdown', schema: null },
    html: { mediaType: 'text/html', schema: null },
  },
  datasets: [],
});
