import type { MeasureUnit } from '../access/answer.ts';
import type { Language } from './routes.ts';

/** English numbers and dates follow British habit, as the project's English does. */
const locales: Readonly<Record<Language, string>> = { lv: 'lv', en: 'en-GB' };

/** No-break space: a number never parts from its unit at the end of a line. */
export const noBreakSpace = '\u00a0';

const formatters = new Map<string, Intl.NumberFormat>();

const formatter = (language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `${language}${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[language], options);
  formatters.set(key, made);
  return made;
};

/** "12 345,6" in Latvian, "12,345.6" in English; at most `decimals` of them, no trailing zeros. */
export const formatNumber = (language: Language, value: number, decimals = 0): string =>
  formatter(language, { maximumFractionDigits: decimals }).format(value);

/** Whole minutes: "27 min"; less than half a minute is "< 1 min", because 0 would read as "here". */
export const formatMinutes = (language: Language, minutes: number): string => {
  const text = minutes > 0 && minutes < 0.5 ? `<${noBreakSpace}1` : formatNumber(language, minutes);
  return `${text}${noBreakSpace}min`;
};

/** Exactly so many decimals, zeros too, so that columns line up: "27,0". */
export const formatFixed = (language: Language, value: number, decimals: number): string =>
  formatter(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);

const mostDecimals = 9;

/**
 * Decimals, at least `least`, with which a value is still shown on its own side of every limit: 15.02 beside
 * the limit 15 needs two, because "15" would stand in the class up to 15.
 */
export const decimalsBeside = (value: number, limits: readonly number[], least: number): number => {
  let decimals = least;
  const crosses = (limit: number) => Number(value.toFixed(decimals)) <= limit !== value <= limit;
  while (decimals < mostDecimals && limits.some(crosses)) decimals += 1;
  return decimals;
};

/**
 * A value of a measure with its unit: "27,4 min", "64,2 %", "3"; planners get the decimal that maps hide.
 * `limits` are those that it must not cross by being rounded.
 */
export const formatMeasured = (
  language: Language,
  unit: MeasureUnit,
  value: number,
  limits: readonly number[],
): string => {
  const decimals = decimalsBeside(value, limits, 1);
  switch (unit) {
    case 'min':
      return `${formatFixed(language, value, decimals)}${noBreakSpace}min`;
    case 'percent':
      return formatPercent(language, value, decimals);
    case 'venues':
      return formatNumber(language, value, decimals);
  }
};

/** Kilometres with one decimal, always shown: "8,0 km". */
export const formatKilometres = (language: Language, km: number): string =>
  `${formatFixed(language, km, 1)}${noBreakSpace}km`;

/** Metres below one kilometre, else kilometres: "350 m", "1,5 km". */
export const formatDistance = (language: Language, metres: number): string =>
  metres < 1000
    ? `${formatNumber(language, metres)}${noBreakSpace}m`
    : formatKilometres(language, metres / 1000);

/** A share given as 0..100: "12,5 %" in Latvian, "12.5%" in English. */
export const formatPercent = (language: Language, percent: number, decimals = 0): string =>
  `${formatNumber(language, percent, decimals)}${language === 'lv' ? noBreakSpace : ''}%`;

/** "3,50 €" in Latvian, "€3.50" in English; whole euros without cents. */
export const formatEuro = (language: Language, euro: number): string => {
  const decimals = Number.isInteger(euro) ? 0 : 2;
  return formatter(language, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(euro);
};

/** Forms of a counted noun; `{n}` stands for the number. English says `zero` as it says `other`. */
export interface PluralForms {
  readonly zero: string;
  readonly one: string;
  readonly other: string;
}

/**
 * Plural category of a whole number by CLDR. Latvian: zero for 0, 10-20, 30, 40 ... and 11-19 of every
 * hundred; one for 1, 21, 31 ... but not 11; other for the rest. Written out, because ICU may lack Latvian.
 */
export const pluralCategory = (language: Language, n: number): keyof PluralForms => {
  if (language === 'en') return n === 1 ? 'one' : 'other';
  const ten = n % 10;
  const hundred = n % 100;
  if (ten === 0 || (hundred >= 11 && hundred <= 19)) return 'zero';
  return ten === 1 ? 'one' : 'other';
};

/** The right form with the number written in it: "21 pasākums", "20 pasākumu". */
export const plural = (language: Language, n: number, forms: PluralForms): string =>
  fill(forms[pluralCategory(language, n)], { n: formatNumber(language, n) });

/** Puts values into `{name}` places of a sentence; a name without a value stays as it is. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
