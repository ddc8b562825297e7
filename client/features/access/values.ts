import type { MeasureUnit, ReasonCode } from '#core/access/answer.ts';
import { formatNumber, formatPercent, noBreakSpace } from '#core/language/format.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';

/** One decimal, shown even when it is 0, so that columns line up: "27,0". */
export function formatDecimal(language: Language, value: number): string {
  const text = formatNumber(language, Math.round(value * 10) / 10, 1);
  const mark = language === 'lv' ? ',' : '.';
  return text.includes(mark) ? text : `${text}${mark}0`;
}

/** A value without its unit, for a column that names it; a blank says why. */
export function formatBare(language: Language, value: number | null, reason: ReasonCode | null): string {
  return value === null ? blankText(language, reason) : formatDecimal(language, value);
}

/** A value with its unit: "27,4 min", "64,2 %", "3"; a blank says why. Planners get the decimal that maps hide. */
export function formatValue(
  language: Language,
  unit: MeasureUnit,
  value: number | null,
  reason: ReasonCode | null,
): string {
  if (value === null) return blankText(language, reason);
  switch (unit) {
    case 'min':
      return `${formatDecimal(language, value)}${noBreakSpace}min`;
    case 'percent':
      return formatPercent(language, value, 1);
    case 'venues':
      return formatNumber(language, value, 1);
  }
}

/** "–" and the reason: a blank is never just empty. */
function blankText(language: Language, reason: ReasonCode | null): string {
  const { access, reasons } = words[language];
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
