import { latvianSortKey } from '#core/language/fold.ts';
import { type AtvkGeneration, atvkCode, generationOf } from '#core/place/atvk.ts';
import type { Territory } from '#core/place/territory.ts';

/** A unit as a table of the statistical office names it. */
export interface StatedArea {
  /** "LV0052000", "0900248", "52000". */
  readonly code: string;
  /** "..Slampes pagasts (līdz 01.07.2022.)" */
  readonly label: string;
}

export interface Area {
  readonly code: string;
  readonly generation: AtvkGeneration;
  readonly name: string;
  /** Zeros at the front were lost and put back. */
  readonly isPadded: boolean;
}

/** Leading dots show the level, brackets a date or the municipality: neither is the name. */
const nameOfLabel = (label: string): string => {
  let name = label.replace(/^[\s.…]+/, '').trim();
  while (/\([^()]*\)$/.test(name)) name = name.replace(/\s*\([^()]*\)$/, '').trim();
  return name;
};

/** Before 2021 these state cities had codes that could be read as codes of units since then: the name decides. */
const formerStateCities = new Set(['Rīga', 'Daugavpils', 'Jelgava'].map(latvianSortKey));

/** Country, statistical regions and "unknown" are no units; null for them and for anything that is no code. */
export const areaOf = ({ code: stated, label }: StatedArea): Area | null => {
  const code = isNoUnit(stated) ? null : atvkCode(stated);
  if (code === null) return null;
  const name = nameOfLabel(label);
  const generation = generationOf(code) ?? (formerStateCities.has(latvianSortKey(name)) ? '2009' : '2021');
  return { code, generation, name, isPadded: !stated.includes(code) };
};

/** "LV", "LV007", "UNK", "TOTAL": known, and no units. */
export const isNoUnit = (code: string): boolean =>
  /^(LV(\d{0,3}|[A-Z]{0,3})|UNK|_?T|TOTAL)$/i.test(code.trim());

/**
 * Whether a figure of this area is one of a unit of the map: by the code of its generation. A code that was
 * only inferred must be borne out by the name. `server/db/queries/shown-population.ts` says the same in SQL.
 */
export const isOf = (area: Area, unit: Territory): boolean => {
  if (area.generation === '2009') return unit.atvk2009 === area.code;
  if (unit.atvk2021 !== area.code) return false;
  return !unit.atvk2021IsInferred || latvianSortKey(area.name) === latvianSortKey(unit.nameLv);
};
