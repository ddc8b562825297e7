import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AddressesResponse } from '#core/contract/envelope.ts';
import type { Language } from '#core/language/routes.ts';
import type { Geocoder } from '#core/place/geocode/geocoder.ts';
import { aboutQuery, apiBase } from '../../api.ts';
import { apiUrl, getJson } from '../../request.ts';
import { useLanguage } from '../../ui/language-context.tsx';

export interface Addresses {
  readonly geocoder: Geocoder;
  /** Who is to be named beside them. */
  readonly sources: readonly string[];
}

/**
 * All addresses of the region, fetched whole: what the reader types is looked up here and sent to nobody. The code that
 * searches comes with them, so that pages without the field are no larger.
 */
const addressesQuery = (language: Language) => {
  const url = apiUrl(`${apiBase}/addresses`, language);
  return queryOptions({
    queryKey: [url],
    queryFn: async ({ signal }): Promise<Addresses> => {
      const [{ createGeocoder }, { result, dataVersions }] = await Promise.all([
        import('#core/place/geocode/geocoder.ts'),
        getJson<AddressesResponse>(url, { signal }),
      ]);
      const sources = dataVersions.map(({ source, licence }) => `${source} (${licence})`);
      return { geocoder: createGeocoder(result), sources: [...new Set(sources)] };
    },
    // Megabytes for a large region: once a visit is enough.
    staleTime: Number.POSITIVE_INFINITY,
  });
};

/** Whether there are addresses to search, and they themselves once they are wanted and here. */
export const useAddresses = (
  isWanted: boolean,
): { readonly areThere: boolean; readonly addresses: Addresses | null } => {
  const language = useLanguage();
  const about = useQuery(aboutQuery(language)).data;
  const areThere = about?.dataVersions.some(({ dataset }) => dataset === 'addresses') === true;
  const { data } = useQuery({ ...addressesQuery(language), enabled: areThere && isWanted });
  return { areThere, addresses: data ?? null };
};
