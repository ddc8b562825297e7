import { readFile } from 'node:fs/promises';
import { readOnDemandZones } from '#core/transit/on-demand-file.ts';
import { readPlaces } from '../db/queries/places.ts';
import type { FilesImporter } from './importer.ts';

/** Zones of on-demand transport in a file written by hand; described in `docs/import.md`. */
export const onDemand: FilesImporter = async ({ database }, [file]) => {
  if (file === undefined) throw new Error('an import of zones without a file');
  const { territories } = await readPlaces(database.db);
  const text = await readFile(file.path, 'utf8');
  const zones = readOnDemandZones(text, new Set(territories.map(({ id }) => id)));
  const files = { zones: new TextEncoder().encode(JSON.stringify(zones)) };
  return { contents: [{ dataset: 'on-demand', rowCount: zones.length, files }], warnings: [] };
};
