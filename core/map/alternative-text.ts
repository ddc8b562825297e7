import { type AccessAnswer, reasonCodes, type TerritoryRow } from '../access/answer.ts';
import { fill, formatMeasured, formatNumber, plural } from '../language/format.ts';
import type { Words } from '../language/index.ts';
import type { Language } from '../language/routes.ts';
import { legendOf } from './legend.ts';
import type { Level } from './scene/subject.ts';

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
      value: summaryText(answer.total, answer, words, language),
      people: plural(language, answer.total.people, alternative.residentForms),
    }),
    ...(level === 'cells' ? ofCells(answer, words, language) : ofTerritories(answer, words, language)),
    ...(input.isModel ? [modelNote] : []),
  ];
  return sentences.join(' ');
};

/** The number of a territory with what it is: "median 12.3 min". */
const summaryText = (
  { value }: Pick<TerritoryRow, 'value'>,
  { unit, classes }: AccessAnswer,
  words: Words,
  language: Language,
): string => {
  if (value === null) return words.figures.blank;
  const text = formatMeasured(language, unit, value, classes.breaks);
  return fill(words.figures.alternative.summary[unit], { value: text });
};

const nameOf = (row: TerritoryRow, language: Language): string =>
  language === 'en' ? row.nameEn : row.nameLv;

const ofTerritories = (answer: AccessAnswer, words: Words, language: Language): string[] => [
  ...extremes(answer, words, language),
  ...blanks(answer, words, language),
];

const ofCells = (answer: AccessAnswer, words: Words, language: Language): string[] => [
  ...worstCell(answer, words, language),
  ...blankCells(answer, words, language),
];

/** By name where it is alone in its value, else how many there are. */
const worstCell = (answer: AccessAnswer, words: Words, language: Language): string[] => {
  const { cells, territories, total, unit, classes } = answer;
  if (total.farthest === null) return [];
  const { worstCell: one, worstCells: several } = words.figures.alternative;
  const { cellId, settlement, value } = total.farthest;
  const same = cells.value.filter((other, i) => other === value && (cells.people[i] ?? 0) > 0).length;
  const owner = territories[cells.territory[cells.id.indexOf(cellId)] ?? -1];
  const values = {
    value: formatMeasured(language, unit, value, classes.breaks),
    n: formatNumber(language, same),
    settlement,
    territory: owner === undefined ? '' : nameOf(owner, language),
  };
  return [fill(same > 1 ? several : one, values)];
};

const blankCells = ({ cells }: AccessAnswer, words: Words, language: Language): string[] => {
  const counted = reasonCodes.flatMap((code) => {
    const count = cells.reason.filter((reason) => reason === code).length;
    return count === 0 ? [] : [`${words.reasons[code]} – ${formatNumber(language, count)}`];
  });
  return counted.length === 0
    ? []
    : [fill(words.figures.alternative.blankCells, { list: counted.join('; ') })];
};

const extremes = (answer: AccessAnswer, words: Words, language: Language): string[] => {
  const worth = ({ value }: TerritoryRow) => (answer.classes.largerIsBetter ? -1 : 1) * (value ?? 0);
  const known = answer.territories
    .filter(({ value }) => value !== null)
    .toSorted((a, b) => worth(a) - worth(b) || (a.id < b.id ? -1 : 1));
  const [best, worst] = [known[0], known.at(-1)];
  if (best === undefined || worst === undefined || best === worst) return [];
  const say = (row: TerritoryRow) =>
    `${nameOf(row, language)} (${summaryText(row, answer, words, language)})`;
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
