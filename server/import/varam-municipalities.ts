import type { FilesImporter } from './importer.ts';
import { readOnThread } from './territory/territory-thread.ts';

/**
 * Outlines of municipalities of the Ministry of Smart Administration and Regional Development (VARAM): GeoJSON in
 * EPSG:3059. It holds no parishes: units stay as they are, only outlines of municipalities change.
 */
export const varamMunicipalities: FilesImporter = async (options, [file]) => {
  if (file === undefined) throw new Error('an import of municipalities without a file');
  const { territories, source, findings } = await readOnThread('varam-municipalities', file, options);
  return {
    contents: [{ dataset: 'territories', rows: territories }],
    warnings: [],
    findings,
    // Parishes that are model stay so, whatever outline is around them.
    isModel: territories.some(({ kind, isModel }) => isModel && kind !== 'municipality'),
    title: file.name,
    source,
    licence: 'CC0 1.0',
  };
};
