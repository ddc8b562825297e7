import type { MeasureUnit, ReasonCode } from '#core/access/answer.ts';
import { minuteClasses, percentClasses, venueCountClasses } from '#core/access/classes.ts';
import { decimalsBeside, formatFixed, formatMeasured } from '#core/language/format.ts';
import type { Language } from '#core/language/routes.ts';
import { wordsOf } from '../../ui/words.ts';

/** One decimal, shown even when it is 0, so that columns line up: "27,0". */
export const formatDecimal = (language: Language, value: number): string => formatFixed(language, value, 1);

/** Limits that a shown value must not cross by being rounded. */
const limitsOf: Readonly<Record<MeasureUnit, readonly number[]>> = {
  min: minuteClasses.breaks,
  percent: percentClasses.breaks,
  venues: venueCountClasses.breaks,
};

/** A value without its unit, for a column that names it; a blank says why. */
export function formatBare(
  language: Language,
  unit: MeasureUnit,
  value: number | null,
  reason: ReasonCode | null,
): string {
  if (value === null) return blankText(language, reason);
  return formatFixed(language, value, decimalsBeside(value, limitsOf[unit], 1));
}

/**
 * A value with its unit: "27,4 min", "64,2 %", "3"; a blank says why.
 * @param limits further ones that the value stands beside, as the time asked for
 */
export const formatValue = (
  language: Language,
  unit: MeasureUnit,
  value: number | null,
  reason: ReasonCode | null,
  limits: readonly number[] = [],
): string =>
  value === null
    ? blankText(language, reason)
    : formatMeasured(language, unit, value, [...limitsOf[unit], ...limits]);

/** "–" and the reason: a blank is never just empty. */
function blankText(language: Language, reason: ReasonCode | null): string {
  const { access, reasons } = wordsOf(language);
  return `– (${reason === null ? access.legendBlank : reasons[reason]})`;
}

/** Second less first of one unit; null where either is a blank. */
export function difference(first: number | null, second: number | null): number | null {
  return first === null || second === null ? null : second - first;
}

/** A difference with its sign, a real minus: "+12,5", "−3,0", "0,0". */
export function formatDifference(language: Language, value: number): string {
  const size = formatDecimal(language, Math.abs(value));
  const sign = value > 0 ? '+' : '−';
  return /[1-9]/.test(size) ? `${sign}${size}` : size;
}
