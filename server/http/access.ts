import type { AccessAnswer, MeasureId, Offer } from '#core/access/answer.ts';
import { departureOf, toAccessQuery } from '#core/contract/access.ts';
import { crs84 } from '#core/contract/crs.ts';
import type { AccessResponse, TravelTimesResponse, WaysResponse } from '#core/contract/envelope.ts';
import type { Endpoints } from '#core/contract/index.ts';
import { accessCaveats } from './access-caveats.ts';
import { accessFeatures, accessTable } from './access-rows.ts';
import { type Answer, type CallOf, type Handler, jsonBody, type Site } from './call.ts';
import { csvFile } from './csv.ts';
import { envelope, restingOn } from './envelope.ts';
import { contentCrs } from './items.ts';
import { travelCaveats } from './travel-caveats.ts';

async function present(
  asked: CallOf<Endpoints['access']>,
  answer: AccessAnswer,
  site: Site,
): Promise<Answer> {
  const { level } = asked.query;
  const call = restingOn(asked, answer.query.mode);
  const { measure } = answer.query;
  const caveats = await accessCaveats(answer, call, site);
  const body: AccessResponse = envelope(answer, measure, call, caveats);
  const { result, ...about } = body;
  switch (call.format) {
    case 'csv':
      return { body: accessTable(result, level, about), headers: csvFile(`${measure}-${level}`) };
    case 'geojson': {
      const layer = await accessFeatures(result, level, site.data, about);
      return { body: JSON.stringify(layer), headers: contentCrs(crs84) };
    }
    case 'json':
      return jsonBody(body);
  }
}

export const access: Handler<Endpoints['access']> = async (call, site) => {
  const answer = await site.engine.access(toAccessQuery(call.path.measure, call.query), call.signal);
  return present(call, answer, site);
};

const destinationOf = (measure: MeasureId, offer: Offer): Offer | 'focal-town' =>
  measure === 'way-to-town' ? 'focal-town' : offer;

export const ways: Handler<Endpoints['ways']> = async (asked, site) => {
  const call = restingOn(asked, asked.query.mode);
  const { cell, offer, venueStatus, mode, limit } = call.query;
  const departure = departureOf(call.query);
  const destination = destinationOf(call.path.measure, offer);
  const query = { cellId: cell, destination, venueStatuses: venueStatus, mode, departure, limit };
  const found = await site.engine.ways(query, call.signal);
  const body: WaysResponse = envelope(
    found,
    call.path.measure,
    call,
    await travelCaveats(departure, call, site),
  );
  return jsonBody(body);
};

export const travelTimes: Handler<Endpoints['travelTimes']> = async (asked, site) => {
  const call = restingOn(asked, asked.query.mode);
  const { mode } = call.query;
  const departure = departureOf(call.query);
  const times = await site.engine.travelTimes(call.path.territoryId, mode, departure, call.signal);
  const body: TravelTimesResponse = envelope(
    times,
    'travel-times',
    call,
    await travelCaveats(departure, call, site),
  );
  return jsonBody(body);
};
