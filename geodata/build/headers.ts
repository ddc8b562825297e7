import type { Said, ShippedDataset } from '#core/place/provenance.ts';
import type { Header } from './write.ts';

/** Date on which the tables in `facts` were put together. */
const retrievedAt = '2026-11-22';
const licence = 'CC BY 4.0';

const csp = 'CSP Territorial_units_LV 2018-01-01 (CC BY 4.0)';
const places = "Who's On First and GeoNames points (CC BY 4.0)";

const texts: Readonly<Record<ShippedDataset, { title: string; source: string; isModel: boolean }>> = {
  territories: {
    title: 'Municipality, towns, parishes and neighbours with schematic boundaries',
    source: `${csp}; ${places}; boundaries: model of this project`,
    isModel: true,
  },
  settlements: {
    title: 'Towns, villages and small places',
    source: `${places}; published village populations`,
    isModel: false,
  },
  population: {
    title: 'Residents by 1 km cell, constructed for 2024',
    source: `model of this project from parish and village populations; ${csp}`,
    isModel: true,
  },
  venues: {
    title: 'Places of culture',
    source: 'KISC museum list (CC0), municipal and press pages, single facts (see SOURCES.md)',
    isModel: false,
  },
  events: {
    title: 'Recurring events; days and hours partly constructed',
    source: 'municipal and press pages, single facts (see SOURCES.md); rules: model of this project',
    isModel: true,
  },
  streets: {
    title: 'Road network, drawn schematically from the order of places on real roads',
    source: `facts/roads.csv (see SOURCES.md); ${places}; lines, lengths and links: model of this project`,
    isModel: true,
  },
  landcover: {
    title: 'Gulf of Riga, schematic shore',
    source: `${places}; shore: model of this project`,
    isModel: true,
  },
  timetable: {
    title: 'Model timetable: hourly train, school-term parish buses, thin weekends',
    source: 'facts/transit.md and facts/roads.csv (see SOURCES.md); every departure: model of this project',
    isModel: true,
  },
  'on-demand': {
    title: 'Transport on demand',
    source: 'geodata/on-demand.json: written by hand',
    isModel: true,
  },
};

/** Header of a shipped file: the compilation is CC BY 4.0, its sources are named in SOURCES.md. */
export function headerOf(dataset: ShippedDataset, warnings: readonly Said[]): Header {
  return { dataset, list: 'shipped', ...texts[dataset], licence, retrievedAt, warnings };
}
