import { fold } from '#core/language/fold.ts';
import type { FaultCode } from '#core/problem.ts';
import type { Faults } from './faults.ts';
import type { TableRow } from './table.ts';

/** Words of a file for the values of a closed list: several words may mean one value. */
export type Vocabulary<T extends string> = ReadonlyMap<string, T>;

/** Builds a vocabulary; the values themselves are always understood. */
export const vocabulary = <T extends string>(
  entries: Readonly<Record<T, readonly string[]>>,
): Vocabulary<T> =>
  new Map(
    (Object.entries(entries) as [T, readonly string[]][]).flatMap(([value, words]) =>
      [value, ...words].map((word) => [fold(word), value] as const),
    ),
  );

/** Reads the cells of one row into values and notes what does not fit. */
export class RowReader {
  readonly #row: TableRow;
  readonly #faults: Faults;

  constructor(row: TableRow, faults: Faults) {
    this.#row = row;
    this.#faults = faults;
  }

  get line(): number {
    return this.#row.line;
  }

  fault(field: string, fault: FaultCode, expected = ''): void {
    this.#faults.add(this.#row.line, field, fault, this.#row.cell(field), expected);
  }

  has(field: string): boolean {
    return this.#row.cell(field) !== '';
  }

  text(field: string, maxLength: number): string | null {
    const text = this.#row.cell(field);
    if (text.length > maxLength) this.fault(field, 'too-long', `${maxLength}`);
    return text === '' ? null : text;
  }

  required(field: string, maxLength: number): string {
    const text = this.text(field, maxLength);
    if (text === null) this.fault(field, 'missing');
    return text ?? '';
  }

  /** A decimal point or comma; null for a blank and for a fault. */
  number(field: string, min: number, max: number): number | null {
    const text = this.#row
      .cell(field)
      .replace(/[\s\u00a0]/g, '')
      .replace(',', '.');
    if (text === '') return null;
    if (!/^[+-]?\d+(\.\d+)?$/.test(text)) {
      this.fault(field, 'not-a-number');
      return null;
    }
    const value = Number(text);
    if (value >= min && value <= max) return value;
    this.fault(field, 'out-of-range', `${min}-${max}`);
    return null;
  }

  whole(field: string, min: number, max: number): number | null {
    const value = this.number(field, min, max);
    if (value === null || Number.isInteger(value)) return value;
    this.fault(field, 'malformed', '1, 2, 3 ...');
    return null;
  }

  /** Digits after the decimal point as written. */
  decimals(field: string): number {
    return /[.,](\d+)$/.exec(this.#row.cell(field))?.[1]?.length ?? 0;
  }

  oneOf<T extends string>(field: string, known: Vocabulary<T>): T | null {
    const text = this.#row.cell(field);
    if (text === '') return null;
    const value = known.get(fold(text));
    if (value === undefined) this.fault(field, 'not-one-of', [...new Set(known.values())].join(', '));
    return value ?? null;
  }

  /** Parts of a cell: "music; dance" or "music, dance". */
  list(field: string, maxParts: number): readonly string[] {
    const parts = this.#row
      .cell(field)
      .split(/[;,|]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.length > maxParts) this.fault(field, 'too-long', `${maxParts}`);
    return parts;
  }

  /** Only web addresses: the page makes links of them. */
  url(field: string): string | null {
    const text = this.text(field, 500);
    if (text === null) return null;
    const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
    if (URL.canParse(address) && /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address)) return address;
    this.fault(field, 'malformed', 'https://...');
    return null;
  }

  /** An identifier as given; null for a blank and for a fault. */
  identifier(field: string): string | null {
    const text = this.#row.cell(field);
    if (text === '') return null;
    if (/^[A-Za-z0-9_-]{1,80}$/.test(text)) return text;
    this.fault(field, 'malformed', 'A-Z a-z 0-9 _ - (1-80)');
    return null;
  }
}
