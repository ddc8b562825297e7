import type { ImportWarning } from '../warning.ts';
import { fill } from './format.ts';
import { words } from './index.ts';
import type { Language } from './routes.ts';
import { said } from './said/index.ts';

type Sentence = Readonly<Record<Language, string>>;

const sentenceOf = (code: ImportWarning['code'], language: Language): string => {
  const { warnings, timetable, streets } = words[language];
  const known: Readonly<Record<string, string>> = {
    ...timetable.warnings,
    ...streets.said,
    ...warnings.sentences,
  };
  return known[code] ?? (said as Readonly<Record<string, Sentence>>)[code]?.[language] ?? code;
};

/** "aw_eka.csv, 2. rinda, koord_x: vietas nav" in the reader's language. */
export const sayWarning = ({ code, file, row, field, values }: ImportWarning, language: Language): string => {
  const { warnings } = words[language];
  const sentence = fill(sentenceOf(code, language), values);
  const where = [file, row === undefined ? undefined : fill(warnings.row, { row }), field].filter(
    (part) => part !== undefined,
  );
  return where.length === 0 ? sentence : `${where.join(', ')}: ${sentence}`;
};
