import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { sayWarning } from '#core/language/warnings.ts';
import { type Fault, Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';

/** The language that the machine is set to, where we speak it. */
export const language: Language = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('lv')
  ? 'lv'
  : 'en';

// Nobody may be listening any more (`npm start | head`): that is no reason to end the server.
process.stdout.on('error', () => undefined);

/** One line for the person at the terminal. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** That an id of a user's list had to change. */
export const sayRenamed = (list: string, warning: ImportWarning): void =>
  say(`! ${list}: ${sayWarning(warning, language)}`);

const cellsOf = (fault: Fault): readonly string[] => [
  fault.cell ?? (fault.row === undefined ? '' : String(fault.row)),
  fault.field,
  words[language].faults[fault.fault],
  fault.value ?? '',
  fault.expected ?? '',
];

const headings: Readonly<Record<Language, readonly string[]>> = {
  lv: ['rinda', 'lauks', 'kas', 'vērtība', 'der'],
  en: ['row', 'field', 'what', 'value', 'expected'],
};

/** Faults as a table with aligned columns. */
const faultTable = (faults: readonly Fault[]): string => {
  const rows = [headings[language], ...faults.map(cellsOf)];
  const widths = headings[language].map((_, column) =>
    Math.min(48, Math.max(...rows.map((row) => row[column]?.length ?? 0))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** A problem in words: what it is, what to do, and its faults. */
const describeProblem = (problem: Problem): string => {
  const [title, sentence] = words[language].problems[problem.code];
  // What a server said has its values in it already.
  const detail =
    problem.values.said ??
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(problem.values[name] ?? '?'));
  const faults = problem.faults.length === 0 ? '' : `\n\n${faultTable(problem.faults)}`;
  return `${title}. ${detail}${faults}`;
};

/** Ends a command that failed: words for what a person can act on, the stack for what nobody foresaw. */
export const fail = (error: unknown): never => {
  const text = error instanceof Problem ? describeProblem(error) : String((error as Error)?.stack ?? error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
};
