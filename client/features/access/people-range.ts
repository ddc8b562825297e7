import { formatNumber } from '#core/language/format.ts';
import type { Language } from '#core/language/routes.ts';
import type { PeopleRange } from '#core/place/small-counts.ts';

/** " (1–10)" behind a count that rests on published counts of 5; nothing behind an exact one. */
export const rangeText = (range: PeopleRange | null, language: Language): string =>
  range === null ? '' : ` (${formatNumber(language, range.least)}–${formatNumber(language, range.most)})`;
