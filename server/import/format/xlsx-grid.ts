import { readXlsx } from 'hucre/xlsx';

/** What is odd about one cell. Rows and columns are counted from 0. */
export interface CellTrouble {
  readonly row: number;
  readonly column: number;
  readonly kind: 'formula' | 'no-computed-value' | 'error-value';
  readonly text: string;
}

/** One sheet as plain text, for the way between threads. */
export interface SheetGrid {
  readonly name: string;
  readonly isHidden: boolean;
  /** Trimmed texts; numbers with a point, days as 2026-12-05, times as 19:00. */
  readonly rows: readonly (readonly string[])[];
  readonly troubles: readonly CellTrouble[];
  /** Ranges of merged cells, first and last row and column included. */
  readonly merges: readonly {
    readonly startRow: number;
    readonly startCol: number;
    readonly endRow: number;
    readonly endCol: number;
  }[];
  readonly hiddenRows: readonly number[];
}

type Value = string | number | boolean | Date | null | undefined;

/** A serial below 1 has no day: it is a time. Both systems of counting days begin before 1905. */
const isTimeOnly = (date: Date, is1904: boolean): boolean =>
  date.getTime() < (is1904 ? Date.UTC(1904, 0, 2) : Date.UTC(1900, 0, 1));

/** Spreadsheets count days with fractions: what is off by less than half a second is rounding. */
const dateText = (date: Date, is1904: boolean): string => {
  const at = new Date(Math.round(date.getTime() / 1000) * 1000);
  if (Number.isNaN(at.getTime())) return '';
  const [day = '', clock = ''] = at.toISOString().slice(0, 19).split('T');
  const time = clock.endsWith(':00') ? clock.slice(0, 5) : clock;
  if (isTimeOnly(date, is1904)) return time;
  return time === '00:00' ? day : `${day} ${time}`;
};

const textOf = (value: Value, is1904: boolean): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value, is1904);
  return String(value)
    .replace(/\u00a0/g, ' ')
    .trim();
};

interface CellDetail {
  readonly type: string;
  readonly value: Value;
  readonly formula?: string;
}

const troubleOf = ({ type, value, formula }: CellDetail): Pick<CellTrouble, 'kind' | 'text'> | null => {
  if (type === 'error') return { kind: 'error-value', text: String(value) };
  if (formula === undefined) return null;
  const isEmpty = value === null || value === undefined;
  return { kind: isEmpty ? 'no-computed-value' : 'formula', text: `=${formula}` };
};

const troublesOf = (cells: ReadonlyMap<string, CellDetail>): readonly CellTrouble[] =>
  [...cells].flatMap(([place, cell]) => {
    const trouble = troubleOf(cell);
    const [row = 0, column = 0] = place.split(',').map(Number);
    return trouble === null ? [] : [{ row, column, ...trouble }];
  });

/**
 * Every sheet of a workbook (ECMA-376, ISO/IEC 29500) as text. A file may ask for any memory: run it on a thread
 * that may be ended.
 */
export const readGrids = async (bytes: Uint8Array): Promise<readonly SheetGrid[]> => {
  const { sheets, dateSystem } = await readXlsx(bytes);
  const is1904 = dateSystem === '1904';
  return sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: sheet.rows.map((row) => row.map((value) => textOf(value as Value, is1904))),
    troubles: troublesOf((sheet.cells ?? new Map()) as ReadonlyMap<string, CellDetail>),
    merges: sheet.merges ?? [],
    hiddenRows: [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden === true ? [row] : [])),
  }));
};
