import { Findings } from '#core/findings.ts';
import type { FilesImporter } from './importer.ts';
import { neededColumns, officialColumns } from './venue/kisc-objects-columns.ts';
import { readOfficialList } from './venue/kisc-objects-list.ts';
import { readOfficialTable } from './venue/kisc-objects-table.ts';
import { sayOfVenues } from './venue/venue-suggestions.ts';

const publisher = 'Kultūras informācijas sistēmu centrs (KISC)';

/** The stated order of the fourteen columns, for a file whose headings nobody knows. */
const order = [
  'object',
  'name',
  'isil',
  'address',
  'lat',
  'lon',
  'lksX',
  'lksY',
  'category',
  'phone',
  'email',
  'atvk',
  'url',
  'imageUrl',
] as const;

/** The state's list of culture objects, `objektusaraksts.csv`: the rows of the region. */
export const kiscObjects: FilesImporter = async (options, [file], list) => {
  if (file === undefined) throw new Error('an import of culture objects without a file');
  const findings = new Findings();
  const shape = { columns: officialColumns, needed: [...neededColumns, ['category']], order };
  const table = await readOfficialTable(file, shape, findings);
  const official = {
    list,
    fileName: file.name,
    prefix: 'kisc',
    kind: null,
    source: publisher,
    confidence: 'as published',
  };
  const rows = await readOfficialList(options, table, official, findings);
  await sayOfVenues(options.database, list, rows, findings);
  return {
    contents: [{ dataset: 'venues', rows }],
    warnings: [],
    findings,
    title: `Kultūras objektu saraksts (${file.name})`,
    source: publisher,
    licence: 'CC0 1.0',
  };
};
