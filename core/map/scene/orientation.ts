import { fill, formatNumber } from '../../language/format.ts';
import type { Words } from '../../language/index.ts';
import { type Block, paragraph, stack } from './flow.ts';
import { middleOf, northArrow, scaleBarOf, scaleBarShapes, trueNorthDegrees } from './furniture.ts';
import type { FigureInput } from './input.ts';
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

/** Names that stand on the map as numbers. */
export const keysOf = ({ labels, input }: Sheet): string[] => {
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
