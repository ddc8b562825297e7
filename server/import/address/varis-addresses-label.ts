import { type Chain, withoutQuotes, writtenOut } from './varis-addresses-places.ts';

/** What an address says of itself as it stands on a letter. */
export interface Label extends Chain {
  readonly name: string;
  readonly postcode: string | null;
}

const isPostcode = (part: string): boolean => /^LV-?\s?\d{4}$/i.test(part);

/** "LV-3101" from what files make of it: "3101", "LV3101". */
export const postcodeOf = (text: string): string | null => {
  const digits = /(\d{4})$/.exec(text.trim())?.[1];
  return digits === undefined ? null : `LV-${digits}`;
};

/** "Harmonijas iela 7A" is a street and a number; "Bisnieki" is neither. */
const streetOf = (first: string): { street: string | null; name: string } => {
  const found = /^(.*\p{L}.*?)\s+(\d+\S*(?:\s+k-\S+)?)$/u.exec(first);
  return found?.[1] === undefined || found[2] === undefined
    ? { street: null, name: first }
    : { street: found[1], name: found[2] };
};

/**
 * Reads the standard form of an address, "Harmonijas iela 7, Tukums, Tukuma nov., LV-3101" or "“Bisnieki”, Zentenes
 * pag., Tukuma nov.": for releases that come without their tables of places. Null where it names no place.
 */
export const readLabel = (text: string): Label | null => {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const postcode = parts.find(isPostcode) ?? null;
  const [first, ...around] = parts.filter((part) => !isPostcode(part)).map(writtenOut);
  if (first === undefined || around.length === 0) return null;
  const municipality = around.find((part) => part.endsWith(' novads')) ?? null;
  const parish = around.find((part) => part.endsWith(' pagasts')) ?? null;
  const named = around.filter((part) => part !== municipality && part !== parish).map(withoutQuotes);
  const town = parish === null ? (named.pop() ?? null) : null;
  return {
    ...(/["„“”«]/.test(first) ? { street: null, name: withoutQuotes(first) } : streetOf(first)),
    village: named[0] ?? null,
    unit: parish ?? town,
    municipality,
    unitCode: null,
    postcode: postcode === null ? null : postcodeOf(postcode),
  };
};
