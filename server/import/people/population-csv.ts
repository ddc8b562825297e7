import { smallCount } from '#core/place/small-counts.ts';
import type { PopulationCell, Settlement } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import { Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';
import { readCsvTable } from '../format/csv-table.ts';
import { Faults } from '../format/faults.ts';
import { RowReader } from '../format/row-reader.ts';
import type { TemplateColumn } from '../format/table.ts';
import { createNearestPlace } from '../venue/nearest-place.ts';
import { type GridCell, gridCell, gridIds } from './population-grid.ts';

/** Columns of a list of residents; `docs/import.md` says what each holds. */
const populationColumns: readonly TemplateColumn[] = [
  { field: 'id', headings: ['identifikators', 'režģa šūna', 'cell'] },
  { field: 'lon', headings: ['garums', 'longitude', 'lng'] },
  { field: 'lat', headings: ['platums', 'latitude'] },
  { field: 'people', headings: ['iedzīvotāji', 'iedzīvotāju skaits', 'population', 'residents', 'total'] },
  { field: 'territoryId', headings: ['teritorijas id', 'territory id', 'territory_id'] },
  { field: 'settlement', headings: ['apdzīvota vieta', 'ciems', 'village'] },
  { field: 'source', headings: ['avots'] },
];

/** A country in squares of a kilometre. */
const mostRows = 100_000;

/** A stated point may lie so far from the middle of its cell, in degrees of latitude and of longitude. */
const nearDegrees = 0.05;

/** What a list of residents is read against. */
export interface PopulationSurroundings {
  readonly fileName: string;
  readonly territoryIds: ReadonlySet<string>;
  readonly settlements: readonly Settlement[];
  /** The town or parish of each point; null outside all of them. */
  readonly locate: (points: readonly LonLat[]) => Promise<readonly (string | null)[]>;
}

interface Draft {
  readonly cell: Omit<PopulationCell, 'territoryId'>;
  readonly territoryId: string | null;
}

/** The state's grid files begin with a line "# Pedejas izmainas/Last updated ...". */
const withoutComments = (bytes: Uint8Array): Uint8Array => {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[start] === 0x23) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0) return bytes;
    start = end + 1;
  }
  return bytes.subarray(start);
};

const countLines = (bytes: Uint8Array): number =>
  bytes.reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 0);

/** The point is only a check of the id, which says where the cell is. */
const checkPoint = (row: RowReader, { centre }: GridCell): void => {
  const [lon, lat] = [row.number('lon', -180, 180), row.number('lat', -90, 90)];
  if (lon !== null && Math.abs(lon - centre[0]) > nearDegrees) {
    row.fault('lon', 'out-of-range', `${centre[0]} (${gridIds})`);
  }
  if (lat !== null && Math.abs(lat - centre[1]) > nearDegrees)
    row.fault('lat', 'out-of-range', `${centre[1]}`);
};

/** Reads rows one after the other and holds them to one grid. */
class Reader {
  readonly #around: PopulationSurroundings;
  readonly #nearest: (at: LonLat) => string;
  readonly #seen = new Set<string>();
  readonly #isCoarse: boolean;
  #grid: string | null = null;

  /** @param isCoarse the file is one in which 1 to 10 residents are published as 5. */
  constructor(around: PopulationSurroundings, isCoarse: boolean) {
    this.#around = around;
    this.#isCoarse = isCoarse;
    this.#nearest = createNearestPlace(around.settlements);
  }

  read(row: RowReader): Draft | null {
    const id = row.required('id', 40);
    const people = row.number('people', 0, 1_000_000);
    if (!row.has('people')) row.fault('people', 'missing');
    const cell = id === '' ? null : gridCell(id);
    if (id !== '' && cell === null) row.fault('id', 'malformed', gridIds);
    if (cell === null) return null;
    this.#grid ??= cell.grid;
    if (cell.grid !== this.#grid) row.fault('id', 'not-one-of', this.#grid);
    if (this.#seen.has(id)) row.fault('id', 'duplicate');
    this.#seen.add(id);
    checkPoint(row, cell);
    return {
      territoryId: this.#readTerritory(row),
      cell: {
        id,
        people: people ?? 0,
        ...(this.#isCoarse && people === smallCount.published ? { smallCounts: 1 } : {}),
        centre: cell.centre,
        ...(cell.ring === undefined ? {} : { ring: cell.ring }),
        nearestSettlement: row.text('settlement', 200) ?? this.#nearest(cell.centre),
        source: row.text('source', 300) ?? this.#around.fileName,
        confidence: 'as stated by the list',
        isModel: false,
      },
    };
  }

  #readTerritory(row: RowReader): string | null {
    const id = row.text('territoryId', 80);
    if (id !== null && !this.#around.territoryIds.has(id)) row.fault('territoryId', 'unknown-reference');
    return id;
  }
}

/** Cells outside every town and parish are nobody's and left out, said so. */
const settle = async (
  drafts: readonly Draft[],
  { locate }: PopulationSurroundings,
): Promise<{ readonly rows: readonly PopulationCell[]; readonly warnings: readonly ImportWarning[] }> => {
  const unknown = drafts.filter(({ territoryId }) => territoryId === null);
  const found = await locate(unknown.map(({ cell }) => cell.centre));
  const located = new Map(unknown.map(({ cell }, i) => [cell.id, found[i] ?? null]));
  const rows = drafts.flatMap(({ cell, territoryId }) => {
    const territory = territoryId ?? located.get(cell.id) ?? null;
    return territory === null ? [] : [{ ...cell, territoryId: territory }];
  });
  const count = drafts.length - rows.length;
  if (rows.length === 0) {
    const expected = 'cells inside the towns and parishes of the map';
    throw new Problem('bad-import', { faults: [{ field: 'id', fault: 'out-of-range', expected }] });
  }
  return { rows, warnings: count === 0 ? [] : [{ code: 'cells-left-out', values: { count } }] };
};

/**
 * Reads residents by cell of a grid: the 1 km grid of LKS-92, or H3 of one resolution.
 *
 * @throws Problem `bad-import` with every fault by row and field.
 */
export const readPopulationCsv = async (
  bytes: Uint8Array,
  around: PopulationSurroundings,
): Promise<{ readonly rows: readonly PopulationCell[]; readonly warnings: readonly ImportWarning[] }> => {
  const body = withoutComments(bytes);
  const skipped = countLines(bytes.subarray(0, bytes.length - body.length));
  const table = readCsvTable(body, populationColumns, ['id', 'people'], mostRows);
  const faults = new Faults();
  const reader = new Reader(around, skipped > 0);
  const drafts = table.rows.map((row) =>
    reader.read(new RowReader({ line: row.line + skipped, cell: (field) => row.cell(field) }, faults)),
  );
  faults.throwIfAny();
  const settled = await settle(
    drafts.filter((draft) => draft !== null),
    around,
  );
  return { rows: settled.rows, warnings: [...table.warnings, ...settled.warnings] };
};
