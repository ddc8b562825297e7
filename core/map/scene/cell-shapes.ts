import { cellCorner, cellMetresOf, cellRing } from '../../place/cell.ts';
import type { LonLat } from '../../place/units.ts';
import { type Frame, onPage, project } from './frame.ts';
import { hatch } from './hatch.ts';
import { boxRing, type Point, type Shape } from './primitives.ts';
import type { Sheet } from './sheet.ts';

/** Cells of the subject by colour, the ones without a value hatched. */
export const drawCells = ({ input, frame, colours }: Sheet): readonly Shape[] => {
  const { id, ring, colour } = input.subject.cells;
  const byColour = Map.groupBy(
    id.map((cell, i) => ({ ring: outline(frame, cell, ring?.[i]), colour: colour[i] ?? null })),
    ({ colour: fill }) => fill,
  );
  const blank = (byColour.get(null) ?? []).map((one) => one.ring);
  const shapes = [...byColour].flatMap(([fill, some]): Shape[] => {
    const rings = some.map((one) => one.ring);
    if (fill === null) return [];
    // The edge keeps the lightest class apart from the land.
    return [
      { shape: 'area', rings, fill },
      { shape: 'line', lines: rings, stroke: colours.neighbourLine, width: 0.25, isClosed: true },
    ];
  });
  if (blank.length === 0) return shapes;
  return [
    ...shapes,
    { shape: 'area', rings: blank, fill: colours.blankGround },
    hatch(blank, colours.blankLine),
  ];
};

const lks92 = 3059;

/** A square of the grid that the figure is projected in stays one; any other cell has its own outline. */
const outline = (frame: Frame, id: string, ring: readonly LonLat[] | undefined): readonly Point[] => {
  if (ring !== undefined || frame.projection.epsg !== lks92) {
    return (ring ?? cellRing(id)).slice(0, -1).map((lonLat) => project(frame, lonLat));
  }
  const [left, bottom] = onPage(frame, cellCorner(id));
  const side = cellMetresOf(id) * frame.pointsPerMetre;
  return boxRing({ left, bottom, right: left + side, top: bottom - side });
};
