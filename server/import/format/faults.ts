import { type Fault, type FaultCode, Problem } from '#core/problem.ts';

const maxFaults = 500;

/** Gathers faults so that a person mends all of them at once. */
export class Faults {
  readonly #faults: Fault[] = [];
  readonly #cellOf: (row: number, field: string) => string | undefined;
  readonly #spoilt = new Set<string>();
  #notListed = 0;

  /** @param cellOf sheet and cell of a field in a row, where the file is a workbook. */
  constructor(cellOf: (row: number, field: string) => string | undefined = () => undefined) {
    this.#cellOf = cellOf;
  }

  add(row: number, field: string, fault: FaultCode, value = '', expected = ''): void {
    if (this.#faults.length >= maxFaults) {
      this.#notListed += 1;
      return;
    }
    if (this.#spoilt.has(`${row} ${field}`)) return;
    const cell = this.#cellOf(row, field);
    this.#faults.push({
      row,
      ...(cell === undefined ? {} : { cell }),
      field,
      fault,
      ...(value === '' ? {} : { value: value.slice(0, 200) }),
      ...(expected === '' ? {} : { expected }),
    });
  }

  /** A fault of the cell itself: whatever is found in its value afterwards follows from it. */
  spoil(row: number, field: string, fault: FaultCode, value: string): void {
    this.add(row, field, fault, value);
    this.#spoilt.add(`${row} ${field}`);
  }

  /** @throws Problem `bad-import` when there are any, by row; at the end, how many more there are. */
  throwIfAny(): void {
    if (this.#faults.length > 0) this.fail();
  }

  /** @throws Problem `bad-import` in any case. */
  fail(): never {
    const faults = [...this.#faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    const more: Fault = { field: 'file', fault: 'more-faults', value: `+${this.#notListed}` };
    throw new Problem('bad-import', { faults: this.#notListed === 0 ? faults : [...faults, more] });
  }
}
