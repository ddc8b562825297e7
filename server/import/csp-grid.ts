import { basename } from 'node:path';
import { Findings } from '#core/findings.ts';
import { cellIdOf } from '#core/place/cell.ts';
import type { PopulationCell } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import type { BroughtFile } from '../context.ts';
import type { FilesImporter, ReadOptions } from './importer.ts';
import { placeCells } from './people/cell-places.ts';
import { kilometreCells } from './people/csp-grid-cells.ts';
import { checkOutlines } from './people/csp-grid-outlines.ts';
import { gridBoxOf, Squares } from './people/csp-grid-squares.ts';
import { type GridHead, type GridHeadings, readGridTable } from './people/grid-table.ts';

/** "ID,Total"; other years and dumps may write the same otherwise. */
const headings: GridHeadings = {
  id: /^(id|grid id|grid|suna|sunas id|sunas kods|rezga suna|kods|cell|identifikators)$/,
  people:
    /^(total|kopa|iedzivotaji|iedzivotaju skaits|iedzivotaji kopa|skaits|people|population|pop)( \d{4})?$/,
  id0: /^(1\s?km|100\s?m)X\d+Y\d+$/i,
};

interface Table {
  readonly file: BroughtFile;
  readonly head: GridHead;
  readonly squares: Squares;
}

const readTable = async (
  file: BroughtFile,
  { region: { bounds }, progress }: ReadOptions,
  findings: Findings,
): Promise<Table> => {
  const squares = new Squares(file.name, gridBoxOf(bounds), findings);
  const head = await readGridTable(file, headings, findings, (row) => squares.take(row), progress);
  squares.throwIfNone();
  return { file, head, squares };
};

/** "# Pedejas izmainas/Last updated 13.01.2020." as an ISO date; null where the file does not say. */
const updatedOf = ({ comments }: GridHead): string | null => {
  const [, day, month, year] = /(\d{2})\.(\d{2})\.(\d{4})/.exec(comments.join(' ')) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
};

const yearOf = ({ name }: BroughtFile): string | null => /(?:19|20)\d{2}/.exec(basename(name))?.[0] ?? null;

/** What is said of a whole file rather than of a row. */
const sayTable = ({ file, squares }: Table, findings: Findings): void => {
  const say = (
    code: 'cells-elsewhere' | 'cells-without-people' | 'small-counts-not-rounded',
    count: number,
  ) => {
    if (count > 0) findings.add({ code, file: file.name, values: { count } });
  };
  say('cells-elsewhere', squares.elsewhere);
  say('cells-without-people', squares.empty);
  say('small-counts-not-rounded', squares.smallAsCounted);
  if (squares.metres !== squares.step && squares.step !== null) {
    const values = { grid: squares.metres === 1000 ? '1 km' : '100 m', metres: squares.step };
    findings.add({ code: 'grid-numbers-step', file: file.name, values });
  }
};

const ofSize = (tables: readonly Table[], metres: number): Table | null => {
  const [first, second] = tables.filter(({ squares }) => squares.metres === metres);
  if (second === undefined) return first ?? null;
  throw new Problem('bad-import', {
    faults: [{ field: second.file.name, fault: 'duplicate', value: metres === 1000 ? '1 km' : '100 m' }],
  });
};

/** A row is kept when its square kilometre is. */
const countKept = (tables: readonly Table[], rows: readonly PopulationCell[], findings: Findings): void => {
  const ids = new Set(rows.map(({ id }) => id));
  for (const { squares } of tables) {
    for (const { corner, isSwapped } of squares.inRegion.values()) {
      if (!ids.has(cellIdOf(corner))) continue;
      if (isSwapped) findings.corrected();
      else findings.kept();
    }
  }
};

/**
 * Residents by cell as the Central Statistical Bureau of Latvia publishes them: 1 km, 100 m, or both together; the
 * outlines of the grid beside them prove what the ids say.
 */
export const cspGrid: FilesImporter = async (options, files) => {
  const findings = new Findings();
  const tables: Table[] = [];
  const isArchive = ({ name }: BroughtFile) => /\.(zip|shz)$/i.test(name);
  for (const file of files) if (!isArchive(file)) tables.push(await readTable(file, options, findings));
  if (tables.length === 0) {
    const [{ name = '' } = {}] = files;
    throw new Problem('bad-import', {
      faults: [{ field: name, fault: 'missing', expected: 'CSV: ID,Total' }],
    });
  }
  const [kilometres, hundreds] = [ofSize(tables, 1000), ofSize(tables, 100)];
  for (const table of tables) sayTable(table, findings);
  const readings = tables.map(({ squares: { metres, step } }) => ({ metres: metres ?? 0, step: step ?? 0 }));
  for (const file of files) if (isArchive(file)) await checkOutlines(file, readings, findings);
  const years = new Set(tables.map(({ file }) => yearOf(file)).filter((year) => year !== null));
  if (years.size > 1) findings.add({ code: 'grid-years-differ', values: { years: [...years].join(', ') } });
  const names = tables.map(({ file }) => file.name).join(', ');
  const source = `Central Statistical Bureau of Latvia, residents by grid cell (${names})`;
  const drafts = kilometreCells(kilometres?.squares ?? null, hundreds?.squares ?? null, findings);
  const rows = await placeCells(options.database, drafts, source, findings);
  countKept(tables, rows, findings);
  const retrievedAt = tables.map(({ head }) => updatedOf(head)).find((date) => date !== null);
  return {
    contents: [{ dataset: 'population', rows }],
    warnings: [],
    findings,
    title: `Residents by grid cell${years.size === 0 ? '' : `, ${[...years].join(', ')}`}`,
    source,
    licence: 'CC BY 4.0',
    ...(retrievedAt == null ? {} : { retrievedAt }),
  };
};
