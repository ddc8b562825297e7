import { generationOf } from '#core/place/atvk.ts';
import type { Territory } from '#core/place/territory.ts';

/** What an ATVK code says. */
export type CodeSays =
  | { readonly says: 'unit'; readonly id: string; readonly isInferred: boolean }
  /** A municipality that the map holds: which of its units, only the point can tell. */
  | { readonly says: 'municipality' }
  /** A code of a generation that is known of every unit here, and of none of them. */
  | { readonly says: 'elsewhere' }
  | { readonly says: 'unknown' }
  | { readonly says: 'nothing' };

/** The codes of a territory with what is known of each: those that were only inferred prove nothing. */
const codesOf = ({ atvk2009, atvk2021, atvk2021IsInferred }: Territory) =>
  [
    { code: atvk2009, isInferred: false },
    { code: atvk2021, isInferred: atvk2021IsInferred },
  ].filter((one): one is { code: string; isInferred: boolean } => one.code !== null);

const isOf2021 = (code: string): boolean => generationOf(code) !== '2009';

/** The municipality in a code of 2021: its first four digits. */
const prefixOf = (code: string): string => code.slice(0, 4);

/** Reads ATVK codes of either generation against the units of the current map. */
export const createCodes = (territories: readonly Territory[]): ((code: string | null) => CodeSays) => {
  const units = territories.filter(({ kind }) => kind === 'town' || kind === 'parish');
  const byCode = new Map(
    units.flatMap((unit) =>
      codesOf(unit).map(({ code, isInferred }) => [code, { unit, isInferred }] as const),
    ),
  );
  const municipalities = new Set(
    territories
      .filter(({ kind }) => kind === 'municipality')
      .flatMap((each) => codesOf(each).map(({ code }) => code)),
  );
  const prefixes = new Set([...municipalities].filter(isOf2021).map(prefixOf));
  const is2009Whole = units.length > 0 && units.every(({ atvk2009 }) => atvk2009 !== null);
  /** Of codes that no unit here has. */
  const judge = (code: string): CodeSays => {
    if (municipalities.has(code)) return { says: 'municipality' };
    if (!isOf2021(code)) return { says: is2009Whole && !code.endsWith('00') ? 'elsewhere' : 'unknown' };
    if (prefixes.size === 0) return { says: 'unknown' };
    return { says: prefixes.has(prefixOf(code)) ? 'municipality' : 'elsewhere' };
  };
  return (code) => {
    if (code === null) return { says: 'nothing' };
    const found = byCode.get(code);
    return found === undefined
      ? judge(code)
      : { says: 'unit', id: found.unit.id, isInferred: found.isInferred };
  };
};
