import { formatSpan, formatTime, isoDay } from '#core/language/dates.ts';
import { fill, formatEuro } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import type { Listing } from './events.ts';

/** Title in the reader's language; the Latvian one where no other is known. */
export const titleOf = (listing: Pick<Listing, 'titleLv' | 'titleEn'>, language: Language): string =>
  language === 'en' ? (listing.titleEn ?? listing.titleLv) : listing.titleLv;

/** Name in the reader's language; the Latvian one where no other is known. */
export const nameOf = (
  thing: { readonly nameLv: string; readonly nameEn: string | null },
  language: Language,
): string => (language === 'en' ? (thing.nameEn ?? thing.nameLv) : thing.nameLv);

/** Start and end in words; says so where no end is stated. */
export const timeOf = (
  { startsAt, endsAt }: Pick<Listing, 'startsAt' | 'endsAt'>,
  language: Language,
  { endNotStated }: Words['events'],
): string => {
  const span = formatSpan(language, new Date(startsAt), endsAt === null ? null : new Date(endsAt));
  return endsAt === null ? `${span} (${endNotStated})` : span;
};

/** Admission in its three states: free, a price or a range, not stated. */
export const priceOf = (
  { price, priceMinEuro, priceMaxEuro }: Pick<Listing, 'price' | 'priceMinEuro' | 'priceMaxEuro'>,
  language: Language,
  { free, priceNotStated, priceRange }: Words['events'],
): string => {
  if (price === 'free') return free;
  if (price === 'not-stated' || priceMinEuro === null) return priceNotStated;
  const min = formatEuro(language, priceMinEuro);
  if (priceMaxEuro === null || priceMaxEuro === priceMinEuro) return min;
  return fill(priceRange, { min, max: formatEuro(language, priceMaxEuro) });
};

/** For whom it is meant: "children, families"; an audience without words stays as the data say it. */
export const audienceOf = (audience: readonly string[], { audiences }: Words['events']): string =>
  audience.map((one) => (audiences as Readonly<Record<string, string>>)[one] ?? one).join(', ');

/** Fields of the model by what they tell a reader who skims a list. */
const kindOfField: Readonly<Record<string, 'date' | 'time' | 'place'>> = {
  weekday: 'date',
  date: 'date',
  month: 'date',
  frequency: 'date',
  startTime: 'time',
  duration: 'time',
  place: 'place',
  venue: 'place',
};

/** What of a date is modelled, in a word or two: "date, time". '' when nothing is. */
export const modelledOf = (fields: readonly string[], { modelled }: Words['events']): string => {
  const kinds = fields.map((field) => {
    const kind = kindOfField[field];
    return kind === undefined ? field : modelled.kinds[kind];
  });
  return [...new Set(kinds)].join(', ');
};

/** Start and end by the clock, for a row under the heading of its day; null where it ends on another day. */
export const clockOf = (
  { startsAt, endsAt }: Pick<Listing, 'startsAt' | 'endsAt'>,
  language: Language,
): { readonly start: string; readonly end: string | null } | null => {
  const [start, end] = [new Date(startsAt), endsAt === null ? null : new Date(endsAt)];
  if (end !== null && isoDay(start) !== isoDay(end)) return null;
  return { start: formatTime(language, start), end: end === null ? null : formatTime(language, end) };
};

/** The fields a model filled in, by name: "start time, weekday". '' when there are none. */
export const modelFieldsOf = (fields: readonly string[], { modelFields }: Words['events']): string =>
  fields.map((field) => (modelFields as Readonly<Record<string, string>>)[field] ?? field).join(', ');

/** An address inside the page with the choices that travel along. */
export const withSearch = (path: string, search: string): string =>
  search === '' ? path : `${path}?${search}`;
