import type { MeasureUnit, ReasonCode } from '#core/access/answer.ts';
import { formatMinutes, formatNumber, formatPercent } from '#core/language/format.ts';
import { type Words, words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';

/** A value with its unit: "27 min", "64,2 %", "3"; a blank says why. */
export function formatValue(
  language: Language,
  unit: MeasureUnit,
  value: number | null,
  reason: ReasonCode | null,
): string {
  if (value === null) return blankText(words[language], reason);
  switch (unit) {
    case 'min':
      return formatMinutes(language, value);
    case 'percent':
      return formatPercent(language, value, 1);
    case 'venues':
      return formatNumber(language, value, 1);
  }
}

/** "–" and the reason: a blank is never just empty. */
export function blankText({ reasons, access }: Words, reason: ReasonCode | null): string {
  return `– (${reason === null ? access.legendBlank : reasons[reason]})`;
}

/** Difference of two values of one unit, with its sign: "+12 min"; null where either is a blank. */
export function difference(first: number | null, second: number | null): number | null {
  return first === null || second === null ? null : second - first;
}

/** A difference in words of the language, with a real minus sign. */
export function formatDifference(language: Language, unit: MeasureUnit, value: number): string {
  const size = formatNumber(language, Math.abs(value), unit === 'percent' ? 1 : unit === 'min' ? 0 : 1);
  const sign = /[1-9]/.test(size) ? (value > 0 ? '+' : '−') : '';
  return `${sign}${size}`;
}
