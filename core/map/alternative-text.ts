import type { AccessAnswer, TerritoryRow } from '../access/answer.ts';
import { fill, formatMinutes, formatNumber, formatPercent, plural } from '../language/format.ts';
import type { Words } from '../language/index.ts';
import type { Language } from '../language/routes.ts';
import { legendOf } from './legend.ts';
import type { Level } from './scene/input.ts';

export interface AlternativeInput {
  readonly title: string;
  readonly subtitle: string;
  readonly regionName: string;
  readonly level: Level;
  readonly answer: AccessAnswer;
  readonly isModel: boolean;
}

/** What the figure says, in words, from the same rows as the drawing: for readers who do not see it. */
export const alternativeText = (input: AlternativeInput, words: Words, language: Language): string => {
  const { answer, level, regionName } = input;
  const { alternative, modelNote } = words.figures;
  const entries = legendOf(answer, level, words, language);
  const list = (of: 'places' | 'people') =>
    entries.map((entry) => `${entry.label} – ${formatNumber(language, entry[of])}`).join('; ');
  const sentences = [
    fill(alternative.opening, { title: input.title, subtitle: input.subtitle }),
    fill(alternative.classes, { places: alternative.places[level], list: list('places') }),
    fill(alternative.residents, { list: list('people') }),
    fill(alternative.total, {
      region: regionName,
      value: valueText(answer.total, answer, words, language),
      people: plural(language, answer.total.people, alternative.residentForms),
    }),
    ...extremes(answer, words, language),
    ...blanks(answer, words, language),
    ...(input.isModel ? [modelNote] : []),
  ];
  return sentences.join(' ');
};

const valueText = (
  { value }: Pick<TerritoryRow, 'value'>,
  { unit }: AccessAnswer,
  words: Words,
  language: Language,
): string => {
  if (value === null) return words.figures.blank;
  switch (unit) {
    case 'min':
      return formatMinutes(language, value);
    case 'percent':
      return formatPercent(language, value);
    case 'venues':
      return formatNumber(language, value, 1);
  }
};

const nameOf = (row: TerritoryRow, language: Language): string =>
  language === 'en' ? row.nameEn : row.nameLv;

const extremes = (answer: AccessAnswer, words: Words, language: Language): string[] => {
  const worth = ({ value }: TerritoryRow) => (answer.classes.largerIsBetter ? -1 : 1) * (value ?? 0);
  const known = answer.territories
    .filter(({ value }) => value !== null)
    .toSorted((a, b) => worth(a) - worth(b) || (a.id < b.id ? -1 : 1));
  const [best, worst] = [known[0], known.at(-1)];
  if (best === undefined || worst === undefined || best === worst) return [];
  const say = (row: TerritoryRow) => `${nameOf(row, language)} (${valueText(row, answer, words, language)})`;
  return [fill(words.figures.alternative.extremes, { best: say(best), worst: say(worst) })];
};

const blanks = ({ territories }: AccessAnswer, words: Words, language: Language): string[] => {
  const without = territories
    .filter(({ value }) => value === null)
    .map(
      (row) =>
        `${nameOf(row, language)} (${row.reason === null ? words.figures.blank : words.reasons[row.reason]})`,
    );
  return without.length === 0 ? [] : [fill(words.figures.alternative.blanks, { list: without.join('; ') })];
};
