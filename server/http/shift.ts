import { defaultRoundTripSettings } from '#core/access/round-trip-answer.ts';
import type { ShiftResponse } from '#core/contract/envelope.ts';
import type { Endpoints } from '#core/contract/index.ts';
import { type Handler, jsonBody } from './call.ts';
import { envelope, restingOn } from './envelope.ts';
import { roundTripMethod } from './round-trip.ts';
import { roundTripCaveats } from './travel-caveats.ts';

export const shift: Handler<Endpoints['shift']> = async (asked, site) => {
  const call = restingOn(asked, asked.query.mode);
  const { mode } = call.query;
  const answer = await site.engine.shift(call.path.occurrenceId, mode, call.signal);
  const about = { mode, settings: defaultRoundTripSettings, events: [answer.event] };
  const caveats = await roundTripCaveats(about, call, site);
  const body: ShiftResponse = envelope(answer, roundTripMethod, call, caveats);
  return jsonBody(body);
};
