import type { Content } from './build.ts';
import type { FilesImporter } from './importer.ts';
import { readOnThread } from './territory/territory-thread.ts';

/**
 * Boundaries of the State Address Register (VARIS, `aw_shp.zip`): municipalities, towns and parishes as territories,
 * villages and hamlets as settlements. Settlements are left as they are when the archive holds none.
 */
export const varisTerritories: FilesImporter = async (options, [file]) => {
  if (file === undefined) throw new Error('an import of territories without a file');
  const { territories, settlements, source, findings } = await readOnThread(
    'varis-territories',
    file,
    options,
  );
  const contents: Content[] = [{ dataset: 'territories', rows: territories }];
  if (settlements.length > 0) contents.push({ dataset: 'settlements', rows: settlements });
  return {
    contents,
    warnings: [],
    findings,
    title: file.name,
    source: `Valsts zemes dienests (VZD), ${source}`,
    licence: 'CC BY 4.0',
  };
};
