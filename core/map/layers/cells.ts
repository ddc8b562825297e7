import { blankImageId } from '../images.ts';
import { drawCells } from '../scene/cell-shapes.ts';
import { mapColours } from '../theme.ts';
import { type MapLayer, whenState } from './layer.ts';

/** Inhabited cells by class; the ones without a value hatched. */
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
  draw: (sheet) =>
    sheet.input.level === 'cells' && sheet.input.subject.kind === 'access' ? drawCells(sheet) : [],
};
