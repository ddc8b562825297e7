import type { AccessAnswer } from '#core/access/answer.ts';
import { formatNumber, plural } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import type { Target } from '../../map/access-map.tsx';
import { findCell } from './cells.ts';
import { placeName } from './parish-columns.tsx';
import { rangeText } from './people-range.ts';
import { formatValue } from './values.ts';

/** The lines the pointer gets to read about a cell, a territory or a venue; null where there is nothing. */
export function describeTarget(
  answer: AccessAnswer,
  { source, id }: Target,
  words: Words,
  language: Language,
): string | null {
  const { access } = words;
  const people = (count: number) =>
    Number.isInteger(count) ? plural(language, count, access.residents) : formatNumber(language, count, 1);
  if (source === 'venues') {
    const venue = answer.venues.find((row) => row.id === id);
    return venue ? placeName(venue, language) : null;
  }
  if (source === 'territories') {
    const row = answer.territories.find((one) => one.id === id);
    if (row === undefined) return null;
    const value = formatValue(language, answer.unit, row.value, row.reason);
    return `${placeName(row, language)}\n${value}\n${people(row.people)}`;
  }
  const cell = source === 'cells' ? findCell(answer, id) : null;
  if (cell === null) return null;
  const territory = answer.territories.find((row) => row.id === cell.territoryId);
  const value = formatValue(language, answer.unit, cell.value, cell.reason);
  return `${territory ? placeName(territory, language) : id}\n${value}\n${people(cell.people)}${rangeText(cell.range, language)}`;
}
