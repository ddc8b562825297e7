import type { DatasetName, FileSource } from '#core/place/provenance.ts';
import { gtfs } from './gtfs.ts';
import type { FilesImporter } from './importer.ts';
import { onDemand } from './on-demand.ts';
import { osm } from './osm.ts';
import { population } from './population.ts';

/** How files of one source are imported. What they give takes the place of every list of the same dataset. */
interface FileImport {
  /** Of the version that the report names. */
  readonly main: DatasetName;
  readonly mostFiles: number;
  readonly read: FilesImporter;
}

/** The family of importers of files. A `FileSource` without an entry here does not compile. */
export const fileImporters: { readonly [Source in FileSource]: FileImport } = {
  osm: { main: 'streets', mostFiles: 1, read: osm },
  gtfs: { main: 'timetable', mostFiles: 20, read: gtfs },
  population: { main: 'population', mostFiles: 1, read: population },
  'on-demand': { main: 'on-demand', mostFiles: 1, read: onDemand },
};
