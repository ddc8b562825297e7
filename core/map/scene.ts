import { layers } from './layers/index.ts';
import { freeCorner } from './scene/corner.ts';
import { footnotes } from './scene/footnotes.ts';
import { frameOf } from './scene/frame.ts';
import { heading, margin, pageShape } from './scene/heading.ts';
import type { FigureInput } from './scene/input.ts';
import { legendBox } from './scene/legend-box.ts';
import { marksRow } from './scene/marks-row.ts';
import { keysOf, orientation } from './scene/orientation.ts';
import { boxRing, pointsPerMm, type Scene, type Shape } from './scene/primitives.ts';
import { sheetOf } from './scene/sheet.ts';
import { mapColours } from './theme.ts';

/**
 * A figure for a document: heading, map, legend with counts, scale bar, north arrow, sources. Width in
 * millimetres as asked, height as needed. The same input gives the same scene, to the last digit.
 *
 * @throws RangeError when no territory of the region has a boundary, or for more classes than the palette has.
 */
export const figureScene = (input: FigureInput): Scene => {
  const width = input.widthMm * pointsPerMm;
  const inner = width - 2 * margin;
  const colours = mapColours.light;
  const head = heading(input, colours, inner);
  const frame = frameOf(input.territories, input.crs, margin, head.bottom + 5, inner);
  const legend = legendBox(input);
  const corner = freeCorner(frame, input.territories, legend);
  const sheet = sheetOf(input, frame, corner === null ? [] : [corner]);
  const below = frame.box.bottom + 7;
  const legendAt = corner ?? { left: margin, top: below };
  // Without a free corner the legend stands below the map, with the rest beside it.
  const left = corner === null ? margin + legend.width + 14 : margin;
  const marks = marksRow(sheet, left, below, width - margin - left);
  const compass = orientation(sheet, left, marks.bottom + 3, width - margin - left);
  const lowest = corner === null ? Math.max(compass.bottom, below + legend.height) : compass.bottom;
  const own = [...keysOf(sheet), ...input.subject.notes];
  const foot = footnotes(input, own, input.subject.method, margin, lowest + 3, inner);
  const height = foot.bottom + margin;
  const edge: Shape = {
    shape: 'line',
    lines: [boxRing(frame.box)],
    stroke: colours.border,
    width: 0.6,
    isClosed: true,
  };
  return {
    widthMm: input.widthMm,
    width,
    height,
    language: input.language,
    title: input.title,
    description: input.description,
    groups: [
      { id: 'page', shapes: [pageShape(width, height)] },
      { id: 'heading', shapes: head.shapes },
      ...layers.map((layer) => ({ id: layer.id, shapes: layer.draw(sheet) })),
      { id: 'edge', shapes: [edge] },
      { id: 'legend', shapes: legend.at(legendAt.left, legendAt.top) },
      { id: 'marks', shapes: marks.shapes },
      { id: 'orientation', shapes: compass.shapes },
      { id: 'notes', shapes: foot.shapes },
    ],
  };
};
