import { stringify } from 'csv-stringify/sync';
import type { Language } from '#core/language/routes.ts';
import { saidReasons } from '#core/language/said/same-place.ts';
import { matchFields, matchRows, type VenueSuggestions } from '#core/offer/match-file.ts';

/** The file in which people decide, as `venue-matches` reads it; with a byte order mark, as spreadsheets want it. */
export const writeSuggestions = (suggestions: VenueSuggestions, language: Language): string =>
  stringify([[...matchFields], ...matchRows(suggestions, (reason) => saidReasons[reason][language])], {
    bom: true,
    // A name from a stranger's list must not start a formula where the file is opened.
    escape_formulas: true,
  });
