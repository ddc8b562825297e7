import type { AccessAnswer } from '../../access/answer.ts';
import { formatDate } from '../../language/dates.ts';
import { fill, formatNumber } from '../../language/format.ts';
import type { Words } from '../../language/index.ts';
import type { Language } from '../../language/routes.ts';
import { venueStatuses } from '../../offer/venue.ts';
import { fromLks92 } from '../../place/lks92.ts';
import { type Block, paragraph, stack } from './flow.ts';
import { middleOf, northArrow, scaleBarOf, scaleBarShapes, trueNorthDegrees } from './furniture.ts';
import type { SourceNote } from './input.ts';
import type { Sheet } from './sheet.ts';

/** Scale bar, north arrow, and where on earth this is. */
export const orientation = (sheet: Sheet, left: number, top: number, width: number): Block => {
  const { input, colours, frame } = sheet;
  const { words, language, measureText } = input;
  const bar = scaleBarOf(frame, width - 40);
  const quiet = { size: 6.5, weight: 400, fill: colours.quietText } as const;
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
  const drawn: Block = {
    shapes: [
      ...northArrow([left + width - 8, top + 24], words.figures.north, colours.text),
      ...scaleBarShapes([left + 4, top + 20], bar, input, colours.text),
    ],
    bottom: top + 30,
  };
  return stack(top, [
    () => drawn,
    ...[place, north, words.figures.projection].map(
      (text) => (y: number) => paragraph({ ...quiet, text }, left, y + 1, width, measureText),
    ),
    ...keysOf(sheet).map(
      (text) => (y: number) =>
        paragraph({ ...quiet, fill: colours.text, text }, left, y + 3, width, measureText),
    ),
  ]);
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
  const sources = input.sources.map((source) => sourceLine(source, words, language)).join('. ');
  const lines = [
    ...(leftOut === null ? [] : [leftOut]),
    ...(input.isModel ? [words.figures.modelNote] : []),
    `${words.figures.sources}: ${sources}.`,
    last.join(' ').replace(/ (\S+)$/, ' · $1'),
  ];
  return stack(
    top,
    lines.map(
      (text) => (y: number) => paragraph({ ...quiet, text }, left, y + 1.2, width, input.measureText),
    ),
  );
};

const sourceLine = (
  { title, source, licence, retrievedAt }: SourceNote,
  words: Words,
  language: Language,
): string =>
  fill(words.figures.sourceLine, { title, source, licence, date: formatDate(language, retrievedAt) });

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
