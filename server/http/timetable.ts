import type { TimetableResponse } from '#core/contract/envelope.ts';
import type { Endpoints } from '#core/contract/index.ts';
import { words } from '#core/language/index.ts';
import { type Handler, jsonBody } from './call.ts';
import { envelope } from './envelope.ts';
import { transitCaveats } from './travel-caveats.ts';

export const timetable: Handler<Endpoints['timetable']> = async (call, site) => {
  const answer = await site.engine.timetable();
  const { noTimetable } = words[call.language].collections.caveats;
  const caveats = answer === null ? [noTimetable] : transitCaveats(call);
  const isModel = call.versions.some((version) => version.isModel);
  const method = isModel ? 'model-timetable' : 'travel-by-public-transport';
  const body: TimetableResponse = envelope(answer, method, call, caveats);
  return jsonBody(body);
};
