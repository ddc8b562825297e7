import type { TerritoryRoundTripsResponse } from '#core/contract/envelope.ts';
import type { Endpoints } from '#core/contract/index.ts';
import { isLongerThan, longestMunicipalityDays } from '#core/contract/round-trips.ts';
import { type Fault, Problem } from '#core/problem.ts';
import { type CallOf, type Handler, jsonBody } from './call.ts';
import { envelope, restingOn } from './envelope.ts';
import { roundTripMethod } from './round-trip.ts';
import { roundTripCaveats } from './travel-caveats.ts';

/** Which territory is the whole is known by the region, not by the contract. */
function checkLength({ path, query, search }: CallOf<Endpoints['roundTrips']>, municipalityId: string): void {
  if (path.territoryId !== municipalityId || !isLongerThan(query, longestMunicipalityDays)) return;
  const expected = `<= ${longestMunicipalityDays} d`;
  const fault: Fault = { field: 'to', fault: 'out-of-range', value: search.get('to') ?? query.to, expected };
  throw new Problem('bad-query', { faults: [fault] });
}

export const roundTrips: Handler<Endpoints['roundTrips']> = async (asked, site) => {
  checkLength(asked, site.region.municipalityId);
  const call = restingOn(asked, asked.query.mode);
  const { mode, from, to } = call.query;
  const { territoryId } = call.path;
  const trips = await site.engine.territoryRoundTrips(territoryId, mode, from, to, call.signal);
  const events = trips.occurrences.map(({ event }) => event);
  const caveats = await roundTripCaveats({ mode, settings: trips.settings, events }, call, site);
  const body: TerritoryRoundTripsResponse = envelope(trips, roundTripMethod, call, caveats);
  return jsonBody(body);
};
