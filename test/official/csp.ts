import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { fieldRing, type Grid, type GridRing } from './grid.ts';
import { type Column, type Layer, type Row, shapefileZip } from './shapefile.ts';

/** A row of `Territorial_units_LV`, with the ring of its outline. */
export interface CspUnit {
  readonly L1_code: string;
  readonly L1_name: string;
  readonly L1_type: number;
  readonly L1_area: number;
  readonly L0_code: string;
  readonly L0_name: string;
  readonly L0_area: number;
  readonly rings: readonly GridRing[];
  readonly isDeleted?: boolean;
}

/** Columns as read in the file of 2018. */
const cspColumns: readonly Column[] = [
  { name: 'L1_code', type: 'C', length: 254 },
  { name: 'L1_name', type: 'C', length: 254 },
  { name: 'L1_type', type: 'N', length: 10 },
  { name: 'L1_area', type: 'N', length: 11, decimals: 6 },
  { name: 'L0_code', type: 'C', length: 254 },
  { name: 'LAU2_code', type: 'C', length: 9 },
  { name: 'L0_name', type: 'C', length: 254 },
  { name: 'L0_type', type: 'N', length: 10 },
  { name: 'L0_area', type: 'N', length: 11, decimals: 6 },
  { name: 'NUTS3_code', type: 'C', length: 254 },
  { name: 'NUTS3_name', type: 'C', length: 254 },
];

const cspRow = ({ rings, isDeleted, ...unit }: CspUnit): Row => ({
  values: { ...unit, LAU2_code: `LV${unit.L0_code}`, L0_type: 5, NUTS3_code: 'LV007', NUTS3_name: 'Pierīga' },
  shape: rings,
  ...(isDeleted === undefined ? {} : { isDeleted }),
});

const cspLayer = (units: readonly CspUnit[], more: Partial<Layer> = {}): Layer => ({
  columns: cspColumns,
  rows: units.map(cspRow),
  ...more,
});

/** The zip as the Statistical Bureau names what is in it. */
export const cspZip = (
  units: readonly CspUnit[],
  date = '2024.01.01',
  more: Partial<Layer> = {},
): Uint8Array => shapefileZip({ [`Territorial_units_LV_1.2m_(${date}.)`]: cspLayer(units, more) });

interface Fact {
  readonly name_lv: string;
  readonly kind: string;
  readonly novads_2009_2021: string;
  readonly atvk_2009_2021: string;
  readonly atvk_2021_inferred_unverified: string;
}

/** The towns and parishes of Tukums with their names and codes, as the facts of the project hold them. */
export const facts = parse(
  readFileSync(join(import.meta.dirname, '../../geodata/facts/territories.csv'), 'utf8'),
  {
    columns: true,
  },
) as readonly Fact[];

/** Seven fields a side, 10 km each, around Tukums. The region's 23 units lie in the middle five by five. */
export const world: Grid = { columns: 7, rows: 7, sideMetres: 10_000, east: 400_000, north: 280_000 };

const oldMunicipalityCodes: Readonly<Record<string, string>> = {
  'Tukuma novads': '0900200',
  'Kandavas novads': '0901200',
  'Engures novads': '0905100',
  'Jaunpils novads': '0905700',
};

const sinceReform = { L0_code: '0052000', L0_name: 'Tukuma novads', L0_area: 2300 };

/** Units of Tukums by field, row by row from the south; the last two fields of the middle are Talsu novads. */
const middle = [1, 2, 3, 4, 5].flatMap((row) => [1, 2, 3, 4, 5].map((column) => [column, row] as const));

/** A field of the edge: of a municipality to which nothing of the region ever belonged. */
const edgeUnit = (column: number, row: number, isOld: boolean, grid: Grid): CspUnit => {
  const number = row * 7 + column;
  return {
    L1_code: isOld ? `08802${10 + number}` : `00514${String(number).padStart(2, '0')}0`.slice(0, 7),
    L1_name: `Malas${'abcdefghijklmnopqrstuvwxyz'[number % 26]}${Math.floor(number / 26)} pagasts`,
    L1_type: 7,
    L1_area: 100,
    L0_code: isOld ? '0880200' : '0051000',
    L0_name: 'Talsu novads',
    L0_area: 2600,
    rings: [fieldRing(grid, column, row)],
  };
};

const isInMiddle = (column: number, row: number) => column >= 1 && column <= 5 && row >= 1 && row <= 5;

/**
 * A country of 49 squares of 100 km²: the 23 units of Tukums with their real names and codes, 26 fields of another
 * municipality around them. `2009`: with the borders and codes of 2009-2021.
 */
export function squareCountry(generation: '2009' | '2021', grid: Grid = world): CspUnit[] {
  const isOld = generation === '2009';
  const own = facts.map((fact, i): CspUnit => {
    const [column, row] = middle[i] ?? [0, 0];
    const old = fact.novads_2009_2021;
    const size = facts.filter((other) => other.novads_2009_2021 === old).length;
    return {
      L1_code: isOld ? fact.atvk_2009_2021 : fact.atvk_2021_inferred_unverified,
      L1_name: fact.name_lv,
      L1_type: fact.kind === 'town' ? 6 : 7,
      L1_area: 100,
      ...(isOld
        ? { L0_code: oldMunicipalityCodes[old] ?? '', L0_name: old, L0_area: 100 * size }
        : sinceReform),
      rings: [fieldRing(grid, column, row)],
    };
  });
  const edge: CspUnit[] = [];
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) {
      const isOwn =
        isInMiddle(column, row) && middle.findIndex(([c, r]) => c === column && r === row) < facts.length;
      if (!isOwn) edge.push(edgeUnit(column, row, isOld, grid));
    }
  }
  return [...own, ...edge];
}

/**
 * A country of any size in the format of the Statistical Bureau, for measuring: `units` parishes with `vertices`
 * places altogether (each border counted in both of its units), the middle of which is the region of Tukums.
 * @param own how many of the units bear the code of Tukuma novads; all of them unless said.
 * @param place where it lies instead, and how large its fields are.
 */
export function syntheticCountry({
  units,
  vertices,
  own = units,
  place,
}: {
  units: number;
  vertices: number;
  own?: number;
  place?: Pick<Grid, 'columns' | 'sideMetres' | 'east' | 'north'>;
}): CspUnit[] {
  const columns = place?.columns ?? Math.ceil(Math.sqrt(units));
  // Around the middle of the region, whatever the size.
  const sideMetres = place?.sideMetres ?? 4000;
  const grid: Grid = {
    columns,
    rows: Math.ceil(units / columns),
    sideMetres,
    east: 444_000 - (columns * sideMetres) / 2,
    north: 314_000 - (columns * sideMetres) / 2,
    ...place,
    cuts: Math.max(1, Math.round(vertices / units / 4)),
    wiggleMetres: sideMetres / 3,
  };
  const first = Math.floor((units - own) / 2);
  return Array.from({ length: units }, (_, i): CspUnit => {
    const isOwn = i >= first && i < first + own;
    const number = String(400 + i).padStart(4, '0');
    return {
      L1_code: isOwn ? `005${number}` : `006${number}`,
      L1_name: `Lauka${i} pagasts`,
      L1_type: 7,
      L1_area: (sideMetres / 1000) ** 2,
      L0_code: isOwn ? '0052000' : '0060000',
      L0_name: isOwn ? 'Tukuma novads' : 'Citu novads',
      L0_area: (own * sideMetres ** 2) / 1e6,
      rings: [fieldRing(grid, i % columns, Math.floor(i / columns))],
    };
  });
}
