import type { VenuePosition } from '#core/offer/venue.ts';
import type { AddressIndex } from '#core/place/geocode/address-index.ts';
import { createGeocoder } from '#core/place/geocode/geocoder.ts';
import { placeText } from '#core/place/geocode/place-text.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { Database } from '../../db/database.ts';
import { readAddressIndexes } from '../../db/queries/addresses.ts';
import { readCurrentVersions } from '../../db/queries/versions.ts';

/** A position up to this accuracy is called exact: the house, not the street. */
const exactMetres = 50;

/** What became of a written address. */
export interface FoundByAddress {
  /** Null where it may mean several places; nobody guesses which. */
  readonly position: Exclude<VenuePosition, { state: 'missing' }> | null;
  readonly territoryId: string | null;
  /** Without its row. */
  readonly finding: Pick<ImportWarning, 'code' | 'values'>;
}

/** Finds places by the addresses that lists state. */
export interface AddressFinder {
  /**
   * Null where the addresses have nothing like it.
   * @param territoryId town or parish stated beside it.
   */
  find(address: string, territoryId: string | null): FoundByAddress | null;
}

const methods = {
  house: { house: 'address register', street: 'street of the address register' },
  'place-name': { house: 'place name', street: 'place name' },
} as const;

/** A finder on the current lists of addresses; null where there are none. */
export const readAddressFinder = async (db: Database['db']): Promise<AddressFinder | null> => {
  const indexes = await readAddressIndexes(db, await readCurrentVersions(db));
  if (indexes.length === 0) return null;
  const geocoder = createGeocoder(indexes.map((text) => JSON.parse(text) as AddressIndex));
  return {
    find: (address, territoryId) => {
      const placed = placeText(geocoder, address, territoryId);
      if (placed.state === 'not-found') return null;
      if (placed.state === 'ambiguous') {
        const values = { address, count: placed.labels.length, first: placed.labels[0] ?? '' };
        return { position: null, territoryId: null, finding: { code: 'address-ambiguous', values } };
      }
      const { lonLat, accuracyMetres, isHouse, kind, label } = placed;
      const state = accuracyMetres <= exactMetres ? 'exact' : 'approximate';
      const method = methods[kind][isHouse ? 'house' : 'street'];
      const code = isHouse ? 'position-of-address' : 'position-of-street';
      return {
        position: { state, lonLat, accuracyMetres, method },
        territoryId: placed.territoryId,
        finding: { code, values: { address: label, metres: accuracyMetres } },
      };
    },
  };
};
