import type { AccessAnswer } from '../../access/answer.ts';
import { formatDate } from '../../language/dates.ts';
import { fill, formatNumber } from '../../language/format.ts';
import type { Words } from '../../language/index.ts';
import type { Language } from '../../language/routes.ts';
import { venueStatuses } from '../../offer/venue.ts';
import { fromLks92 } from '../../place/lks92.ts';
import { licenceNotStated } from '../../place/provenance.ts';
import { type Block, paragraph, stack } from './flow.ts';
import { middleOf, northArrow, scaleBarOf, scaleBarShapes, trueNorthDegrees } from './furniture.ts';
import type { FigureInput, SourceNote } from './input.ts';
import type { Sheet } from './sheet.ts';

/** Scale bar, north arrow, and where on earth this is, side by side below the map. */
export const orientation = (sheet: Sheet, left: number, top: number, width: number): Block => {
  const { input, colours, frame } = sheet;
  const { words, language, measureText } = input;
  const bar = scaleBarOf(frame, Math.min(160, width * 0.36));
  const turn = trueNorthDegrees(frame);
  const [lon, lat] = fromLks92(middleOf(frame));
  const north = fill(words.figures.northNote, {
    degrees: formatNumber(language, Math.abs(turn), 1),
    side: turn < 0 ? words.figures.sides.left : words.figures.sides.right,
  });
  const place = fill(words.figures.middle, {
    region: input.regionName,
    lat: degreesAndMinutes(lat),
    lon: degreesAndMinutes(lon),
  });
  const arrowAt = left + bar.points + 34;
  const textAt = arrowAt + 18;
  const text = stack(
    top,
    [place, north, words.figures.projection].map(
      (line) => (y: number) =>
        paragraph(
          { size: 6.5, weight: 400, fill: colours.quietText, text: line },
          textAt,
          y,
          left + width - textAt,
          measureText,
        ),
    ),
  );
  return {
    shapes: [
      ...scaleBarShapes([left + 4, top + 13], bar, input, colours.text),
      ...northArrow([arrowAt, top + 23], words.figures.north, colours.text),
      ...text.shapes,
    ],
    bottom: Math.max(text.bottom, top + 25),
  };
};

const keysOf = ({ labels, input }: Sheet): string[] => {
  if (labels.keys.length === 0) return [];
  const list = labels.keys.map(({ number, name }) => `${number}\u00a0${name.replaceAll(' ', '\u00a0')}`);
  return [fill(input.words.figures.keys, { list: list.join('; ') })];
};

/** "57°05′". */
const degreesAndMinutes = (degrees: number): string => {
  const minutes = Math.round(degrees * 60);
  return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′`;
};

/** The signs themselves cannot be written, so they go by their numbers in Unicode. */
const missingNote = ({ missingSigns = [], words }: FigureInput): string[] => {
  const numbers = missingSigns.map(
    (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return numbers.length === 0 ? [] : [fill(words.figures.missingSigns, { list: numbers.join(', ') })];
};

/** What was not counted, sources with dates and licences, method, and the figure's own name. */
export const notes = (sheet: Sheet, left: number, top: number, width: number): Block => {
  const { input, colours } = sheet;
  const { words, language, answer } = input;
  const quiet = { size: 6.5, weight: 400, fill: colours.quietText } as const;
  const leftOut = leftOutSentence(answer, words);
  const newest = input.sources
    .map(({ retrievedAt }) => retrievedAt)
    .sort()
    .at(-1);
  const last = [
    fill(words.figures.method, { id: answer.query.measure }),
    ...(newest === undefined ? [] : [fill(words.figures.dataDate, { date: formatDate(language, newest) })]),
    fill(words.figures.figureId, { id: input.figureId }),
    input.address,
  ];
  const lines = [
    ...keysOf(sheet),
    ...missingNote(input),
    words.figures.legendNote[input.level],
    ...(answer.venues.length === 0 && answer.query.measure !== 'way-to-town' ? [words.figures.noOffer] : []),
    ...(leftOut === null ? [] : [leftOut]),
    ...(input.isModel ? [words.figures.modelNote] : []),
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

/** Venues of the offer that were not counted; null when all were. */
const leftOutSentence = ({ leftOut }: AccessAnswer, words: Words): string | null => {
  const parts = [
    ...venueStatuses.map(
      (status) => [words.figures.leftOutStatus[status], leftOut.byStatus[status] ?? 0] as const,
    ),
    [words.figures.leftOutMissing, leftOut.withoutPosition] as const,
    [words.figures.leftOutUnsnapped, leftOut.unsnapped] as const,
  ]
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${what}\u00a0–\u00a0${count}`);
  return parts.length === 0 ? null : fill(words.figures.leftOut, { list: parts.join('; ') });
};
