import type { DatasetName, FileSource, UserDataset } from './provenance.ts';

/** Which datasets the files of a source bring, the main one first. */
export const datasetsOfSource: Readonly<Record<FileSource | UserDataset, readonly DatasetName[]>> = {
  venues: ['venues'],
  events: ['events'],
  osm: ['streets', 'landcover', 'settlements'],
  gtfs: ['timetable'],
  population: ['population'],
  'on-demand': ['on-demand'],
  'csp-territories': ['territories'],
  'varis-territories': ['territories', 'settlements'],
  'varam-municipalities': ['territories'],
  atvk: ['codes'],
  'kisc-objects': ['venues'],
  'culture-statistics': ['venues'],
  'osm-venues': ['venues'],
  'venue-matches': ['venue-matches'],
  'csp-grid': ['population'],
  'csp-population': ['population-totals'],
  geostat: ['population'],
  'varis-addresses': ['addresses'],
  vdb: ['settlements', 'addresses'],
  ical: ['events'],
  survey: ['survey'],
};
