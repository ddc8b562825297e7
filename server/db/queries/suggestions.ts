import type { Kysely } from 'kysely';
import { suggestedPair, type VenueSuggestions } from '#core/offer/match-file.ts';
import { findSamePlaces } from '#core/offer/same-place.ts';
import type { Tables } from '../tables/index.ts';
import { readAll } from './items.ts';
import { readApart, readDecisions } from './matches.ts';
import { venueCollection } from './venues.ts';

type Db = Kysely<Tables>;

/** Pairs of current rows that may be one place and that nobody has judged yet, and what was judged. */
export const readSuggestions = async (db: Db): Promise<VenueSuggestions> => {
  const found = findSamePlaces(await readAll(db, venueCollection), await readApart(db));
  return { undecided: found.map(suggestedPair), decided: await readDecisions(db) };
};

/** The same, compared anew only when the state that `stateName` names is another one. */
export const rememberSuggestions = (
  db: Db,
  stateName: () => Promise<string>,
): (() => Promise<VenueSuggestions>) => {
  let held: { readonly state: string; readonly suggestions: Promise<VenueSuggestions> } | null = null;
  return async () => {
    const state = await stateName();
    if (held?.state !== state) held = { state, suggestions: readSuggestions(db) };
    const { suggestions } = held;
    // What failed is tried again.
    suggestions.catch(() => {
      if (held?.suggestions === suggestions) held = null;
    });
    return suggestions;
  };
};
