import { cellCorner, cellMetres } from '../../place/cell.ts';
import { blankImageId } from '../images.ts';
import { onPage } from '../scene/frame.ts';
import { hatch } from '../scene/hatch.ts';
import { boxRing, type Point, type Shape } from '../scene/primitives.ts';
import type { Sheet } from '../scene/sheet.ts';
import { mapColours } from '../theme.ts';
import { type MapLayer, whenState } from './layer.ts';

/** Inhabited squares of the 1 km grid by class; the ones without a value hatched. */
export const cells: MapLayer = {
  id: 'cells',
  style: (theme) => {
    const colours = mapColours[theme];
    return [
      {
        id: 'cells-fill',
        type: 'fill',
        source: 'cells',
        filter: ['has', 'colour'],
        paint: {
          'fill-color': ['to-color', ['get', 'colour'], colours.land],
          'fill-outline-color': colours.neighbourLine,
        },
      },
      {
        id: 'cells-blank',
        type: 'fill',
        source: 'cells',
        filter: ['==', ['get', 'blank'], true],
        paint: { 'fill-pattern': blankImageId },
      },
      {
        id: 'cells-chosen',
        type: 'line',
        source: 'cells',
        paint: {
          'line-color': whenState('selected', colours.accent, colours.text),
          'line-width': whenState('selected', 3, 1.5),
          'line-opacity': [
            'case',
            [
              'any',
              ['boolean', ['feature-state', 'selected'], false],
              ['boolean', ['feature-state', 'hover'], false],
            ],
            1,
            0,
          ],
        },
      },
    ];
  },
  draw: (sheet) => {
    if (sheet.input.level !== 'cells') return [];
    const { id, value } = sheet.input.answer.cells;
    const byColour = Map.groupBy(
      id.map((cell, i) => ({ ring: square(sheet, cell), colour: sheet.colourOf(value[i] ?? null) })),
      ({ colour }) => colour,
    );
    const blank = (byColour.get(null) ?? []).map(({ ring }) => ring);
    const shapes = [...byColour].flatMap(([fill, some]): Shape[] => {
      const rings = some.map(({ ring }) => ring);
      if (fill === null) return [];
      // The edge keeps the lightest class apart from the land.
      return [
        { shape: 'area', rings, fill },
        { shape: 'line', lines: rings, stroke: sheet.colours.neighbourLine, width: 0.25, isClosed: true },
      ];
    });
    if (blank.length === 0) return shapes;
    return [
      ...shapes,
      { shape: 'area', rings: blank, fill: sheet.colours.blankGround },
      hatch(blank, sheet.colours.blankLine),
    ];
  },
};

/** A cell is a square of the grid the figure is projected in, so it stays one. */
const square = ({ frame }: Sheet, id: string): readonly Point[] => {
  const { east, north } = cellCorner(id);
  const [left, bottom] = onPage(frame, { east, north });
  const side = cellMetres * frame.pointsPerMetre;
  return boxRing({ left, bottom, right: left + side, top: bottom - side });
};
