import {
  defaultRoundTripSettings,
  type RoundTripAnswer,
  type RoundTripEvent,
  type RoundTripQuery,
} from '#core/access/round-trip-answer.ts';
import { crs84 } from '#core/contract/crs.ts';
import type { RoundTripJourneysResponse, RoundTripResponse } from '#core/contract/envelope.ts';
import type { Endpoints } from '#core/contract/index.ts';
import { fill } from '#core/language/format.ts';
import { words } from '#core/language/index.ts';
import { smallCountNotes } from '#core/language/small-count-note.ts';
import { Problem } from '#core/problem.ts';
import { type Answer, type CallOf, type Handler, jsonBody, type Site } from './call.ts';
import { csvFile } from './csv.ts';
import { envelope, restingOn } from './envelope.ts';
import { contentCrs } from './items.ts';
import { roundTripFeatures, roundTripTable } from './round-trip-rows.ts';
import { roundTripCaveats } from './travel-caveats.ts';

/** The page of `docs/methods` on round trips. */
export const roundTripMethod = 'event-round-trip';

interface Asked {
  readonly path: { readonly occurrenceId: string };
  readonly query: Omit<RoundTripQuery, 'occurrenceId'>;
}

const queryOf = ({ path, query }: Asked): RoundTripQuery => ({
  occurrenceId: path.occurrenceId,
  mode: query.mode,
  startShiftMinutes: query.startShiftMinutes,
  endShiftMinutes: query.endShiftMinutes,
});

/**
 * An event moved so that no time is left between its start and its end is none, as in the shift finder; one that
 * was announced so stays as it is. @throws Problem `bad-query`
 */
function checkOrder({ startsAt, endsAt }: RoundTripEvent, query: RoundTripQuery): void {
  const isMoved = query.startShiftMinutes !== 0 || query.endShiftMinutes !== 0;
  if (!isMoved || Date.parse(endsAt) > Date.parse(startsAt)) return;
  throw new Problem('bad-query', {
    faults: [{ field: 'endShiftMinutes', fault: 'end-before-start', expected: `> ${startsAt}` }],
  });
}

async function caveatsOf(answer: RoundTripAnswer, call: CallOf<Endpoints['roundTrip']>, site: Site) {
  const { event, settings, query } = answer;
  const { caveats } = words[call.language].collections;
  const said = await roundTripCaveats({ mode: query.mode, settings, events: [event] }, call, site);
  const { status } = await site.data.getOccurrence(event.occurrenceId);
  const isOn = status === 'scheduled' || status === 'moved';
  const notHappening = fill(caveats.notHappening, { status: words[call.language].eventStatuses[status] });
  return [
    ...(isOn ? [] : [notHappening]),
    caveats.withoutCar,
    ...said,
    ...smallCountNotes(answer.cells, call.language),
  ];
}

export const roundTrip: Handler<Endpoints['roundTrip']> = async (asked, site): Promise<Answer> => {
  const call = restingOn(asked, asked.query.mode);
  const answer = await site.engine.roundTrip(queryOf(call), call.signal);
  checkOrder(answer.event, answer.query);
  const body: RoundTripResponse = envelope(
    answer,
    roundTripMethod,
    call,
    await caveatsOf(answer, call, site),
  );
  const { result, ...about } = body;
  const { level } = call.query;
  switch (call.format) {
    case 'csv': {
      const name = `round-trip-${call.path.occurrenceId}-${level}`;
      return { body: roundTripTable(result, level, about), headers: csvFile(name) };
    }
    case 'geojson': {
      const layer = await roundTripFeatures(result, level, site.data, about);
      return { body: JSON.stringify(layer), headers: contentCrs(crs84) };
    }
    case 'json':
      return jsonBody(body);
  }
};

export const roundTripJourneys: Handler<Endpoints['roundTripJourneys']> = async (asked, site) => {
  const call = restingOn(asked, asked.query.mode);
  const journeys = await site.engine.roundTripJourneys(queryOf(call), call.query.cell, call.signal);
  checkOrder(journeys.event, journeys.query);
  const about = { mode: call.query.mode, settings: defaultRoundTripSettings, events: [journeys.event] };
  const caveats = await roundTripCaveats(about, call, site);
  const body: RoundTripJourneysResponse = envelope(journeys, roundTripMethod, call, caveats);
  return jsonBody(body);
};
