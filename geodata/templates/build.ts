import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { writeXlsx } from 'hucre/xlsx';

/** Lists that people also make in workbooks, and what the sheet is called. */
export const workbooks = { venues: 'Norises vietas', events: 'Pasākumi', survey: 'Aptauja' } as const;

/** Most that a column is wide, in characters. */
const widest = 40;

/**
 * The template of a list as a workbook, with the cells of its CSV twin. Every column is text: then a spreadsheet
 * leaves "3-5" a price, "0900248" a code and "2027-01-09 19:00" a time in every language.
 */
export const templateWorkbook = async (name: keyof typeof workbooks): Promise<Uint8Array> => {
  const text = readFileSync(join(import.meta.dirname, `${name}.csv`), 'utf8');
  const rows = parse(text, { bom: true }) as string[][];
  const [header = []] = rows;
  const columns = header.map((_, i) => ({
    width: Math.min(widest, Math.max(...rows.map((row) => row[i]?.length ?? 0)) + 2),
    style: { numFmt: '@' },
  }));
  const cells = new Map(
    header.map((value, i) => [`0,${i}`, { value, style: { numFmt: '@', font: { bold: true } } }]),
  );
  const sheet = { name: workbooks[name], rows, columns, cells, freezePane: { rows: 1 } };
  // Without a date of its own the same table gives the same workbook.
  const created = new Date('2026-11-22T00:00:00Z');
  return writeXlsx({ sheets: [sheet], properties: { created, modified: created } });
};

if (import.meta.main) {
  for (const name of Object.keys(workbooks) as (keyof typeof workbooks)[]) {
    writeFileSync(join(import.meta.dirname, `${name}.xlsx`), await templateWorkbook(name));
  }
}
