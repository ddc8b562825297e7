import { groundOutline, groundRings } from '../scene/ground.ts';
import { mapColours } from '../theme.ts';
import type { MapLayer } from './layer.ts';

/** Sea and lakes, with a shore line. */
export const sea: MapLayer = {
  id: 'sea',
  style: (theme) => {
    const colours = mapColours[theme];
    return [
      {
        id: 'sea-fill',
        type: 'fill',
        source: 'landcover',
        filter: ['in', ['get', 'kind'], ['literal', ['sea', 'lake']]],
        paint: { 'fill-color': colours.water },
      },
      {
        id: 'sea-shore',
        type: 'line',
        source: 'landcover',
        filter: ['in', ['get', 'kind'], ['literal', ['sea', 'lake']]],
        paint: { 'line-color': colours.shore, 'line-width': 0.8 },
      },
    ];
  },
  draw: (sheet) =>
    sheet.input.landcover
      .filter(({ kind }) => kind === 'sea' || kind === 'lake')
      .flatMap(({ geometry }) => [
        { shape: 'area', rings: groundRings(sheet, geometry), fill: sheet.colours.water },
        { shape: 'line', lines: groundOutline(sheet, geometry), stroke: sheet.colours.shore, width: 0.5 },
      ]),
};
