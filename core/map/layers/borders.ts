import { groundOutline } from '../scene/ground.ts';
import { mapColours } from '../theme.ts';
import { type MapLayer, whenState } from './layer.ts';

/** Borders of parishes and towns, above whatever fills them. */
export const borders: MapLayer = {
  id: 'borders',
  style: (theme) => {
    const colours = mapColours[theme];
    return [
      {
        id: 'borders-line',
        type: 'line',
        source: 'territories',
        filter: ['in', ['get', 'kind'], ['literal', ['parish', 'town']]],
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': whenState('hover', colours.text, colours.border),
          'line-width': whenState('hover', 2, 0.9),
        },
      },
      {
        id: 'borders-selected',
        type: 'line',
        source: 'territories',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': colours.accent,
          'line-width': 3,
          'line-opacity': whenState('selected', 1, 0),
        },
      },
    ];
  },
  draw: (sheet) => {
    const lines = sheet.input.territories
      .filter(({ kind }) => kind === 'parish' || kind === 'town')
      .flatMap(({ geometry }) => groundOutline(sheet, geometry));
    // The light edge keeps borders visible on the darkest class.
    return [
      { shape: 'line', lines, stroke: sheet.colours.halo, width: 1.2 },
      { shape: 'line', lines, stroke: sheet.colours.border, width: 0.55 },
    ];
  },
};
