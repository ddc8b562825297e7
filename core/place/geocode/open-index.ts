import type { AddressKind } from '../address.ts';
import type { LonLat } from '../units.ts';
import { type AddressIndex, fromSteps, type PlaceLevel, perDegree, placeLevels } from './address-index.ts';
import { createDictionary, type Dictionary, type Lists, toLists } from './dictionary.ts';
import { isNumber } from './words.ts';

/** An index laid out for searching. Places come before what lies in them; houses stand by place. */
export interface OpenIndex {
  readonly kind: AddressKind;
  readonly names: readonly string[];
  readonly dictionary: Dictionary;
  /** Weight of the words of each name together. */
  readonly ownWeight: Float32Array;
  /** 1 for names that are house numbers. */
  readonly isNumbered: Uint8Array;
  /** Most that a house number weighs. */
  readonly heaviestNumber: number;
  readonly placeName: Int32Array;
  readonly placeLevel: Uint8Array;
  /** -1 for none. */
  readonly placeParent: Int32Array;
  readonly placeRadiusMetres: Float64Array;
  readonly houseName: Int32Array;
  readonly housePlace: Int32Array;
  /** Place to its first house; one more than places. */
  readonly houseStarts: Int32Array;
  readonly housePostcode: Int32Array;
  /** Name to places, and to houses. */
  readonly placesNamed: Lists;
  readonly housesNamed: Lists;
  levelOf(place: number): PlaceLevel;
  pointOfPlace(place: number): LonLat;
  pointOfHouse(house: number): LonLat;
  territoryOf(place: number): string | null;
}

/** Makes ready what the browser or the server was sent; about a second for half a million addresses. */
export const openIndex = (index: AddressIndex): OpenIndex => {
  const { names, places, houses } = index;
  const dictionary = createDictionary(names);
  const ownWeight = weightsOf(names.length, dictionary);
  const isNumbered = Uint8Array.from(names, (name) => (isNumber(name) ? 1 : 0));
  const placeName = Int32Array.from(places.name);
  const placeParent = Int32Array.from(places.parent);
  const houseName = fromSteps(houses.nameSteps);
  const [houseStarts, housePlace] = placesOfHouses(places.houses, houseName.length);
  const [placeLon, placeLat] = [fromSteps(places.lonSteps), fromSteps(places.latSteps)];
  const [houseLon, houseLat] = [fromSteps(houses.lonSteps), fromSteps(houses.latSteps)];
  const territories = new Map(index.territories);
  const count = (length: number) => Int32Array.from({ length }, (_, i) => i);
  const levelOf = (place: number) => placeLevels[places.level[place] ?? 0] ?? 'municipality';
  return {
    kind: index.kind,
    names,
    dictionary,
    ownWeight,
    isNumbered,
    heaviestNumber: ownWeight.reduce(
      (most, weight, i) => (isNumbered[i] === 1 ? Math.max(most, weight) : most),
      0,
    ),
    placeName,
    placeLevel: Uint8Array.from(places.level),
    placeParent,
    placeRadiusMetres: Float64Array.from(places.radiusMetres),
    houseName,
    housePlace,
    houseStarts,
    housePostcode: postcodesOf(index),
    placesNamed: toLists(names.length, placeName, count(placeName.length)),
    housesNamed: toLists(names.length, houseName, count(houseName.length)),
    levelOf,
    pointOfPlace: (place) => [(placeLon[place] ?? 0) / perDegree, (placeLat[place] ?? 0) / perDegree],
    pointOfHouse: (house) => [(houseLon[house] ?? 0) / perDegree, (houseLat[house] ?? 0) / perDegree],
    territoryOf: (place) => {
      for (let at = place; at >= 0; at = placeParent[at] ?? -1) {
        const territory = territories.get(at);
        if (territory !== undefined) return territory;
      }
      return null;
    },
  };
};

const weightsOf = (names: number, { namesOf: { starts, items }, weights }: Dictionary): Float32Array => {
  const sums = new Float32Array(names);
  for (const [word, weight] of weights.entries()) {
    for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at += 1) {
      const name = items[at] ?? 0;
      sums[name] = (sums[name] ?? 0) + weight;
    }
  }
  return sums;
};

const placesOfHouses = (counts: readonly number[], houses: number): readonly [Int32Array, Int32Array] => {
  const starts = new Int32Array(counts.length + 1);
  const placeOf = new Int32Array(houses);
  for (const [place, count] of counts.entries()) {
    const start = starts[place] ?? 0;
    starts[place + 1] = start + count;
    placeOf.fill(place, start, start + count);
  }
  return [starts, placeOf];
};

const postcodesOf = ({ houses }: AddressIndex): Int32Array => {
  const postcodes = new Int32Array(houses.nameSteps.length);
  let at = 0;
  for (const [count, postcode] of houses.postcodes) {
    postcodes.fill(postcode, at, at + count);
    at += count;
  }
  return postcodes;
};
