import { Findings } from '#core/findings.ts';
import { Problem } from '#core/problem.ts';
import type { FilesImporter } from './importer.ts';
import { placeCells } from './people/cell-places.ts';
import { EuropeanSquares } from './people/geostat-squares.ts';
import { type GridHeadings, readGridTable } from './people/grid-table.ts';

/** Of the census of 2021 (T), of the years before (TOT_P_2018), of 2011 (TOT_P). */
const headings: GridHeadings = {
  id: /^(grd id|grid id|grd inspire|grd newid|id)$/,
  people: /^(obs value t|t|tot p|tot pop|total|obs value|population|pop)( \d{4})?$/,
  country: /^(cntr|cntr id|cntr code|country|nuts0)$/,
  id0: /^(?:[A-Z]{2}_)?CRS3035RES1000mN\d+E\d+$/i,
};

/**
 * Residents by square kilometre of the European grid (Eurostat GEOSTAT, EPSG:3035), as far as it lies in the region.
 * It takes the place of any other grid: cells of two grids would count people twice.
 */
export const geostat: FilesImporter = async ({ database, region, progress }, [file]) => {
  if (file === undefined) throw new Error('an import of a grid without a file');
  const findings = new Findings();
  const squares = new EuropeanSquares(file.name, region.bounds, findings);
  const head = await readGridTable(file, headings, findings, (row) => squares.take(row), progress);
  const found = [...squares.drafts()];
  if (found.length === 0) {
    const { row, id } = squares.first ?? { row: 1, id: '' };
    const fault = {
      field: `${file.name}: GRD_ID`,
      row,
      fault: 'out-of-range',
      expected: 'CRS3035RES1000mN3700000E5000000',
    } as const;
    throw new Problem('bad-import', { faults: [id === '' ? fault : { ...fault, value: id.slice(0, 50) }] });
  }
  const source = `Eurostat, GEOSTAT grid (${file.name})`;
  const drafts = found.map(({ draft }) => draft);
  const rows = await placeCells(database, drafts, source, findings);
  const kept = new Set(rows.map(({ id }) => id));
  for (const { draft, rows: count } of found) if (kept.has(draft.id)) findings.kept(count);
  const say = (code: 'cells-elsewhere' | 'cells-without-people', count: number) => {
    if (count > 0) findings.add({ code, file: file.name, values: { count } });
  };
  say('cells-elsewhere', squares.elsewhere);
  say('cells-without-people', squares.empty);
  if (head.peopleHeading !== '') {
    findings.add({ code: 'people-column', file: file.name, values: { heading: head.peopleHeading } });
  }
  const year = /(?:19|20)\d{2}/.exec(`${head.peopleHeading} ${file.name}`)?.[0];
  return {
    contents: [{ dataset: 'population', rows }],
    warnings: [],
    findings,
    title: `Residents by square kilometre, GEOSTAT${year === undefined ? '' : ` ${year}`}`,
    source,
    licence: 'CC BY 4.0, © European Union',
  };
};
