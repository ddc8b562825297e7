import type { Address, AddressKind } from '../address.ts';
import type { LonLat } from '../units.ts';
import { type AddressIndex, type PlaceLevel, perDegree, placeLevels, toSteps } from './address-index.ts';
import { createHouses, type HouseColumns } from './houses.ts';
import { createNames } from './names.ts';

interface Place {
  readonly level: number;
  readonly name: number;
  readonly parent: number;
  territoryId: string | null;
  /** Stated by the register; else the middle of its houses. */
  point: LonLat | null;
}

/** A place that a register states a point for, by the names of what it lies in. */
interface StatedPlace extends Pick<Address, 'municipality' | 'unit' | 'village' | 'street'> {
  readonly lonLat: LonLat;
}

export interface IndexBuilder {
  /** False where the same name was given in the same place before: it is not taken twice. */
  add(address: Address): boolean;
  /** Gives a place its point, also one without houses. */
  place(place: StatedPlace): void;
  readonly size: number;
  finish(): AddressIndex;
}

/** Gathers addresses one by one, without keeping their texts, into an index to search in. */
export const createIndexBuilder = (kind: AddressKind): IndexBuilder => {
  const names = createNames();
  const places: Place[] = [];
  const byKey = new Map<string, number>();
  const houses = createHouses();

  const placeOf = (level: PlaceLevel, name: string, parent: number): number => {
    const [rank, id] = [placeLevels.indexOf(level), names.idOf(name)];
    const key = `${rank} ${id} ${parent}`;
    const found = byKey.get(key);
    if (found !== undefined) return found;
    places.push({ level: rank, name: id, parent, territoryId: null, point: null });
    byKey.set(key, places.length - 1);
    return places.length - 1;
  };
  /** The smallest place, made with all it lies in. */
  const chainOf = (
    of: Pick<Address, 'municipality' | 'unit' | 'village' | 'street'>,
    territoryId: string | null,
  ): number => {
    let at = -1;
    for (const level of placeLevels) {
      const name = of[level];
      if (name === null) continue;
      at = placeOf(level, name, at);
      const place = places[at];
      if (level === 'unit' && place && territoryId !== null) place.territoryId = territoryId;
    }
    // One that names nothing it lies in is kept under a place without a name.
    return at < 0 ? placeOf('municipality', '', -1) : at;
  };
  return {
    add: (address) => houses.add(address, names.idOf(address.name), chainOf(address, address.territoryId)),
    place: (stated) => {
      const place = places[chainOf(stated, null)];
      if (place) place.point = stated.lonLat;
    },
    get size() {
      return houses.size;
    },
    finish: () => layOut(kind, names.list(), places, houses.columns()),
  };
};

const layOut = (
  kind: AddressKind,
  named: { readonly names: readonly string[]; readonly rankOf: Int32Array },
  places: readonly Place[],
  columns: HouseColumns,
): AddressIndex => {
  const order = orderOf(columns, named.rankOf);
  const pick = (values: ArrayLike<number>) => toSteps(Int32Array.from(order, (i) => values[i] ?? 0));
  const shapes = shapesOf(places, columns);
  const counts = new Array<number>(places.length).fill(0);
  for (const place of columns.place) if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  const names = Int32Array.from(columns.name, (name) => named.rankOf[name] ?? 0);
  return {
    format: 1,
    kind,
    names: named.names,
    places: {
      name: places.map(({ name }) => named.rankOf[name] ?? 0),
      level: places.map(({ level }) => level),
      parent: places.map(({ parent }) => parent),
      lonSteps: toSteps(shapes.map(({ lon }) => lon)),
      latSteps: toSteps(shapes.map(({ lat }) => lat)),
      radiusMetres: shapes.map(({ radiusMetres }) => radiusMetres),
      houses: counts,
    },
    territories: places.flatMap(({ territoryId }, i) => (territoryId === null ? [] : [[i, territoryId]])),
    houses: {
      nameSteps: pick(names),
      lonSteps: pick(columns.lon),
      latSteps: pick(columns.lat),
      postcodes: runsOf(Array.from(order, (i) => columns.postcode[i] ?? 0)),
    },
  };
};

/** By place, in a place by name: so both change little from one to the next. */
const orderOf = ({ place, name }: HouseColumns, rankOf: Int32Array): Uint32Array =>
  Uint32Array.from({ length: place.length }, (_, i) => i).sort(
    (a, b) =>
      (place[a] ?? 0) - (place[b] ?? 0) || (rankOf[name[a] ?? 0] ?? 0) - (rankOf[name[b] ?? 0] ?? 0) || a - b,
  );

const runsOf = (values: readonly number[]): [number, number][] => {
  const runs: [number, number][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.[1] === value) last[0] += 1;
    else runs.push([1, value]);
  }
  return runs;
};

interface Shape {
  lon: number;
  lat: number;
  radiusMetres: number;
}

const metresPerStep = 111_195 / perDegree;

/** The stated point of each place, else the middle of the houses in it, and how far those lie from it. */
const shapesOf = (places: readonly Place[], { place, lon, lat }: HouseColumns): readonly Shape[] => {
  const [sumLon, sumLat, count] = [0, 1, 2].map(() => new Float64Array(places.length));
  const upwards = (house: number, use: (place: number) => void) => {
    for (let at = place[house] ?? -1; at >= 0; at = places[at]?.parent ?? -1) use(at);
  };
  for (let i = 0; i < place.length; i += 1) {
    upwards(i, (at) => {
      if (!(sumLon && sumLat && count)) return;
      sumLon[at] = (sumLon[at] ?? 0) + (lon[i] ?? 0);
      sumLat[at] = (sumLat[at] ?? 0) + (lat[i] ?? 0);
      count[at] = (count[at] ?? 0) + 1;
    });
  }
  const shapes = places.map(({ point }, i): Shape => {
    const houses = Math.max(1, count?.[i] ?? 0);
    const [middleLon, middleLat] = [(sumLon?.[i] ?? 0) / houses, (sumLat?.[i] ?? 0) / houses];
    const [x, y] = point === null ? [middleLon, middleLat] : [point[0] * perDegree, point[1] * perDegree];
    return { lon: Math.round(x), lat: Math.round(y), radiusMetres: 0 };
  });
  for (let i = 0; i < place.length; i += 1) {
    upwards(i, (at) => {
      const shape = shapes[at];
      if (!shape) return;
      const shrink = Math.cos((shape.lat / perDegree) * (Math.PI / 180));
      const east = ((lon[i] ?? 0) - shape.lon) * shrink;
      const metres = Math.ceil(Math.hypot(east, (lat[i] ?? 0) - shape.lat) * metresPerStep);
      if (metres > shape.radiusMetres) shape.radiusMetres = metres;
    });
  }
  return shapes;
};
