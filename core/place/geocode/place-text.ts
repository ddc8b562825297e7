import type { LonLat } from '../units.ts';
import type { Geocoder, Hit } from './geocoder.ts';
import { isGeneric, weightOf, wordsOf } from './words.ts';

/** Where an address that somebody wrote into a list lies. */
export type PlacedText =
  | {
      readonly state: 'found';
      readonly lonLat: LonLat;
      readonly accuracyMetres: number;
      /** The house, or only its street. */
      readonly isHouse: boolean;
      readonly kind: Hit['kind'];
      readonly label: string;
      readonly territoryId: string | null;
    }
  | { readonly state: 'ambiguous'; readonly labels: readonly string[] }
  | { readonly state: 'not-found' };

/** No more wrong than a letter in one of several words. */
const goodScore = 0.2;
/** Of two that are so close in score both may be meant, unless they are one place. */
const clearBy = 0.05;
const samePlaceMetres = 300;
/** A longer street says less than a village does. */
const longestStreetMetres = 1000;

const metresPerDegree = 111_195;

const apart = ([lon, lat]: LonLat, [otherLon, otherLat]: LonLat): number =>
  Math.hypot((otherLon - lon) * Math.cos((lat * Math.PI) / 180), otherLat - lat) * metresPerDegree;

/** Words that may be out of date without another place being meant: a municipality before a reform, a postcode. */
const mayDiffer = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text);
  return new Set(words.filter((word, i) => isGeneric(word) || words[i + 1] === 'novads'));
};

/** The score, had nobody asked for the words that may be out of date. */
const scoreWithout = ({ score, unmatched }: Hit, text: string, loose: ReadonlySet<string>): number => {
  const sum = (words: Iterable<string>) => [...words].reduce((all, word) => all + weightOf(word), 0);
  const outdated = unmatched.filter((word) => loose.has(word));
  return score - sum(outdated) / Math.max(1, sum(new Set(wordsOf(text))));
};

const isLikely = (
  hit: Hit,
  text: string,
  loose: ReadonlySet<string>,
  numbers: ReadonlySet<string>,
): boolean => {
  if (hit.exactness === 'house')
    return scoreWithout(hit, text, loose) <= goodScore && hit.unmatched.every((word) => loose.has(word));
  // The street is right and the house is not in the register: roughly there.
  const isStreet = hit.exactness === 'street' || hit.exactness === 'other-number';
  return (
    isStreet &&
    hit.accuracyMetres <= longestStreetMetres &&
    hit.unmatched.every((word) => loose.has(word) || numbers.has(word))
  );
};

/**
 * The place that a written address means without a doubt: every word of it but an outdated municipality is in what was
 * found, and nothing else far from it fits as well.
 * @param territoryId town or parish that the list states beside it; null where it states none.
 */
export const placeText = (geocoder: Geocoder, text: string, territoryId: string | null): PlacedText => {
  const loose = mayDiffer(text);
  const numbers = new Set(wordsOf(text).filter((word) => /^\d/.test(word)));
  const likely = geocoder
    .search(text, 10)
    .filter((hit) => territoryId === null || hit.territoryId === null || hit.territoryId === territoryId)
    .filter((hit) => isLikely(hit, text, loose, numbers));
  const houses = likely.filter(({ exactness }) => exactness === 'house');
  const [best, ...others] = houses.length > 0 ? houses : likely;
  if (best === undefined) return { state: 'not-found' };
  const rivals = others.filter(
    ({ score, lonLat }) => score <= best.score + clearBy && apart(lonLat, best.lonLat) > samePlaceMetres,
  );
  const labelOf = ({ parts }: Hit) => parts.join(', ');
  if (rivals.length > 0) return { state: 'ambiguous', labels: [best, ...rivals].map(labelOf) };
  return {
    state: 'found',
    lonLat: best.lonLat,
    accuracyMetres: best.accuracyMetres,
    isHouse: best.exactness === 'house',
    kind: best.kind,
    label: labelOf(best),
    territoryId: best.territoryId,
  };
};
