import { formatDate } from '../../language/dates.ts';
import { fill, formatNumber } from '../../language/format.ts';
import type { Words } from '../../language/index.ts';
import type { Language } from '../../language/routes.ts';
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
  const [lon, lat] = frame.projection.fromPlane(middleOf(frame));
  const north = fill(words.figures.northNote, {
    degrees: formatNumber(language, Math.abs(turn), 1),
    side: turn < 0 ? words.figures.sides.left : words.figures.sides.right,
  });
  const place = middleText(input, lon, lat);
  const arrowAt = left + bar.points + 34;
  const textAt = arrowAt + 18;
  const text = stack(
    top,
    [place, north, projectionText(frame.projection.epsg, words)].map(
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

const lks92 = 3059;

const middleText = ({ words, regionName, crs }: FigureInput, lon: number, lat: number): string => {
  const { middle, middleElsewhere, hemispheres } = words.figures;
  return fill(crs === lks92 ? middle : middleElsewhere, {
    region: regionName,
    lat: degreesAndMinutes(lat),
    lon: degreesAndMinutes(lon),
    latSide: lat < 0 ? hemispheres.south : hemispheres.north,
    lonSide: lon < 0 ? hemispheres.west : hemispheres.east,
  });
};

/** LKS-92, or the UTM zone that an EPSG code 326zz (north) or 327zz (south) names. */
const projectionText = (code: number, words: Words): string =>
  code === lks92
    ? words.figures.projection
    : fill(words.figures.projectionUtm, { zone: `${code % 100}${code > 32_700 ? 'S' : 'N'}`, code });

/** "57°05′", whatever the side of the equator or of Greenwich. */
const degreesAndMinutes = (degrees: number): string => {
  const minutes = Math.round(Math.abs(degrees) * 60);
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
  const { words, language, subject } = input;
  const quiet = { size: 6.5, weight: 400, fill: colours.quietText } as const;
  const newest = input.sources
    .map(({ retrievedAt }) => retrievedAt)
    .sort()
    .at(-1);
  const last = [
    fill(words.figures.method, { id: subject.method }),
    ...(newest === undefined ? [] : [fill(words.figures.dataDate, { date: formatDate(language, newest) })]),
    fill(words.figures.figureId, { id: input.figureId }),
    input.address,
  ];
  const lines = [
    ...keysOf(sheet),
    ...missingNote(input),
    ...subject.notes,
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
