import { fold } from '#core/language/fold.ts';
import type { LonLat } from '#core/place/units.ts';
import type { KnownPlace } from '../../db/queries/known-places.ts';
import { likeness, tellingWords } from '../venue/similar-names.ts';

/** What a LOCATION leads to. */
type FoundPlace =
  | { readonly state: 'found'; readonly id: string }
  | { readonly state: 'suggested'; readonly id: string; readonly name: string }
  | { readonly state: 'unknown' };

export type PlaceFinder = (location: string, geo: LonLat | null) => FoundPlace;

/** A venue so near to a stated point is suggested, in metres. */
const nearMetres = 150;
/** A name so alike is suggested. */
const alike = 0.6;

const metresBetween = ([lonA, latA]: LonLat, [lonB, latB]: LonLat): number => {
  const north = (latB - latA) * 111_320;
  const east = (lonB - lonA) * 111_320 * Math.cos((latA * Math.PI) / 180);
  return Math.hypot(north, east);
};

/** Text of an address without country and postcode, folded. */
const foldAddress = (text: string): string =>
  fold(text.replace(/\bLV-?\d{4}\b/gi, ' ').replace(/\b(latvija|latvia)\b/gi, ' '));

const onlyOnes = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> => {
  const ids = Map.groupBy(pairs, ([key]) => key);
  const found = [...ids].map(([key, same]) => [key, new Set(same.map(([, id]) => id))] as const);
  return new Map(
    found.flatMap(([key, same]) => (key !== '' && same.size === 1 ? [[key, [...same][0] ?? '']] : [])),
  );
};

/** Parts that may be a name or an address: the whole, what stands before the first comma, and what stands after. */
const partsOf = (location: string): readonly string[] => {
  const cut = location.search(/[,\n;(]/);
  return cut < 0 ? [location] : [location, location.slice(0, cut), location.slice(cut + 1)];
};

/**
 * Finds the venue that a calendar means: by id, or by a name or an address that only one venue has. A name that is
 * alike, or a point close by, is a suggestion for a person and never taken.
 */
export const createPlaceFinder = (places: readonly KnownPlace[]): PlaceFinder => {
  const ids = new Set(places.map(({ id }) => id));
  const names = onlyOnes(
    places.flatMap(({ id, nameLv, nameEn }) => [
      [fold(nameLv), id] as const,
      ...(nameEn === null ? [] : [[fold(nameEn), id] as const]),
    ]),
  );
  const addresses = onlyOnes(places.map(({ id, address }) => [foldAddress(address ?? ''), id] as const));
  const named = places.map((place) => ({ place, words: tellingWords(place.nameLv) }));
  const byWord = Map.groupBy(
    named.flatMap((one) => [...one.words].map((word) => ({ word, one }))),
    ({ word }) => word,
  );
  const mostAlike = (location: string): KnownPlace | undefined => {
    const words = tellingWords(location);
    const candidates = new Set([...words].flatMap((word) => (byWord.get(word) ?? []).map(({ one }) => one)));
    const scored = [...candidates].map((one) => ({ place: one.place, score: likeness(one.words, words) }));
    return scored.filter(({ score }) => score >= alike).sort((a, b) => b.score - a.score)[0]?.place;
  };
  const suggest = (location: string, geo: LonLat | null): FoundPlace => {
    const near =
      geo && places.find(({ lonLat }) => lonLat !== null && metresBetween(lonLat, geo) <= nearMetres);
    const place = near ?? mostAlike(location);
    return place === undefined
      ? { state: 'unknown' }
      : { state: 'suggested', id: place.id, name: place.nameLv };
  };
  return (location, geo) => {
    const parts = partsOf(location).map((part) => part.trim());
    const id =
      parts.find((part) => ids.has(part)) ??
      parts.map((part) => names.get(fold(part))).find((found) => found !== undefined) ??
      parts.map((part) => addresses.get(foldAddress(part))).find((found) => found !== undefined);
    return id === undefined ? suggest(location, geo) : { state: 'found', id };
  };
};
