import type { Findings } from '#core/findings.ts';
import { atvkCode, generationOf, reformDay, type TerritoryCode } from '#core/place/atvk.ts';
import { Problem } from '#core/problem.ts';
import type { OfficialRow, OfficialTable, TableShape } from '../venue/kisc-objects-table.ts';
import { dayOf } from './atvk-days.ts';
import type { AtvkLinks } from './atvk-links.ts';

/** Columns of `atu_nuts_codes.csv` and of the transition table; which of the two it is, its headings tell. */
export const atvkShape: TableShape = {
  columns: [
    { field: 'level', headings: ['Level', 'Līmenis'] },
    { field: 'code', headings: ['Code', 'Kods'] },
    { field: 'version', headings: ['Code_version', 'Koda versija'] },
    { field: 'name', headings: ['Name', 'Nosaukums'] },
    { field: 'parent', headings: ['Code_parent', 'Parent'] },
    { field: 'from', headings: ['Validity_period_begin', 'Valid_from', 'Spēkā no'] },
    { field: 'to', headings: ['Validity_period_end', 'Valid_to', 'Spēkā līdz'] },
    { field: 'predecessors', headings: ['Predecessors', 'Priekšteči'] },
    { field: 'successors', headings: ['Successors', 'Pēcteči'] },
    { field: 'municipality2009', headings: ['at_kods'] },
    { field: 'municipalityName2009', headings: ['at_nosaukums'] },
    { field: 'unit2009', headings: ['tv_kods'] },
    { field: 'unitName2009', headings: ['tv_nosaukums'] },
    { field: 'municipality2021', headings: ['at2021_kods'] },
    { field: 'municipalityName2021', headings: ['at2021_nosaukums'] },
    { field: 'unit2021', headings: ['tv2021_kods'] },
    { field: 'unitName2021', headings: ['tv2021_nosaukums'] },
  ],
  needed: [
    ['code', 'municipality2021'],
    ['name', 'municipality2009'],
    ['level', 'municipalityName2021'],
  ],
  order: null,
};

/** A row of the classifier with the line on which it stands. */
interface ReadCode extends TerritoryCode {
  readonly spot: { readonly file: string; readonly row: number };
}

const municipality = 3;
const deepest = 4;

/** Codes of a cell: "0900280, 0900282". */
const codesIn = (text: string): string[] =>
  text
    .split(/[,;\s]+/)
    .map(atvkCode)
    .filter((code) => code !== null);

function readRow(
  row: OfficialRow,
  file: string,
  findings: Findings,
  seen: Map<string, number>,
): ReadCode | 'above' | null {
  const spot = { file, row: row.line };
  const [stated, name, stage] = [row.cell('code'), row.cell('name'), row.cell('level')];
  const level = /^[0-9]$/.test(stage) ? Number(stage) : Number.NaN;
  // Country and statistical regions bear codes of another kind, and no map of ours needs them.
  if (level < municipality) return 'above';
  const code = atvkCode(stated);
  if (code === null) {
    findings.drop({ code: 'code-row-broken', ...spot, field: 'Code', values: { value: stated } });
    return null;
  }
  if (!(level <= deepest)) {
    findings.drop({
      code: 'code-level-unknown',
      ...spot,
      field: 'Level',
      values: { value: code, level: stage },
    });
    return null;
  }
  if (name === '') {
    findings.drop({ code: 'code-without-name', ...spot, field: 'Name', values: { value: code } });
    return null;
  }
  const [validFrom, validTo] = [dayOf(row.cell('from')), dayOf(row.cell('to'))];
  if (validFrom === undefined || validTo === undefined) {
    const [field, day] =
      validFrom === undefined
        ? ['Validity_period_begin', row.cell('from')]
        : ['Validity_period_end', row.cell('to')];
    findings.drop({ code: 'code-day-unreadable', ...spot, field, values: { value: code, day } });
    return null;
  }
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    findings.drop({
      code: 'code-days-reversed',
      ...spot,
      values: { value: code, from: validFrom, to: validTo },
    });
    return null;
  }
  const parentCode = atvkCode(row.cell('parent'));
  const key = `${code} ${parentCode} ${validFrom}`;
  const other = seen.get(key);
  if (other !== undefined) {
    findings.drop({ code: 'code-twice', ...spot, values: { value: code, other } });
    return null;
  }
  seen.set(key, row.line);
  findings.kept();
  return {
    spot,
    code,
    generation: generationOf(code) ?? ((validFrom ?? '') >= reformDay ? '2021' : '2009'),
    level,
    name: name.replace(/\s+/g, ' '),
    parentCode,
    validFrom,
    validTo,
    predecessors: codesIn(row.cell('predecessors')),
    successors: codesIn(row.cell('successors')),
  };
}

/** Rows of `atu_nuts_codes.csv`: municipalities, towns and parishes. @throws Problem `bad-import` without a column it needs. */
export function readClassifier(table: OfficialTable, file: string, findings: Findings): ReadCode[] {
  const absent = ['level', 'code', 'name', 'parent', 'from'].filter((field) => !table.fields.has(field));
  if (absent.length > 0) {
    const expected =
      'Level, Code, Code_version, Name, Code_parent, Validity_period_begin, Validity_period_end, Predecessors, Successors';
    throw new Problem('bad-import', {
      faults: absent.map((field) => ({ field: file, row: 1, fault: 'missing', value: field, expected })),
    });
  }
  const seen = new Map<string, number>();
  const read = table.rows.map((row) => readRow(row, file, findings, seen));
  const above = read.filter((row) => row === 'above').length;
  findings.kept(above);
  if (above > 0) findings.add({ code: 'codes-above', file, values: { count: above } });
  return read.filter((row) => row !== null && row !== 'above');
}

/** Rows of the transition table of 2021: what a unit under its old municipality became under its new one. */
export function readTransition(table: OfficialTable, file: string, findings: Findings): AtvkLinks[] {
  return table.rows.flatMap((row): AtvkLinks[] => {
    const spot = { file, row: row.line };
    const of = (field: string) => {
      const [code, name] = [atvkCode(row.cell(field)), row.cell(field.replace(/20/, 'Name20'))];
      return code === null || name === '' ? null : { code, name };
    };
    const [before, after] = [of('municipality2009'), of('municipality2021')];
    if (before === null || after === null) {
      const value = row.cell('municipality2009') || row.cell('municipality2021');
      findings.drop({ code: 'code-row-broken', ...spot, values: { value } });
      return [];
    }
    findings.kept();
    // A state city has no units: what it was and is stands in the columns of the municipality alone.
    return [
      {
        before: { municipality: before, unit: of('unit2009') },
        after: { municipality: after, unit: of('unit2021') },
      },
    ];
  });
}
