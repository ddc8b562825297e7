import { fold } from '#core/language/fold.ts';
import type { Territory } from '#core/place/territory.ts';
import type { Chain } from './varis-addresses-places.ts';

/** Id of a town or parish of the map; `elsewhere` for one outside; null where none is named. */
export type FoundUnit = { readonly territoryId: string } | 'elsewhere' | null;

/**
 * Finds the town or parish of the map that an address lies in: by name within its municipality, as it is or was; else
 * by its code. Names come first because codes of the shipped map are inferred, and no municipality has two of a name.
 */
export const createUnits = (territories: readonly Territory[]) => {
  const units = territories.filter(({ kind }) => kind === 'town' || kind === 'parish');
  const municipalities = new Set(
    territories.filter(({ kind }) => kind === 'municipality').map(({ nameLv }) => fold(nameLv)),
  );
  const byName = new Map(units.map(({ id, nameLv }) => [fold(nameLv), id]));
  const byCode = new Map(
    units.flatMap(({ id, atvk2009, atvk2021 }) =>
      [atvk2021, atvk2009].flatMap((code) => (code === null ? [] : [[code, id] as const])),
    ),
  );
  const known = new Map<string, FoundUnit>();
  const find = ({ unit, municipality, unitCode }: Chain): FoundUnit => {
    const isOurs = municipality === null || municipalities.has(fold(municipality));
    const named = unit === null || !isOurs ? undefined : byName.get(fold(unit));
    const territoryId = named ?? byCode.get(unitCode ?? '');
    if (territoryId !== undefined) return { territoryId };
    return unit === null && municipality === null ? null : 'elsewhere';
  };
  return {
    /** False where the map has no towns and parishes: then bounds decide. */
    hasUnits: units.length > 0,
    /** Whether a municipality is that of the map, as it is or was. */
    isOurs: (municipality: string | null) => municipality === null || municipalities.has(fold(municipality)),
    find: (chain: Chain): FoundUnit => {
      const key = `${chain.unit}|${chain.municipality}|${chain.unitCode}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const unit = find(chain);
      known.set(key, unit);
      return unit;
    },
  };
};
