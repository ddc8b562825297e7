import { readCsvTable } from './csv-table.ts';
import { refuse, type Table, type Template } from './table.ts';
import { readXlsxTable } from './xlsx-table.ts';

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, i) => bytes[i] === byte);

/**
 * Reads a table that a person made by a template, whatever it was made with: a workbook or CSV, told apart by their
 * first bytes and not by their names.
 *
 * @throws Problem `bad-import` naming row and column, of a workbook also the sheet.
 */
export const readTable = async (bytes: Uint8Array, template: Template): Promise<Table> => {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return readXlsxTable(bytes, template);
  // Workbooks of before 2007 and those with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse(1, 'file', 'malformed', 'XLS', 'XLSX, CSV');
  return readCsvTable(bytes, template.columns, template.required, template.mostRows);
};
