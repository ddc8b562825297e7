import type { StreetsResponse } from '#core/contract/envelope.ts';
import type { Endpoints } from '#core/contract/index.ts';
import { words } from '#core/language/index.ts';
import { type Handler, jsonBody } from './call.ts';
import { envelope } from './envelope.ts';

const isReport = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const streets: Handler<Endpoints['streets']> = async (call, site) => {
  const report = await site.data.findReport('streets');
  const isModel = call.versions.some((version) => version.isModel);
  const { model, times } = words[call.language].collections.caveats;
  const body: StreetsResponse = envelope(
    isReport(report) ? report : null,
    isModel ? 'model-data' : 'streets-from-osm',
    call,
    [...(isModel ? [model] : []), times],
  );
  return jsonBody(body);
};
