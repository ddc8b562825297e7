import { fold } from '#core/language/fold.ts';
import type { Settlement, Territory } from '#core/place/territory.ts';

/** Finds places by the names people write. */
export interface Gazetteer {
  /** By id, by name ("Slampes pag.") or by ATVK code of either generation; null when unknown. */
  findTerritory(text: string): Territory | null;
  /** By name, in a territory where several places have it; null when unknown or still ambiguous. */
  findSettlement(name: string, territoryId: string | null): Settlement | null;
}

/** Seven digits; files drop the leading zero or put "LV" before it. */
const atvk = (text: string): string => text.replace(/^LV/i, '').padStart(7, '0');

export const createGazetteer = (
  territories: readonly Territory[],
  settlements: readonly Settlement[],
): Gazetteer => {
  const units = territories.filter(({ kind }) => kind === 'town' || kind === 'parish');
  return {
    findTerritory: (text) => {
      const wanted = fold(text.split(',')[0] ?? '');
      const code = atvk(text);
      return (
        units.find(({ id, nameLv }) => id === text || fold(nameLv) === wanted) ??
        units.find(({ atvk2009, atvk2021 }) => atvk2009 === code || atvk2021 === code) ??
        null
      );
    },
    findSettlement: (name, territoryId) => {
      const named = settlements.filter(({ nameLv }) => fold(nameLv) === fold(name));
      const inside = named.filter((settlement) => settlement.territoryId === territoryId);
      const found = territoryId === null ? named : inside;
      return found.length === 1 ? (found[0] ?? null) : null;
    },
  };
};
