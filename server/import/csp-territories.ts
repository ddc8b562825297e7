import type { FilesImporter } from './importer.ts';
import { readOnThread } from './territory/territory-thread.ts';

/**
 * Administrative units of the Central Statistical Bureau: the zip of `Territorial_units_LV` of any year, with codes
 * of 2009-2021 or of today. Replaces the outlines of the region's units, of their municipalities of both
 * generations and of the units around them; what only the list before knows of a unit is carried on.
 */
export const cspTerritories: FilesImporter = async (options, [file]) => {
  if (file === undefined) throw new Error('an import of territories without a file');
  const { territories, date, source, findings } = await readOnThread('csp-territories', file, options);
  return {
    contents: [{ dataset: 'territories', rows: territories }],
    warnings: [],
    findings,
    title: file.name,
    source: `Centrālā statistikas pārvalde (CSP), ${source}`,
    licence: 'CC BY 4.0',
    ...(date === null ? {} : { retrievedAt: date }),
  };
};
