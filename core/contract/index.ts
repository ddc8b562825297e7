import { about } from './about.ts';
import { access, travelTimes, ways } from './access.ts';
import { calendar, occurrenceCalendar } from './calendar.ts';
import { collection, collectionList } from './collections.ts';
import { docs } from './docs.ts';
import { figure, figureFile, figureFreeze, figurePreview, figures } from './figure.ts';
import { live, ready } from './health.ts';
import { imports } from './imports.ts';
import { item, items } from './items.ts';
import { conformance, landing } from './landing.ts';
import { method, methods } from './methods.ts';
import { openApi } from './openapi.ts';

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
  methods,
  method,
  about,
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
};

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
