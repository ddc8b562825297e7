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
};
