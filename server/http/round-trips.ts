import type { TerritoryRoundTripsResponse } from '#core/contract/envelope.ts';
import type { Endpoints } from '#core/contract/index.ts';
import { type Handler, jsonBody } from './call.ts';
import { envelope, restingOn } from './envelope.ts';
import { roundTripMethod } from './round-trip.ts';
import { roundTripCaveats } from './travel-caveats.ts';

export const roundTrips: Handler<Endpoints['roundTrips']> = async (asked, site) => {
  const call = restingOn(asked, asked.query.mode);
  const { mode, from, to } = call.query;
  const { territoryId } = call.path;
  const trips = await site.engine.territoryRoundTrips(territoryId, mode, from, to, call.signal);
  const events = trips.occurrences.map(({ event }) => event);
  const caveats = await roundTripCaveats({ mode, settings: trips.settings, events }, call, site);
  const body: TerritoryRoundTripsResponse = envelope(trips, roundTripMethod, call, caveats);
  return jsonBody(body);
};
