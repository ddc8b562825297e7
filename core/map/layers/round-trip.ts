import { roundTripStatuses } from '../../access/round-trip-answer.ts';
import { roundTripColours } from '../round-trip-colours.ts';
import { drawCells } from '../scene/cell-shapes.ts';
import { mapColours } from '../theme.ts';
import { type MapLayer, whenState } from './layer.ts';

/** Cells by what their residents can do: come to an event and get home, one of the two, or neither. */
export const roundTrip: MapLayer = {
  id: 'round-trip',
  style: (theme) => {
    const colours = mapColours[theme];
    const [first, ...others] = roundTripStatuses;
    return [
      {
        id: 'round-trip-fill',
        type: 'fill',
        source: 'round-trip',
        paint: {
          'fill-color': [
            'match',
            ['get', 'status'],
            first,
            roundTripColours[first],
            ...others.flatMap((status) => [status, roundTripColours[status]]),
            colours.blankGround,
          ],
          'fill-outline-color': colours.neighbourLine,
        },
      },
      {
        id: 'round-trip-chosen',
        type: 'line',
        source: 'round-trip',
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
    sheet.input.level === 'cells' && sheet.input.subject.kind === 'round-trip' ? drawCells(sheet) : [],
};
