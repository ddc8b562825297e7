import type { Endpoints } from '#core/contract/index.ts';
import type { SourcesResponse } from '#core/contract/sources.ts';
import { type Handler, jsonBody } from './call.ts';

export const sources: Handler<Endpoints['sources']> = (_call, site) => {
  const body: SourcesResponse = { sources: site.sources };
  return jsonBody(body);
};
