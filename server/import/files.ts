import type { DatasetName, FileSource } from '#core/place/provenance.ts';
import { atvk } from './atvk.ts';
import { cspGrid } from './csp-grid.ts';
import { cspPopulation } from './csp-population.ts';
import { cspTerritories } from './csp-territories.ts';
import { cultureStatistics } from './culture-statistics.ts';
import { geostat } from './geostat.ts';
import { gtfs } from './gtfs.ts';
import { ical } from './ical.ts';
import type { FilesImporter } from './importer.ts';
import { kiscObjects } from './kisc-objects.ts';
import { onDemand } from './on-demand.ts';
import { osm } from './osm.ts';
import { osmVenues } from './osm-venues.ts';
import { population } from './population.ts';
import { survey } from './survey.ts';
import { varamMunicipalities } from './varam-municipalities.ts';
import { varisAddresses } from './varis-addresses.ts';
import { varisTerritories } from './varis-territories.ts';
import { vdb } from './vdb.ts';
import { venueMatches } from './venue-matches.ts';

/** How files of one source are imported. */
interface FileImport {
  /** Of the version that the report names. */
  readonly main: DatasetName;
  readonly mostFiles: number;
  /** Whether what it gives stands beside other lists of the dataset; otherwise it takes the place of them all. */
  readonly isBeside: boolean;
  /** What the list is called whatever the file is: a newer file takes the place of the older one. */
  readonly list?: string;
  readonly read: FilesImporter;
}

/** The family of importers of files. A `FileSource` without an entry here does not compile. */
export const fileImporters: { readonly [Source in FileSource]: FileImport } = {
  osm: { main: 'streets', mostFiles: 1, isBeside: false, read: osm },
  gtfs: { main: 'timetable', mostFiles: 20, isBeside: false, read: gtfs },
  population: { main: 'population', mostFiles: 1, isBeside: false, read: population },
  'on-demand': { main: 'on-demand', mostFiles: 1, isBeside: false, read: onDemand },
  'csp-territories': { main: 'territories', mostFiles: 1, isBeside: false, read: cspTerritories },
  'varis-territories': { main: 'territories', mostFiles: 1, isBeside: false, read: varisTerritories },
  'varam-municipalities': { main: 'territories', mostFiles: 1, isBeside: false, read: varamMunicipalities },
  atvk: { main: 'codes', mostFiles: 2, isBeside: false, read: atvk },
  'kisc-objects': { main: 'venues', mostFiles: 1, isBeside: true, read: kiscObjects },
  'culture-statistics': { main: 'venues', mostFiles: 1, isBeside: true, read: cultureStatistics },
  'osm-venues': { main: 'venues', mostFiles: 1, isBeside: true, read: osmVenues },
  'venue-matches': { main: 'venue-matches', mostFiles: 1, isBeside: false, read: venueMatches },
  'csp-grid': { main: 'population', mostFiles: 3, isBeside: false, read: cspGrid },
  'csp-population': { main: 'population-totals', mostFiles: 10, isBeside: true, read: cspPopulation },
  geostat: { main: 'population', mostFiles: 1, isBeside: false, read: geostat },
  'varis-addresses': {
    main: 'addresses',
    mostFiles: 20,
    isBeside: true,
    list: 'varis',
    read: varisAddresses,
  },
  vdb: { main: 'settlements', mostFiles: 1, isBeside: false, list: 'vdb', read: vdb },
  ical: { main: 'events', mostFiles: 1, isBeside: true, read: ical },
  survey: { main: 'survey', mostFiles: 1, isBeside: true, read: survey },
};
