import { readFile } from 'node:fs/promises';
import { locateTerritories } from '../db/queries/locate.ts';
import { readPlaces } from '../db/queries/places.ts';
import type { FilesImporter } from './importer.ts';
import { readPopulationCsv } from './people/population-csv.ts';

/** Residents by cell in the template of `docs/import.md`; the new grid takes the place of the old. */
export const population: FilesImporter = async ({ database }, [file]) => {
  if (file === undefined) throw new Error('an import of residents without a file');
  // Thousands of cells take longer than a request may.
  const db = database.bulk;
  const { territories, settlements } = await readPlaces(db);
  const { rows, warnings } = await readPopulationCsv(await readFile(file.path), {
    fileName: file.name,
    territoryIds: new Set(
      territories.filter(({ kind }) => kind === 'town' || kind === 'parish').map(({ id }) => id),
    ),
    settlements,
    locate: (points) => locateTerritories(database.bulk, points),
  });
  return { contents: [{ dataset: 'population', rows }], warnings };
};
