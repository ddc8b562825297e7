import express, { type RequestHandler, type Router } from 'express';
import type { Endpoint } from '#core/contract/define.ts';
import { type EndpointName, type Endpoints, endpoints } from '#core/contract/index.ts';
import { Problem } from '#core/problem.ts';
import { about } from './about.ts';
import { access, travelTimes, ways } from './access.ts';
import { addresses } from './addresses.ts';
import { bodyReaders } from './body.ts';
import { calendar, occurrenceCalendar } from './calendar.ts';
import type { Answer, Call, Handler, Site } from './call.ts';
import { collection, collectionList } from './collections.ts';
import { docs } from './docs.ts';
import { figure, figureFile, figureFreeze, figurePreview, figures } from './figure.ts';
import { live, ready } from './health.ts';
import { importFiles } from './import-files.ts';
import { checkImportKey, imports, importUnderWay } from './imports.ts';
import { item, items } from './items.ts';
import { conformance, landing } from './landing.ts';
import { method, methods } from './methods.ts';
import { onDemand } from './on-demand.ts';
import { openApi } from './openapi.ts';
import { progress } from './progress.ts';
import { roundTrip, roundTripJourneys } from './round-trip.ts';
import { roundTrips } from './round-trips.ts';
import { serve } from './serve.ts';
import { shift } from './shift.ts';
import { sources } from './sources.ts';
import { streets } from './streets.ts';
import { survey } from './survey.ts';
import { timetable } from './timetable.ts';
import { venueSuggestions } from './venue-suggestions.ts';
import { findings, forgetVersion, retireList, useVersion, versions } from './versions.ts';

/** One handler for each name of the contract. */
const handlers: { readonly [Name in EndpointName]: Handler<Endpoints[Name]> } = {
  landing,
  conformance,
  openApi,
  docs,
  collectionList,
  collection,
  items,
  item,
  access,
  ways,
  travelTimes,
  addresses,
  timetable,
  onDemand,
  streets,
  survey,
  venueSuggestions,
  roundTrip,
  roundTripJourneys,
  roundTrips,
  shift,
  progress,
  methods,
  method,
  about,
  sources,
  figures,
  figureFreeze,
  figurePreview,
  figure,
  figureFile,
  calendar,
  occurrenceCalendar,
  live,
  ready,
  imports,
  importFiles,
  importUnderWay,
  versions,
  findings,
  useVersion,
  forgetVersion,
  retireList,
};

/** Checks that come before a body is read. */
const guards: Partial<Record<EndpointName, (site: Site) => RequestHandler>> = {
  imports: checkImportKey,
  importFiles: checkImportKey,
  useVersion: checkImportKey,
  forgetVersion: checkImportKey,
  retireList: checkImportKey,
};

type SomeEndpoint = Endpoint<unknown, unknown, unknown, string>;
type SomeHandler = (call: Call<unknown, unknown, unknown, string>, site: Site) => Promise<Answer> | Answer;

/** HEAD goes where GET goes; OPTIONS tells the methods; everything else is refused with them. */
const answerOtherMethods = (methods: readonly string[]): RequestHandler => {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  return (request, response, next) => {
    if (request.method !== 'OPTIONS') return next(new Problem('method-not-allowed', { values: { allow } }));
    response.setHeader('Allow', allow);
    response.status(204).end();
  };
};

const toExpressPath = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');

/** Routes of the whole API, in the order of the contract's list. */
export function apiRouter(site: Site): Router {
  const router = express.Router({ strict: false, caseSensitive: true });
  const methods = new Map<string, string[]>();
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    // The pair is of one name, so handler and contract fit; the types of a loop cannot say it.
    const endpoint = endpoints[name] as unknown as SomeEndpoint;
    const handler = handlers[name] as unknown as SomeHandler;
    const path = toExpressPath(endpoint.path);
    const guard = guards[name];
    const before = [
      ...(guard === undefined ? [] : [guard(site)]),
      ...(endpoint.body === null ? [] : bodyReaders(endpoint.body.mediaType, endpoint.body.otherTypes)),
    ];
    router[endpoint.method](path, ...before, serve(endpoint, handler, site));
    methods.set(path, [...(methods.get(path) ?? []), endpoint.method.toUpperCase()]);
  }
  for (const [path, allowed] of methods) router.all(path, answerOtherMethods(allowed));
  return router;
}
