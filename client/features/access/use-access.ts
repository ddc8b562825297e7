import { useQuery } from '@tanstack/react-query';
import type { WaysResponse } from '#core/contract/envelope.ts';
import type { CellProperties } from '#core/contract/features/cell.ts';
import type { VenueProperties } from '#core/contract/features/venue.ts';
import type { Language } from '#core/language/routes.ts';
import { accessParametersOf, departureOf, isAskable } from '../../access-choices.ts';
import { accessQuery, apiBase, apiQuery } from '../../api.ts';
import { useLanguage } from '../../ui/language-context.tsx';
import { type AccessView, usesOffer } from './view.ts';

interface Items<P> {
  readonly features: readonly { readonly id: string; readonly properties: P }[];
}

/** The answer to the view, where it can be asked; the previous one stays until it is there. */
export function useAccess(view: AccessView, isWanted: boolean) {
  const language = useLanguage();
  return useQuery({
    ...accessQuery(language, view.measure, accessParametersOf(view)),
    enabled: isWanted && isAskable(view),
  });
}

/** The answer for the second offer, or nothing where none is compared. */
export function useComparison(view: AccessView, isWanted: boolean) {
  const language = useLanguage();
  return useQuery({
    ...accessQuery(language, view.measure, accessParametersOf({ ...view, offer: view.compare })),
    enabled: isWanted && isAskable(view) && view.compare !== '' && usesOffer(view.measure),
  });
}

const itemsQuery = <P>(collection: string, language: Language, filters: Record<string, string> = {}) =>
  apiQuery<Items<P>>(`${apiBase}/collections/${collection}/items`, language, { limit: 10_000, ...filters });

/** All venues by name: for the menu of offers and the marks on the map. */
export function useVenues() {
  return useQuery(itemsQuery<VenueProperties>('venues', useLanguage()));
}

/** Inhabited cells of one territory, to choose a home among. */
export function useCells(territoryId: string) {
  return useQuery({
    ...itemsQuery<CellProperties>('population', useLanguage(), { territoryId }),
    enabled: territoryId !== '',
  });
}

/** Journeys from one cell to the best venues of the view's offer, nearest first. */
export function useWays(view: AccessView, cell: string) {
  const { measure, offer, mode } = view;
  const venueStatus = view.venueStatus.join(',');
  const query = { cell, offer, mode, venueStatus, ...departureOf(view) };
  return useQuery({
    ...apiQuery<WaysResponse>(`${apiBase}/access/${measure}/ways`, useLanguage(), query),
    enabled: cell !== '' && isAskable(view),
  });
}
