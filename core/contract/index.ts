import { about } from './about.ts';
import { access, travelTimes, ways } from './access.ts';
import { addresses } from './addresses.ts';
import { calendar, occurrenceCalendar } from './calendar.ts';
import { collection, collectionList } from './collections.ts';
import { docs } from './docs.ts';
import { figure, figureFile, figureFreeze, figurePreview, figures } from './figure.ts';
import { live, ready } from './health.ts';
import { importFiles } from './import-files.ts';
import { imports, importUnderWay } from './imports.ts';
import { item, items } from './items.ts';
import { conformance, landing } from './landing.ts';
import { method, methods } from './methods.ts';
import { onDemand } from './on-demand.ts';
import { openApi } from './openapi.ts';
import { progress } from './progress.ts';
import { roundTrip, roundTripJourneys } from './round-trip.ts';
import { roundTrips } from './round-trips.ts';
import { shift } from './shift.ts';
import { sources } from './sources.ts';
import { streets } from './streets.ts';
import { survey } from './survey.ts';
import { timetable } from './timetable.ts';
import { venueSuggestions } from './venue-suggestions.ts';
import { findings, forgetVersion, retireList, useVersion, versions } from './versions.ts';

/** Every address of the API. A name without a handler in `server/http/index.ts` does not compile. */
export const endpoints = {
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

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
