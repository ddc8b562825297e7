import { type Fault, Problem } from '../../problem.ts';
import type { WithoutCarPercent } from './sums.ts';

/** One row of `geodata/assumptions/without-car.csv`; every cell is text. */
export type WithoutCarRow = Readonly<Record<string, string>>;

/**
 * Shares of residents without a car, in percent, by territory. An assumption, never a count.
 *
 * @throws Problem `bad-import` with row and column of every fault.
 */
export function readWithoutCar(rows: readonly WithoutCarRow[]): WithoutCarPercent {
  const faults: Fault[] = [];
  const shares = new Map<string, number>();
  rows.forEach((cells, i) => {
    const { territory_id: id = '', percent: text = '' } = cells;
    const row = i + 2;
    const percent = Number(text);
    if (id === '') faults.push({ field: 'territory_id', row, fault: 'missing' });
    else if (shares.has(id)) faults.push({ field: 'territory_id', row, fault: 'duplicate', value: id });
    if (text.trim() === '') faults.push({ field: 'percent', row, fault: 'missing', expected: '0-100' });
    else if (Number.isNaN(percent))
      faults.push({ field: 'percent', row, fault: 'not-a-number', value: text });
    else if (percent < 0 || percent > 100) {
      faults.push({ field: 'percent', row, fault: 'out-of-range', value: text, expected: '0-100' });
    } else shares.set(id, percent);
  });
  if (faults.length > 0) throw new Problem('bad-import', { faults });
  return shares;
}
