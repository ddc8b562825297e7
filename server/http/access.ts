import type { AccessAnswer, MeasureId, Offer } from '#core/access/answer.ts';
import { departureOf, toAccessQuery } from '#core/contract/access.ts';
import { crs84 } from '#core/contract/crs.ts';
import type { AccessResponse, Envelope, TravelTimesResponse, WaysResponse } from '#core/contract/envelope.ts';
import type { Endpoints } from '#core/contract/index.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import { accessCaveats, networkCaveats } from './access-caveats.ts';
import { accessFeatures, accessTable } from './access-rows.ts';
import { type Answer, type CallOf, type Handler, jsonBody } from './call.ts';
import { csvFile } from './csv.ts';
import { contentCrs } from './items.ts';
import { methodHref } from './methods.ts';

interface Speaker {
  readonly origin: string;
  readonly versions: readonly DatasetVersion[];
}

const envelope = <T>(
  result: T,
  method: string,
  { origin, versions }: Speaker,
  caveats: readonly string[],
): Envelope<T> => ({
  result,
  method: { id: method, href: methodHref(origin, method) },
  dataVersions: versions,
  isModel: versions.some((version) => version.isModel),
  caveats,
});

async function present(
  call: CallOf<Endpoints['access']>,
  answer: AccessAnswer,
  data: Parameters<typeof accessFeatures>[2],
): Promise<Answer> {
  const { level } = call.query;
  const { measure } = answer.query;
  const caveats = accessCaveats(answer, call.versions, call.language);
  const body: AccessResponse = envelope(answer, measure, call, caveats);
  const { result, ...about } = body;
  switch (call.format) {
    case 'csv':
      return { body: accessTable(result, level, about), headers: csvFile(`${measure}-${level}`) };
    case 'geojson': {
      const layer = await accessFeatures(result, level, data, about);
      return { body: JSON.stringify(layer), headers: contentCrs(crs84) };
    }
    case 'json':
      return jsonBody(body);
  }
}

export const access: Handler<Endpoints['access']> = async (call, site) => {
  const answer = await site.engine.access(toAccessQuery(call.path.measure, call.query));
  return present(call, answer, site.data);
};

const destinationOf = (measure: MeasureId, offer: Offer): Offer | 'focal-town' =>
  measure === 'way-to-town' ? 'focal-town' : offer;

export const ways: Handler<Endpoints['ways']> = async (call, site) => {
  const { cell, offer, venueStatus, mode, limit } = call.query;
  const departure = departureOf(call.query);
  const destination = destinationOf(call.path.measure, offer);
  const query = { cellId: cell, destination, venueStatuses: venueStatus, mode, departure, limit };
  const found = await site.engine.ways(query);
  const body: WaysResponse = envelope(
    found,
    call.path.measure,
    call,
    networkCaveats(call.versions, call.language),
  );
  return jsonBody(body);
};

export const travelTimes: Handler<Endpoints['travelTimes']> = async (call, site) => {
  const times = await site.engine.travelTimes(
    call.path.territoryId,
    call.query.mode,
    departureOf(call.query),
  );
  const body: TravelTimesResponse = envelope(
    times,
    'travel-times',
    call,
    networkCaveats(call.versions, call.language),
  );
  return jsonBody(body);
};
