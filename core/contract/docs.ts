import { endpoint } from './define.ts';

/** A page of ours without scripts; the anchors of problems are the `type` of errors. */
export const docs = endpoint({
  path: '/api/v1/docs',
  summary: 'This description as a page to read',
  formats: { html: { mediaType: 'text/html', schema: null } },
  datasets: [],
});
