import type { Findings } from '#core/findings.ts';
import { fold } from '#core/language/fold.ts';
import { Problem } from '#core/problem.ts';
import type { BroughtFile, ProgressStep } from '../../context.ts';
import { eachLine, splitLine } from './grid-lines.ts';

/** Headings of a table of cells, folded; the first pattern that fits a heading decides. */
export interface GridHeadings {
  readonly id: RegExp;
  readonly people: RegExp;
  /** Whose part of a cell a row is. */
  readonly country?: RegExp;
  /** What the cells of a row hold where there is no heading; a file must look like it. */
  readonly id0: RegExp;
}

export interface GridRow {
  readonly row: number;
  readonly id: string;
  readonly people: string;
  readonly country: string;
}

/** What a table of cells says of itself. */
export interface GridHead {
  /** Lines before the heading that begin with #. */
  readonly comments: readonly string[];
  /** Heading of the column that was read as residents; "" where the file has no headings. */
  readonly peopleHeading: string;
}

interface Columns {
  readonly delimiter: string;
  readonly width: number;
  readonly id: number;
  readonly people: number;
  readonly country: number;
  readonly peopleHeading: string;
}

const delimiterOf = (line: string): string =>
  [',', ';', '\t'].reduce((best, sign) => (line.split(sign).length > line.split(best).length ? sign : best));

/** Of several counts of residents the one of the newest year in its heading. */
const newest = (headings: readonly string[], fits: RegExp): number =>
  headings
    .flatMap((heading, place) =>
      fits.test(fold(heading)) ? [{ place, year: /\d{4}/.exec(heading)?.[0] ?? '' }] : [],
    )
    .toSorted((a, b) => b.year.localeCompare(a.year))[0]?.place ?? -1;

/** Reads a table of cells row by row, columns by the meaning of their headings. */
class Table {
  readonly comments: string[] = [];
  columns: Columns | null = null;
  readonly #file: BroughtFile;
  readonly #known: GridHeadings;
  readonly #findings: Findings;
  readonly #use: (row: GridRow) => void;

  constructor(file: BroughtFile, known: GridHeadings, findings: Findings, use: (row: GridRow) => void) {
    this.#file = file;
    this.#known = known;
    this.#findings = findings;
    this.#use = use;
  }

  take(line: string, row: number): void {
    if (line.trim() === '') return;
    if (line.startsWith('#')) {
      if (this.columns === null) this.comments.push(line);
      return;
    }
    if (this.columns === null) this.#head(line, row);
    else this.#row(line, row, this.columns);
  }

  #head(line: string, row: number): void {
    const delimiter = delimiterOf(line);
    const headings = splitLine(line, delimiter) ?? [];
    const [id, people] = [newest(headings, this.#known.id), newest(headings, this.#known.people)];
    const hasNoHeading = this.#known.id0.test(headings[0] ?? '') && /^-?\d+$/.test(headings[1] ?? '');
    if (hasNoHeading) {
      this.columns = { delimiter, width: headings.length, id: 0, people: 1, country: -1, peopleHeading: '' };
      this.#findings.add({ code: 'grid-without-heading', file: this.#file.name, row, values: {} });
      this.#row(line, row, this.columns);
      return;
    }
    this.#refuseWithout(row, { ID: id, Total: people });
    const country = this.#known.country === undefined ? -1 : newest(headings, this.#known.country);
    const peopleHeading = headings[people] ?? '';
    this.columns = { delimiter, width: headings.length, id, people, country, peopleHeading };
    headings.forEach((heading, place) => {
      if (heading === '' || [id, people, country].includes(place)) return;
      this.#findings.add({ code: 'unknown-column', file: this.#file.name, values: { heading } });
    });
  }

  #refuseWithout(row: number, places: Readonly<Record<string, number>>): void {
    const missing = Object.entries(places).filter(([, place]) => place < 0);
    if (missing.length === 0) return;
    throw new Problem('bad-import', {
      faults: missing.map(([expected]) => ({ field: this.#file.name, row, fault: 'missing', expected })),
    });
  }

  #row(line: string, row: number, columns: Columns): void {
    this.#findings.read();
    const cells = splitLine(line, columns.delimiter);
    if (
      cells === null ||
      cells.length < Math.max(columns.id, columns.people) + 1 ||
      cells.length > columns.width
    ) {
      const values = { found: cells?.length ?? 0, expected: columns.width };
      this.#findings.drop({ code: 'grid-row-broken', file: this.#file.name, row, values });
      return;
    }
    this.#use({
      row,
      id: cells[columns.id] ?? '',
      people: cells[columns.people] ?? '',
      country: cells[columns.country] ?? '',
    });
  }
}

/**
 * Reads a table of cells of any size, row by row.
 * @throws Problem `bad-import` where id or residents have no column, or nothing follows the heading.
 */
export const readGridTable = async (
  file: BroughtFile,
  headings: GridHeadings,
  findings: Findings,
  use: (row: GridRow) => void,
  progress?: (step: ProgressStep) => void,
): Promise<GridHead> => {
  const table = new Table(file, headings, findings, use);
  await eachLine(file, (line, row) => table.take(line, row), progress);
  if (table.columns === null) {
    throw new Problem('bad-import', {
      faults: [{ field: file.name, row: 1, fault: 'missing', expected: 'ID,Total' }],
    });
  }
  return { comments: table.comments, peopleHeading: table.columns.peopleHeading };
};
