import type { ImportWarning } from '../warning.ts';
import { fill } from './format.ts';
import { words } from './index.ts';
import type { Language } from './routes.ts';

/** "2. rinda: vietas nav" in the reader's language. */
export const sayWarning = ({ code, row, values }: ImportWarning, language: Language): string => {
  const { warnings, timetable, streets } = words[language];
  const sentences = { ...timetable.warnings, ...streets.said, ...warnings.sentences };
  const sentence = fill(sentences[code], values);
  return row === undefined ? sentence : fill(warnings.inRow, { row, sentence });
};
