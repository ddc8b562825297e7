import type { PlacedCell } from '#core/access/homes.ts';
import type { Venue, VenueStatus } from '#core/offer/venue.ts';
import { fromLks92 } from '#core/place/lks92.ts';
import type { Region } from '#core/place/region.ts';
import type { Territory } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import type { StreetEdge, StreetNetwork, StreetNode } from '#core/roads/street.ts';

/*
 * A made-up town whose true travel times are arithmetic. Junctions (column 0-4, row 0-4) stand 2 km
 * apart on the LKS-92 grid, joined to their neighbours. With the speeds the software ships:
 *
 *   street      class, surface        car      bicycle   foot      a block of 2 km
 *   all others  residential, paved    40 km/h  16 km/h   4.8 km/h  3 min, 7.5 min, 25 min
 *
 *   row 2 is the main road: secondary, paved, 80 km/h by car: 1.5 min a block; bicycle and foot as elsewhere.
 *
 * Every junction is the centre of a population cell. Cell number k = 5 x row + column has 2^k residents,
 * so any sum of residents tells which cells are in it. Two more cells lie off the streets: the field (2^25)
 * is 1 km straight south of junction (0,0), which is 1,150 m and 14.375 minutes of walking; the island
 * (2^26) is 5 km south of it, too far from any street.
 *
 * Columns 0-1 are West Parish, column 2 is the town of Middle, columns 3-4 are East Parish.
 */
const made = { source: 'toytown', confidence: 'made up', isModel: true } as const;
const west = 400_500;
const south = 300_500;
export const size = 5;
const blockMetres = 2000;
const mainRow = 2;

export const junction = (column: number, row: number) => size * row + column;

/** Position by blocks east and north of junction (0,0); fractions are allowed. */
export const at = (column: number, row: number): LonLat =>
  fromLks92({ east: west + column * blockMetres, north: south + row * blockMetres });

const places = Array.from({ length: size * size }, (_, k) => ({
  k,
  column: k % size,
  row: Math.floor(k / size),
}));

const nodes: StreetNode[] = places.map(({ k, column, row }) => ({
  id: k,
  lonLat: at(column, row),
  name: `Junction ${column},${row}`,
}));

function street(id: number, from: number, to: number, isMain: boolean, ref: string): StreetEdge {
  return {
    ...made,
    id,
    from,
    to,
    lengthMetres: blockMetres,
    highway: isMain ? 'secondary' : 'residential',
    surface: 'paved',
    isBuiltUp: false,
    oneway: false,
    ref,
    name: null,
    role: 'road',
    line: [from, to].map((k) => at(k % size, Math.floor(k / size))),
  };
}

const edges: StreetEdge[] = places.flatMap(({ k, column, row }) => [
  ...(column < size - 1 ? [street(2 * k, k, k + 1, row === mainRow, `R${row}`)] : []),
  ...(row < size - 1 ? [street(2 * k + 1, k, k + size, false, `C${column}`)] : []),
]);

const parishOf = (column: number) => (column < 2 ? 'west-parish' : column === 2 ? 'middle' : 'east-parish');

function cell(k: number, id: string, territoryId: string, centre: LonLat): PlacedCell {
  return { ...made, id, territoryId, people: 2 ** k, nearestSettlement: `Place ${k}`, centre };
}

export const field = '1kmX400Y299';
export const island = '1kmX400Y295';
export const cellId = (column: number, row: number) => `1kmX${400 + 2 * column}Y${300 + 2 * row}`;

/** Cells 0-24 by junction, then the field and the island. */
export const cells: PlacedCell[] = [
  ...places.map(({ k, column, row }) => cell(k, cellId(column, row), parishOf(column), at(column, row))),
  cell(25, field, 'west-parish', at(0, -0.5)),
  cell(26, island, 'west-parish', at(0, -2.5)),
];

const municipality = { id: 'toy-municipality', validFrom: '2021-07-01', validTo: null };

