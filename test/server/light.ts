/** The HTTP side without a database: one venue, one event, nothing else. For everything decided before a query. */
import { pino } from 'pino';
import { Problem } from '#core/problem.ts';
import { type AppOptions, createApp } from '#server/app.ts';
import type { Context, Data, Imports, Page } from '#server/context.ts';
import { bareListing, bareVenue } from '../core/offer/fixture.ts';
import { version } from '../toytown/engine-data.ts';
import { memoryFigures } from './memory-figures.ts';
import { toyJobs, toyTravel } from './toy-round-trips.ts';

const now = new Date('2026-10-24T09:00:00Z');

const pageOf = <T>(...items: T[]): Page<T> => ({ items, numberMatched: items.length, nextCursor: null });

const missing = (id: string) => Promise.reject(new Problem('not-found', { values: { what: id } }));

const lightData: Data = {
  currentVersions: async () => [version(1, 'venues'), version(2, 'events')],
  listTerritories: async () => pageOf(),
  getTerritory: missing,
  listSettlements: async () => pageOf(),
  getSettlement: missing,
  listCells: async () => pageOf(),
  getCell: missing,
  listVenues: async () => pageOf(bareVenue),
  getVenue: (id) => (id === bareVenue.id ? Promise.resolve(bareVenue) : missing(id)),
  listOccurrences: async () => pageOf(bareListing),
  getOccurrence: (id) => (id === bareListing.id ? Promise.resolve(bareListing) : missing(id)),
  getEvent: missing,
  listRoads: async () => pageOf(),
  getRoad: missing,
  listLandcover: async () => pageOf(),
  getLandcover: missing,
  findReport: async () => null,
  listOnDemandZones: async () => [],
  listVenueSuggestions: async () => ({ undecided: [], decided: { places: [], apart: [] } }),
  listSurveyResults: async () => [],
  listAddressIndexes: async () => [],
  listVersions: async () => [],
  findFindings: async () => null,
  isAlive: async () => true,
};

const unavailable = () => Promise.reject(new Problem('unavailable'));

/** Imports of a server that takes none. */
export const noImports: Imports = {
  importCsv: unavailable,
  importFiles: unavailable,
  use: unavailable,
  forget: unavailable,
  retire: unavailable,
  underWay: () => null,
};

export interface LightOptions extends Partial<AppOptions> {
  readonly data?: Partial<Data>;
  readonly context?: Partial<Context>;
  /** Takes the lines of the log. */
  readonly logTo?: (line: string) => void;
}

export function lightApp({ data, context, logTo, ...options }: LightOptions = {}) {
  const whole: Context = {
    region: {
      id: 'toytown',
      nameLv: 'Rotaļpilsēta',
      nameEn: 'Toytown',
      municipalityId: 'toytown',
      focalTown: { territoryId: 'toytown', nameLv: 'Rotaļpilsēta', nameEn: 'Toytown', lonLat: [23, 57] },
      bounds: [22, 56, 24, 58],
      networkBounds: [20, 55, 29, 59],
      crs: 3059,
      hasShippedData: true,
      timeZone: 'Europe/Riga',
    },
    data: { ...lightData, ...data },
    engine: {
      access: unavailable,
      accessOn: unavailable,
      ways: unavailable,
      travelTimes: unavailable,
      isOn: async () => true,
      ...toyTravel,
      isReady: () => true,
    },
    imports: noImports,
    figures: memoryFigures(now.toISOString()),
    jobs: toyJobs,
    clock: { now: () => now },
    log: logTo === undefined ? pino({ level: 'silent' }) : pino({ level: 'debug' }, { write: logTo }),
    ...context,
  };
  return createApp(whole, {
    importToken: null,
    clientFolder: 'test/server/no-client',
    softwareVersion: '0.0.1',
    methods: new Map([['nearest', { title: 'Nearest <venue>', markdown: '# Nearest <venue>\n' }]]),
    ...options,
  });
}
