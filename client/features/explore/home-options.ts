import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fold } from '#core/language/fold.ts';
import { compareNames } from '#core/language/sorting.ts';
import type { Hit } from '#core/place/geocode/geocoder.ts';
import type { LonLat } from '#core/place/units.ts';
import { itemsQuery, wholeCollection } from '../../api.ts';
import { useLanguage } from '../../ui/language-context.tsx';
import { nameOf } from './texts.ts';

export interface HomeOption {
  readonly id: string;
  readonly name: string;
  /** Name with its parish, because several villages share a name. */
  readonly label: string;
}

/** A village of the list, which the address of the page may name, or a place of the addresses, which it may not. */
export type HomeSuggestion =
  | { readonly key: string; readonly label: string; readonly id: string }
  | { readonly key: string; readonly label: string; readonly lonLat: LonLat };

/** Settlements with a position, in the order of the alphabet. */
export const useHomeOptions = (): readonly HomeOption[] => {
  const language = useLanguage();
  const whole = { limit: wholeCollection };
  const settlements = useQuery(itemsQuery(language, 'settlements', whole)).data;
  const territories = useQuery(itemsQuery(language, 'territories')).data;
  return useMemo(() => {
    const parishes = new Map(
      territories?.features.map(({ id, properties }) => [id, nameOf(properties, language)]),
    );
    return (settlements?.features ?? [])
      .filter(({ geometry }) => geometry !== null)
      .map(({ id, properties: { nameLv, territoryId } }) => {
        const parish = territoryId === null ? undefined : parishes.get(territoryId);
        const isAlone = parish === undefined || parish === nameLv;
        return { id, name: nameLv, label: isAlone ? nameLv : `${nameLv}, ${parish}` };
      })
      .toSorted((a, b) => compareNames(language, a.label, b.label));
  }, [settlements, territories, language]);
};

/** The option a text means: its label, or a name that only one option has. Case and marks do not matter. */
export const findHome = (options: readonly HomeOption[], text: string): HomeOption | null => {
  const wanted = fold(text);
  const exact = options.find(({ label }) => fold(label) === wanted);
  if (exact) return exact;
  const named = options.filter(({ name }) => fold(name) === wanted);
  return named.length === 1 ? (named[0] ?? null) : null;
};

const mostVillages = 5;
const mostSuggestions = 8;
const shortestText = 2;

/** "Harmonijas iela 7A, Tukums": the municipality is that of the map. */
const labelOf = ({ parts }: Hit): string =>
  (parts.length > 2 && parts.at(-1)?.endsWith(' novads') ? parts.slice(0, -1) : parts).join(', ');

const isVillage = ({ exactness }: Hit): boolean => exactness === 'village' || exactness === 'unit';

/** What a text may mean: villages that begin so, then addresses, the best first. */
export const suggestHomes = (
  text: string,
  options: readonly HomeOption[],
  search: ((text: string) => readonly Hit[]) | null,
): readonly HomeSuggestion[] => {
  const wanted = fold(text);
  if (wanted.length < shortestText) return [];
  const begins = options.filter(({ label }) => fold(label).startsWith(wanted)).slice(0, mostVillages);
  const villages = begins.map(({ id, label }) => ({ key: id, label, id }));
  const known = new Set(options.map(({ name }) => fold(name)));
  const addresses = (search?.(text) ?? [])
    .filter(
      (hit) => hit.exactness !== 'municipality' && !(isVillage(hit) && known.has(fold(hit.parts[0] ?? ''))),
    )
    .map((hit) => ({ key: hit.parts.join(), label: labelOf(hit), lonLat: hit.lonLat }));
  return [...villages, ...addresses].slice(0, mostSuggestions);
};

/** Two addresses whose scores are so close are both meant. */
const clearBy = 0.05;
const goodScore = 0.15;

/** The one address that a text means without a doubt; null where it is not clear. */
export const settleAddress = (hits: readonly Hit[]): Hit | null => {
  const [first, second] = hits;
  if (first === undefined || first.score > goodScore || first.exactness !== 'house') return null;
  return second === undefined || second.score > first.score + clearBy ? first : null;
};

/** How the place of an address is called. */
export const homeLabel = labelOf;
