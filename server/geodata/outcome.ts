import { writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { sayWarning } from '#core/language/warnings.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { ImportReport } from '../context.ts';
import { language, say } from '../terminal.ts';
import { type Given, textOption } from './command.ts';
import { printReport } from './report.ts';
import { tell } from './words.ts';

/** Options of commands that end with a report. */
export const outcomeOptions = { map: { type: 'string' }, report: { type: 'string' } } as const;

const findingsOf = ({ warnings, findings = [] }: ImportReport): readonly ImportWarning[] => [
  ...warnings,
  ...findings.filter(({ row, code }) => !warnings.some((other) => other.row === row && other.code === code)),
];

const columns = ['file', 'row', 'field', 'code', 'effect', 'message'];

/** A spreadsheet would run a cell that begins like a formula (OWASP, "CSV Injection"). */
const guard = (text: string): string => text.replace(/^[=+\-@\t\r]/, "'$&");

const csvOf = (findings: readonly ImportWarning[]): string =>
  stringify(
    [
      columns,
      ...findings.map(({ file = '', row = '', field = '', code, effect = 'kept', values }) =>
        [file, String(row), field, code, effect, sayWarning({ code, values }, language)].map(guard),
      ),
    ],
    { bom: true, record_delimiter: 'windows' },
  );

const jsonOf = (report: ImportReport): string => {
  const { map: _drawing, ...rest } = report;
  const findings = findingsOf(report).map((finding) => ({
    ...finding,
    message: sayWarning(finding, language),
  }));
  return `${JSON.stringify({ ...rest, findings }, null, 2)}\n`;
};

/** Prints what came of an import or a check, and writes the files that were asked for. */
export const present = async (given: Given, report: ImportReport): Promise<void> => {
  printReport(report);
  const [map, file] = [textOption(given, 'map'), textOption(given, 'report')];
  if (file !== undefined) {
    await writeFile(file, file.endsWith('.json') ? jsonOf(report) : csvOf(findingsOf(report)));
    say(tell('written', { file }));
  }
  if (map === undefined) return;
  if (report.map === undefined) return say(tell('no-map', { file: map }));
  await writeFile(map, report.map);
  say(tell('written', { file: map }));
};
