import type { AddressKind } from '../address.ts';
import type { LonLat } from '../units.ts';
import type { AddressIndex, PlaceLevel } from './address-index.ts';
import { type OpenIndex, openIndex } from './open-index.ts';
import { askedOf } from './question.ts';
import { createSearch, type Found } from './search.ts';
import { isNumber, wordsOf } from './words.ts';

/** A house, one with another number of the same street, or the smallest place that was found. */
type Exactness = 'house' | 'other-number' | PlaceLevel;

export interface Hit {
  /** From 0, all that was asked and nothing besides, to 0.6. */
  readonly score: number;
  readonly exactness: Exactness;
  readonly kind: AddressKind;
  /** From the smallest to the largest: "Harmonijas iela 7", "Tukums", "Tukuma novads". */
  readonly parts: readonly string[];
  readonly lonLat: LonLat;
  /** The true place lies within so many metres of the point. */
  readonly accuracyMetres: number;
  /** Id of the town or parish of the map; null where it is not known. */
  readonly territoryId: string | null;
  /** Folded words of the question that nothing in it is like. */
  readonly unmatched: readonly string[];
}

export interface Geocoder {
  /** Best first, at most `limit`; empty where nothing is like it. */
  search(text: string, limit?: number): readonly Hit[];
}

/** Points of the register lie in or at the house; those of the place names somewhere at the farm. */
const houseMetres: Readonly<Record<AddressKind, number>> = { house: 25, 'place-name': 250 };
/** A number with no more than a flat added to it. */
const sameHouse = 0.06;
const leastPlaceMetres = 100;

/** Searches addresses that were sent as indexes; where two hold the same farm, the register's is told. */
export const createGeocoder = (indexes: readonly AddressIndex[]): Geocoder => {
  const searches = indexes.map((index) => {
    const open = openIndex(index);
    return { open, search: createSearch(open) };
  });
  return {
    search: (text, limit = 8) => {
      const asked = askedOf(text);
      if (asked.words.length === 0) return [];
      const hits = searches.flatMap(({ open, search }) =>
        search(asked, limit * 2).map((found) => toHit(open, found)),
      );
      return withoutRepeats(hits.sort(betterFor(text))).slice(0, limit);
    },
  };
};

const asWritten = (text: string): string => text.normalize('NFC').toLowerCase();

/** Of equals the one written just so ("Āpši", not "Apši"), then that of the register, then by the alphabet. */
const betterFor = (text: string) => {
  const written = asWritten(text);
  const marks = ({ parts }: Hit) => (written.includes(asWritten(parts[0] ?? '')) ? 0 : 1);
  const rank = ({ kind }: Hit) => (kind === 'house' ? 0 : 1);
  const label = ({ parts }: Hit) => parts.join();
  return (a: Hit, b: Hit): number =>
    a.score - b.score || marks(a) - marks(b) || rank(a) - rank(b) || (label(a) < label(b) ? -1 : 1);
};

const partsOf = (index: OpenIndex, { house, place }: Found): readonly string[] => {
  const places: string[] = [];
  for (let at = place; at >= 0; at = index.placeParent[at] ?? -1) {
    places.push(index.names[index.placeName[at] ?? 0] ?? '');
  }
  const known = places.filter((name) => name !== '');
  if (house === null) return known;
  const name = index.names[index.houseName[house] ?? 0] ?? '';
  const [street, ...rest] = known;
  return isNumber(name) && street !== undefined ? [`${street} ${name}`, ...rest] : [name, ...known];
};

const toHit = (index: OpenIndex, found: Found): Hit => {
  const { score, house, place, unmatched } = found;
  const level = index.levelOf(place);
  const about = {
    score,
    kind: index.kind,
    parts: partsOf(index, found),
    territoryId: index.territoryOf(place),
    unmatched,
  };
  const placeMetres = Math.max(leastPlaceMetres, index.placeRadiusMetres[place] ?? 0);
  if (house === null) {
    return { ...about, exactness: level, lonLat: index.pointOfPlace(place), accuracyMetres: placeMetres };
  }
  const isOther =
    (found.numberCost ?? 0) > sameHouse && isNumber(index.names[index.houseName[house] ?? 0] ?? '');
  return {
    ...about,
    exactness: isOther ? 'other-number' : 'house',
    lonLat: index.pointOfHouse(house),
    accuracyMetres: isOther ? placeMetres : houseMetres[index.kind],
  };
};

/**
 * The same names again are the same place: "Bisnieki" of the register, and of the place names, with whatever marks.
 * Within one of the two, marks tell farms apart: "Apšītes" and "Āpšītes" of one parish are two.
 */
const withoutRepeats = (hits: readonly Hit[]): readonly Hit[] => {
  const seen = new Map<string, Hit[]>();
  return hits.filter((hit) => {
    const key = wordsOf(hit.parts.join(', ')).join(' ');
    const alike = seen.get(key) ?? [];
    const written = asWritten(hit.parts.join());
    const isRepeat = alike.some(
      ({ kind, parts }) => kind !== hit.kind || asWritten(parts.join()) === written,
    );
    if (!isRepeat) seen.set(key, [...alike, hit]);
    return !isRepeat;
  });
};
