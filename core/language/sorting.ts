import { latvianSortKey } from './fold.ts';
import type { Language } from './routes.ts';

const byCodeUnits = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const english = new Intl.Collator('en-GB', { numeric: true });

/**
 * Compares names the way a reader of the language expects; for `Array.prototype.sort`. Latvian by the same
 * key as the database, so that a list from the API and a table on the screen agree.
 * A total order in both languages: 0 only for equal texts.
 */
export const compareNames = (language: Language, a: string, b: string): number => {
  const byLetters =
    language === 'lv' ? byCodeUnits(latvianSortKey(a), latvianSortKey(b)) : english.compare(a, b);
  return byLetters === 0 ? byCodeUnits(a, b) : byLetters;
};
