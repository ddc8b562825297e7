import type { Findings } from '#core/findings.ts';
import { ageSpanOf, wholeLife } from '#core/place/age-bands.ts';
import { Problem } from '#core/problem.ts';
import { isTotal, type Role, roleOf, type StatedCount, sexOf, yearOf } from './csp-population-cells.ts';
import type { StatedTable } from './csp-population-json.ts';
import { splitLine } from './grid-lines.ts';

interface Columns {
  readonly places: ReadonlyMap<Role, number>;
  /** Other dimensions: only their total counts. */
  readonly others: readonly number[];
}

const refuse = (field: string, row: number, expected: string): never => {
  throw new Problem('bad-import', { faults: [{ field, row, fault: 'missing', expected }] });
};

/** The last column holds the numbers. */
const columnsOf = (headings: readonly string[], file: string): Columns => {
  const places = new Map<Role, number>();
  const others: number[] = [];
  headings.slice(0, -1).forEach((heading, place) => {
    const role = roleOf(heading);
    if (role === null || places.has(role)) others.push(place);
    else places.set(role, place);
  });
  for (const role of ['area', 'time'] as const)
    if (!places.has(role)) refuse(file, 1, role === 'area' ? 'AREA' : 'TIME');
  return { places, others };
};

interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

const linesOf = (text: string, file: string, findings: Findings): readonly Line[] => {
  const lines = text.split(/\r?\n/);
  const delimiter = [';', '\t'].find((sign) => (lines[0] ?? '').includes(sign)) ?? ',';
  const width = splitLine(lines[0] ?? '', delimiter)?.length ?? 0;
  return lines.flatMap((line, i): Line[] => {
    if (line.trim() === '') return [];
    const cells = splitLine(line, delimiter);
    if (cells?.length === width) return [{ row: i + 1, cells }];
    findings.read();
    findings.drop({
      code: 'grid-row-broken',
      file,
      row: i + 1,
      values: { found: cells?.length ?? 0, expected: width },
    });
    return [];
  });
};

/**
 * Reads a table as the portal exports it with codes, one row a number: AREA, TIME, AGE, SEX in any order and the
 * number last. An export with names instead of codes is refused by its lack of codes: names repeat.
 * @throws Problem `bad-import`.
 */
export const readPopulationTable = (text: string, file: string, findings: Findings): StatedTable => {
  const [head, ...lines] = linesOf(text, file, findings);
  const { places, others } = columnsOf(head?.cells ?? [], file);
  // A column that is the same everywhere names the table; of one that varies only the total is a count of all.
  const varying = others.filter((place) => new Set(lines.map(({ cells }) => cells[place])).size > 1);
  const counts = lines.flatMap((line) => {
    if (varying.some((place) => !isTotal(line.cells[place] ?? ''))) return [];
    return readRow(line, places, file, findings) ?? [];
  });
  if (counts.length > 0) findings.add({ code: 'totals-without-names', file, values: {} });
  return { title: null, updated: null, counts };
};

const readRow = (
  { row, cells }: Line,
  places: ReadonlyMap<Role, number>,
  file: string,
  findings: Findings,
): StatedCount | null => {
  const cell = (role: Role) => cells[places.get(role) ?? -1];
  const drop = (
    code: 'totals-age-unknown' | 'totals-sex-unknown' | 'totals-time-unknown',
    role: Role,
  ): null => {
    findings.read();
    findings.drop({ code, file, row, field: role.toUpperCase(), values: { value: cell(role) ?? '' } });
    return null;
  };
  const year = yearOf(cell('time') ?? '');
  if (year === null) return drop('totals-time-unknown', 'time');
  const sex = places.has('sex') ? sexOf(cell('sex') ?? '') : 'T';
  if (sex === null) return drop('totals-sex-unknown', 'sex');
  const age = places.has('age') ? ageSpanOf(cell('age') ?? '') : wholeLife;
  if (age === null) return drop('totals-age-unknown', 'age');
  const code = cell('area') ?? '';
  return { area: { code, label: '' }, year, sex, age, people: numberOf(cells.at(-1) ?? ''), row };
};

/** Dots and dashes stand for "nothing published". */
const numberOf = (text: string): number | string | null => {
  const digits = text.replace(/[\s\u00a0]/g, '');
  if (/^(\.*|…|:|-)$/.test(digits)) return null;
  return /^\d+(\.0+)?$/.test(digits) ? Number(digits) : text.slice(0, 50);
};
