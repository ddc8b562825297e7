import type { DatasetName, FileSource } from '#core/place/provenance.ts';
import { Problem } from '#core/problem.ts';
import type { FilesImporter } from './importer.ts';
import { osm } from './osm.ts';

/** How files of one source are imported. */
interface FileImport {
  /** Of the version that the report names. */
  readonly main: DatasetName;
  /** Datasets of which no other list stays current: one network, one timetable, one grid of residents. */
  readonly replaces: readonly DatasetName[];
  readonly mostFiles: number;
  readonly read: FilesImporter;
}

const notYet: FilesImporter = () => Promise.reject(new Problem('unavailable'));

/** The family of importers of files. A `FileSource` without an entry here does not compile. */
export const fileImporters: { readonly [Source in FileSource]: FileImport } = {
  osm: { main: 'streets', replaces: ['streets', 'landcover', 'settlements'], mostFiles: 1, read: osm },
  gtfs: { main: 'timetable', replaces: ['timetable'], mostFiles: 20, read: notYet },
  population: { main: 'population', replaces: ['population'], mostFiles: 1, read: notYet },
  'on-demand': { main: 'on-demand', replaces: ['on-demand'], mostFiles: 1, read: notYet },
};
