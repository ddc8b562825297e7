import type { OnDemandResponse } from '#core/contract/envelope.ts';
import type { Endpoints } from '#core/contract/index.ts';
import { words } from '#core/language/index.ts';
import { type Handler, jsonBody } from './call.ts';
import { envelope } from './envelope.ts';
import { roundTripMethod } from './round-trip.ts';

export const onDemand: Handler<Endpoints['onDemand']> = async (call, site) => {
  const zones = await site.data.listOnDemandZones();
  const { model } = words[call.language].collections.caveats;
  const isModel = call.versions.some((version) => version.isModel);
  const body: OnDemandResponse = envelope(zones, roundTripMethod, call, isModel ? [model] : []);
  return jsonBody(body);
};