function territory(id: string, kind: Territory['kind'], parents: Territory['parents']): Territory {
  return {
    ...made,
    id,
    kind,
    nameLv: `${id} (lv)`,
    nameEn: id,
    parents,
    atvk2009: null,
    atvk2021: null,
    atvk2021IsInferred: false,
    validFrom: '2009-07-01',
    validTo: null,
    areaKm2Official: null,
    centreName: null,
    centre: null,
    population: null,
    geometry: null,
  };
}

/** The municipality, its three units of today, one that left it and a neighbour. */
export const territories: Territory[] = [
  territory('toy-municipality', 'municipality', []),
  territory('west-parish', 'parish', [municipality]),
  territory('middle', 'town', [municipality]),
  territory('east-parish', 'parish', [municipality]),
  territory('gone-parish', 'parish', [{ ...municipality, validTo: '2021-06-30' }]),
  territory('next-parish', 'neighbour', []),
];

const unknownAccess = {
  stepFreeEntrance: 'not-stated',
  accessibleToilet: 'not-stated',
  disabledParking: 'not-stated',
  hearingLoop: 'not-stated',
} as const;

export function venue(
  id: string,
  kind: Venue['kind'],
  lonLat: LonLat | null,
  more: { status?: VenueStatus; territoryId?: string | null } = {},
): Venue {
  return {
    ...made,
    id,
    list: 'shipped',
    nameLv: `${id} (lv)`,
    nameEn: id,
    kind,
    subtype: null,
    sectors: [],
    territoryId: more.territoryId === undefined ? 'middle' : more.territoryId,
    settlement: null,
    address: null,
    position: lonLat
      ? { state: 'exact', lonLat, accuracyMetres: 1, method: 'toytown' }
      : { state: 'missing', reason: 'not stated' },
    status: more.status ?? 'open',
    closedOn: null,
    capacity: null,
    openingHours: null,
    physicalAccess: unknownAccess,
    url: null,
    note: null,
  };
}

/** Libraries at (0,0) and (4,4), a culture centre in the middle, a cinema beyond the border, and those that do not count. */
export const venues: Venue[] = [
  venue('library-south-west', 'library', at(0, 0), { territoryId: 'west-parish' }),
  venue('library-north-east', 'library', at(4, 4), { territoryId: 'east-parish' }),
  venue('culture-centre', 'culture-centre', at(2, 2)),
  venue('cinema-next-door', 'cinema', at(4, 2), { territoryId: null }),
  venue('library-closed', 'library', at(2, 2), { status: 'closed' }),
  venue('library-somewhere', 'library', null),
  venue('library-at-sea', 'library', at(2, -5), { territoryId: null }),
];

export const network: StreetNetwork = { nodes, edges };

export const region: Region = {
  id: 'toytown',
  nameLv: 'Rotaļu novads',
  nameEn: 'Toy municipality',
  municipalityId: 'toy-municipality',
  focalTown: { territoryId: 'middle', nameLv: 'Vidus', nameEn: 'Middle', lonLat: at(2, 2) },
  bounds: [22, 56, 24, 58],
  networkBounds: [20, 55, 29, 59],
  crs: 3059,
  hasShippedData: true,
  timeZone: 'Europe/Riga',
};

/** Car minutes between two junctions by hand: across, up or down 3 a block, along the main road 1.5. */
export function carMinutes(from: readonly [number, number], to: readonly [number, number]): number {
  const across = Math.abs(from[0] - to[0]);
  const direct =
    across * (from[1] === mainRow && to[1] === mainRow ? 1.5 : 3) + Math.abs(from[1] - to[1]) * 3;
  const viaMain = across * 1.5 + (Math.abs(from[1] - mainRow) + Math.abs(to[1] - mainRow)) * 3;
  return Math.min(direct, viaMain);
}

/** Minutes on foot or by bicycle: every block is alike. */
export const slowMinutes = (
  mode: 'bicycle' | 'foot',
  from: readonly [number, number],
  to: readonly [number, number],
) => (Math.abs(from[0] - to[0]) + Math.abs(from[1] - to[1])) * (mode === 'foot' ? 25 : 7.5);
