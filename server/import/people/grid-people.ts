import type { Findings } from '#core/findings.ts';
import type { GridRow } from './grid-table.ts';

/** More than anybody counts on a square kilometre. */
const mostPeople = 1_000_000;

/** Signs for "no figure" in official tables. */
const notPublished = new Set(['', ':', '-', '..', '…', 'na', 'n/a', 'nan', 'null', 'c']);

/**
 * Residents of a row as a number; null where the row is dropped, with the reason. A negative number is how
 * offices write that they do not publish a figure.
 * @param isWhole the publisher counts people one by one: part of a person is a misread figure.
 */
export const readPeople = (
  { row, people }: GridRow,
  file: string,
  field: string,
  findings: Findings,
  isWhole = false,
): number | null => {
  const text = people.replace(/[\s\u00a0]/g, '');
  if (notPublished.has(text.toLowerCase()) || /^-\d+(\.0*)?$/.test(text)) {
    findings.drop({ code: 'cell-not-published', file, row, field, values: { value: people } });
    return null;
  }
  const count = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (count <= mostPeople && (!isWhole || Number.isInteger(count))) return count;
  findings.drop({ code: 'cell-people-malformed', file, row, field, values: { value: people.slice(0, 50) } });
  return null;
};
