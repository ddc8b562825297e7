import { type Endpoints, endpoints } from '#core/contract/index.ts';
import type { MethodsResponse } from '#core/contract/methods.ts';
import { Problem } from '#core/problem.ts';
import { type Handler, jsonBody } from './call.ts';
import { escapeHtml } from './html.ts';

/** Where the page of a method is read. */
export const methodHref = (origin: string, id: string): string =>
  `${origin}${endpoints.method.path.replace('{methodId}', id)}`;

export const methods: Handler<Endpoints['methods']> = ({ origin }, site) => {
  const body: MethodsResponse = {
    methods: [...site.methods].map(([id, { title }]) => ({ id, title, href: methodHref(origin, id) })),
  };
  return jsonBody(body);
};

export const method: Handler<Endpoints['method']> = ({ path, format, address }, site) => {
  const page = site.methods.get(path.methodId);
  if (page === undefined) throw new Problem('not-found', { values: { what: address } });
  const headers = { 'Content-Language': 'en' };
  if (format === 'markdown') return { body: page.markdown, headers };
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(page.title)}</title></head>
<body><main><pre>${escapeHtml(page.markdown)}</pre></main></body></html>`;
  return { body, headers };
};
