import proj4 from 'proj4';
import type { Findings } from '#core/findings.ts';
import type { Bbox, LonLat } from '#core/place/units.ts';
import type { CellDraft } from './cell-places.ts';
import { readPeople } from './grid-people.ts';
import type { GridRow } from './grid-table.ts';

/** ETRS89-LAEA Europe, EPSG:3035, on GRS80; ETRS89 is taken as WGS 84 (below 1 m apart). */
export const laea = proj4(
  '+proj=longlat +ellps=GRS80 +no_defs',
  '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs',
);

const kilometre = 1000;

/** Lower left corner of a square kilometre in EPSG:3035, in metres. */
interface Corner {
  readonly east: number;
  readonly north: number;
}

/** "CRS3035RES1000mN3700000E5000000", in some files after a country ("LV_CRS..."), or "1kmN3700E5000". */
const long = /^(?:[A-Z]{2}_)?CRS3035RES1000mN(\d{6,7})E(\d{6,7})$/i;
const short = /^1kmN(\d{3,4})E(\d{3,4})$/i;

const cornerOf = (id: string): Corner | null => {
  const metres = long.exec(id);
  if (metres !== null) return { north: Number(metres[1]), east: Number(metres[2]) };
  const kilometres = short.exec(id);
  if (kilometres === null) return null;
  return { north: Number(kilometres[1]) * kilometre, east: Number(kilometres[2]) * kilometre };
};

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
const toDegrees = (east: number, north: number): LonLat => {
  const [lon = 0, lat = 0] = laea.inverse([east, north]);
  return [round(lon), round(lat)];
};

/** Extent of the region on the European plane, wider by two kilometres. Its edges are curved there. */
const boxOf = ([west, south, east, north]: Bbox) => {
  const steps = Array.from({ length: 21 }, (_, i) => i / 20);
  const edge = steps.flatMap((t) => {
    const [lon, lat] = [west + (east - west) * t, south + (north - south) * t];
    return [
      [lon, south],
      [lon, north],
      [west, lat],
      [east, lat],
    ].map((at) => laea.forward(at));
  });
  const span = (place: 0 | 1) => {
    const values = edge.map((at) => at[place] ?? 0);
    return [Math.min(...values) - 2 * kilometre, Math.max(...values) + 2 * kilometre] as const;
  };
  return { east: span(0), north: span(1) };
};

interface Counted {
  readonly corner: Corner;
  people: number;
  /** Whose parts are in the sum: on a border each country counts its own. */
  readonly countries: Set<string>;
  rows: number;
}

/** Squares of the European grid in the region; of the millions of the file nothing else is kept. */
export class EuropeanSquares {
  readonly #box: ReturnType<typeof boxOf>;
  readonly #counted = new Map<string, Counted>();
  readonly #file: string;
  readonly #findings: Findings;
  elsewhere = 0;
  empty = 0;
  first: { readonly row: number; readonly id: string } | null = null;

  constructor(file: string, bounds: Bbox, findings: Findings) {
    [this.#file, this.#box, this.#findings] = [file, boxOf(bounds), findings];
  }

  take(row: GridRow): void {
    this.first ??= row;
    const corner = cornerOf(row.id);
    if (corner === null) {
      const code = row.id === '' ? 'cell-without-id' : 'cell-id-malformed';
      this.#drop(row, code);
      return;
    }
    const { east, north } = this.#box;
    const isNear =
      corner.east >= east[0] &&
      corner.east <= east[1] &&
      corner.north >= north[0] &&
      corner.north <= north[1];
    if (!isNear) {
      this.elsewhere += 1;
      return;
    }
    if (corner.east % kilometre !== 0 || corner.north % kilometre !== 0) {
      this.#drop(row, 'cell-off-grid');
      return;
    }
    const people = readPeople(row, this.#file, 'T', this.#findings);
    if (people !== null) this.#count(row, corner, people);
  }

  /** Squares with residents, and how many rows each came from. */
  *drafts(): Generator<{ readonly draft: CellDraft; readonly rows: number }> {
    for (const { corner, people, rows } of this.#counted.values()) {
      if (people === 0) this.empty += 1;
      else yield { draft: draftOf(corner, people), rows };
    }
  }

  #count(row: GridRow, corner: Corner, people: number): void {
    const key = `${corner.north} ${corner.east}`;
    const before = this.#counted.get(key);
    if (before === undefined) {
      this.#counted.set(key, { corner, people, countries: new Set([row.country]), rows: 1 });
      return;
    }
    if (before.countries.has(row.country)) {
      this.#drop(row, 'cell-twice');
      return;
    }
    before.countries.add(row.country);
    before.people += people;
    before.rows += 1;
    const values = { id: row.id, countries: [...before.countries].join(' + '), people: before.people };
    this.#findings.add({ code: 'cell-of-two-countries', file: this.#file, row: row.row, values });
  }

  #drop(row: GridRow, code: 'cell-without-id' | 'cell-id-malformed' | 'cell-off-grid' | 'cell-twice'): void {
    this.#findings.drop({
      code,
      file: this.#file,
      row: row.row,
      field: 'GRD_ID',
      values: { id: row.id.slice(0, 50) },
    });
  }
}

/** The outline comes with the square: its id names a corner on another plane than the region's. */
const draftOf = ({ east, north }: Corner, people: number): CellDraft => {
  const corners = [
    [east, north],
    [east + kilometre, north],
    [east + kilometre, north + kilometre],
    [east, north + kilometre],
    [east, north],
  ] as const;
  return {
    id: `CRS3035RES1000mN${north}E${east}`,
    people,
    ring: corners.map(([x, y]) => toDegrees(x, y)),
    centre: toDegrees(east + kilometre / 2, north + kilometre / 2),
    confidence: 'official count',
  };
};
