import type { Findings } from '#core/findings.ts';
import type { SquareMetres } from '#core/place/cell.ts';
import { toLks92 } from '#core/place/lks92.ts';
import { smallCount } from '#core/place/small-counts.ts';
import type { Bbox, Lks92, LonLat } from '#core/place/units.ts';
import { Problem } from '#core/problem.ts';
import { readPeople } from './grid-people.ts';
import type { GridRow } from './grid-table.ts';

/** A square of the file with its residents. */
export interface CountedSquare {
  /** Lower left corner. */
  readonly corner: Lks92;
  readonly people: number;
  /** 1 for a published 5. */
  readonly smallCounts: number;
  /** Line of the file. */
  readonly row: number;
  /** X and Y stood the other way round. */
  readonly isSwapped: boolean;
}

interface Box {
  readonly east: readonly [number, number];
  readonly north: readonly [number, number];
}

/** Latvia in LKS-92 with some room around it, in metres. */
const latvia: Box = { east: [300_000, 780_000], north: [160_000, 450_000] };

/** Land of Latvia, roughly and with 3 km to spare, in kilometres: north-west of it is the sea. */
const land: readonly (readonly [number, number])[] = [
  [304, 205],
  [312, 310],
  [349, 364],
  [361, 386],
  [379, 388],
  [419, 407],
  [455, 350],
  [500, 350],
  [505, 418],
  [640, 450],
  [780, 410],
  [780, 160],
  [600, 160],
  [304, 205],
];

const isIn = ({ east, north }: Box, at: Lks92): boolean =>
  at.east >= east[0] && at.east <= east[1] && at.north >= north[0] && at.north <= north[1];

/** Even-odd rule. */
const isOnLand = ({ east, north }: Lks92): boolean => {
  const [x, y] = [east / 1000, north / 1000];
  let isInside = false;
  for (let i = 1; i < land.length; i += 1) {
    const [[ax, ay], [bx, by]] = [land[i - 1] ?? [0, 0], land[i] ?? [0, 0]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside;
};

const swap = ({ east, north }: Lks92): Lks92 => ({ east: north, north: east });

/** Box of the region on the plane of the grid, wider by a kilometre. */
export const gridBoxOf = ([west, south, east, north]: Bbox): Box => {
  const lons = [west, (west + east) / 2, east];
  const edge = lons
    .flatMap((lon): LonLat[] => [
      [lon, south],
      [lon, north],
    ])
    .map(toLks92);
  const span = (values: readonly number[]) =>
    [Math.min(...values) - kilometre, Math.max(...values) + kilometre] as const;
  return { east: span(edge.map((at) => at.east)), north: span(edge.map((at) => at.north)) };
};

const kilometre = 1000;
const ids = /^(1\s?km|100\s?m)X(\d{1,7})Y(\d{1,7})$/i;

/** What one step of the numbers in an id may mean, in metres: of the ranges only one fits Latvia. */
const steps = [1000, 100, 1] as const;

/** Squares of one file, of one size, as far as they lie in the region. */
export class Squares {
  readonly inRegion = new Map<string, CountedSquare>();
  /** Good rows elsewhere in the country. */
  elsewhere = 0;
  /** Good rows that say that nobody lives there. */
  empty = 0;
  /** Counts of 1-4 and 6-10: a file with such has not been made coarse, or not all of it. */
  smallAsCounted = 0;
  metres: SquareMetres | null = null;
  step: number | null = null;
  /** First row whose numbers fit nowhere in Latvia. */
  #misfit: { readonly row: number; readonly id: string } | null = null;
  readonly #file: string;
  readonly #region: Box;
  readonly #findings: Findings;
  readonly #seen = new Set<string>();
  /** Rows that fit the grid, in the region or not. */
  #good = 0;

  constructor(file: string, region: Box, findings: Findings) {
    [this.#file, this.#region, this.#findings] = [file, region, findings];
  }

  take(row: GridRow): void {
    const stated = this.#read(row);
    if (stated === null) return;
    const people = readPeople(row, this.#file, 'Total', this.#findings, true);
    if (people === null) return;
    const { corner, isSwapped } = this.#place(stated);
    this.#good += 1;
    if (!isIn(this.#region, corner)) {
      this.elsewhere += 1;
      return;
    }
    const key = `${corner.east} ${corner.north}`;
    if (this.#seen.has(key)) {
      this.#drop(row, 'cell-twice');
      return;
    }
    this.#seen.add(key);
    if (isSwapped) {
      const values = { id: row.id };
      this.#findings.add({
        code: 'cell-axes-swapped',
        file: this.#file,
        row: row.row,
        effect: 'corrected',
        values,
      });
    }
    this.#keep(key, { corner, people, row: row.row, isSwapped });
  }

  /** @throws Problem `bad-import` where no row fits the grid of Latvia: what was expected, and what was found. */
  throwIfNone(): void {
    if (this.#good > 0) return;
    const { row, id } = this.#misfit ?? { row: 1, id: '' };
    const expected = '1kmX300-780Y160-450, 100mX3000-7800Y1600-4500';
    throw new Problem('bad-import', {
      faults: [
        {
          field: `${this.#file}: ID`,
          row,
          fault: 'out-of-range',
          ...(id === '' ? {} : { value: id }),
          expected,
        },
      ],
    });
  }

  #keep(key: string, square: Omit<CountedSquare, 'smallCounts'>): void {
    const { people } = square;
    if (people === 0) {
      this.empty += 1;
      return;
    }
    const isSmall = people === smallCount.published;
    if (people < 11 && !isSmall) this.smallAsCounted += 1;
    this.inRegion.set(key, { ...square, smallCounts: isSmall ? 1 : 0 });
  }

  /** Lower left corner as the id says it; null where the row is dropped. */
  #read(row: GridRow): Lks92 | null {
    const found = ids.exec(row.id.replace(/\s/g, ''));
    if (found === null) return this.#drop(row, row.id === '' ? 'cell-without-id' : 'cell-id-malformed');
    const metres = found[1]?.startsWith('1k') || found[1]?.startsWith('1K') ? 1000 : 100;
    this.metres ??= metres;
    if (metres !== this.metres) return this.#drop(row, 'cell-of-other-grid');
    const [x, y] = [Number(found[2]), Number(found[3])];
    const fits = (step: number) => {
      const at = { east: x * step, north: y * step };
      return isIn(latvia, at) || isIn(latvia, swap(at));
    };
    const step = this.step ?? steps.find(fits);
    if (step === undefined || !fits(step)) {
      this.#misfit ??= row;
      return this.#drop(row, 'cell-outside-latvia');
    }
    this.step = step;
    const corner = { east: x * step, north: y * step };
    if (corner.east % metres !== 0 || corner.north % metres !== 0) return this.#drop(row, 'cell-off-grid');
    return corner;
  }

  /** X is east in these files; a row that only fits the other way round is put right. */
  #place(corner: Lks92): { readonly corner: Lks92; readonly isSwapped: boolean } {
    const other = swap(corner);
    const isSwapped = !isOnLand(corner) && isOnLand(other);
    return { corner: isSwapped ? other : corner, isSwapped };
  }

  #drop(row: GridRow, code: SquareFault): null {
    this.#findings.drop({
      code,
      file: this.#file,
      row: row.row,
      field: 'ID',
      values: { id: row.id.slice(0, 50) },
    });
    return null;
  }
}

type SquareFault =
  | 'cell-without-id'
  | 'cell-id-malformed'
  | 'cell-of-other-grid'
  | 'cell-outside-latvia'
  | 'cell-off-grid'
  | 'cell-twice';
