import { formatDate } from '../../language/dates.ts';
import { fill } from '../../language/format.ts';
import type { Words } from '../../language/index.ts';
import type { Language } from '../../language/routes.ts';
import { licenceNotStated } from '../../place/provenance.ts';
import { mapColours } from '../theme.ts';
import { type Block, paragraph, stack } from './flow.ts';
import type { PageInput, SourceNote } from './input.ts';

/** The signs themselves cannot be written, so they go by their numbers in Unicode. */
const missingNote = ({ missingSigns = [], words }: PageInput): string[] => {
  const numbers = missingSigns.map(
    (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return numbers.length === 0 ? [] : [fill(words.figures.missingSigns, { list: numbers.join(', ') })];
};

/** What was not counted, sources with dates and licences, method, and the figure's own name. */
export const footnotes = (
  input: PageInput,
  own: readonly string[],
  method: string,
  left: number,
  top: number,
  width: number,
): Block => {
  const { words, language } = input;
  const quiet = { size: 6.5, weight: 400, fill: mapColours.light.quietText } as const;
  const newest = input.sources
    .map(({ retrievedAt }) => retrievedAt)
    .sort()
    .at(-1);
  const last = [
    fill(words.figures.method, { id: method }),
    ...(newest === undefined ? [] : [fill(words.figures.dataDate, { date: formatDate(language, newest) })]),
    fill(words.figures.figureId, { id: input.figureId }),
    input.address,
  ];
  const lines = [
    ...missingNote(input),
    ...own,
    ...(input.isModel ? [words.figures.modelNote] : []),
    ...(input.sources.some(({ dataset, isModel }) => dataset === 'timetable' && isModel)
      ? [words.collections.caveats.modelTimetable]
      : []),
    `${words.figures.sources}: ${sourceSentences(input.sources, words, language)}`,
    last.join(' ').replace(/ (\S+)$/, ' · $1'),
  ];
  return stack(
    top,
    lines.map(
      (text) => (y: number) => paragraph({ ...quiet, text }, left, y + 1.2, width, input.measureText),
    ),
  );
};

/** Datasets of one licence and date together: "Teritorijas – CSP; Ceļu tīkls – OSM. Licence: CC BY 4.0; ..." */
const sourceSentences = (sources: readonly SourceNote[], words: Words, language: Language): string =>
  [...Map.groupBy(sources, ({ licence, retrievedAt }) => `${licence}\n${retrievedAt}`).values()]
    .map((group) => {
      const [first] = group;
      const names = group.map((source) => `${nameOf(source, words)}\u00a0– ${source.source}`).join('; ');
      return fill(words.figures.sourceLine, {
        names,
        licence: licenceOf(first, words),
        date: formatDate(language, first?.retrievedAt ?? ''),
      });
    })
    .join(' ');

const licenceOf = (source: SourceNote | undefined, words: Words): string =>
  source === undefined || source.licence === licenceNotStated
    ? words.figures.licenceNotStated
    : source.licence;

const nameOf = ({ dataset, list }: SourceNote, words: Words): string => {
  const name = words.shell.aboutData.names[dataset];
  return list === 'shipped' ? name : `${name} (${list})`;
};
