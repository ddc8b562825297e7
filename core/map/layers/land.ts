import { mapColours } from '../theme.ts';
import type { MapLayer } from './layer.ts';

/** The ground: paper, the neighbours outside the region, the region itself, woods and villages. */
export const land: MapLayer = {
  id: 'land',
  style: (theme) => {
    const colours = mapColours[theme];
    return [
      { id: 'paper', type: 'background', paint: { 'background-color': colours.neighbour } },
      {
        id: 'land-neighbours',
        type: 'fill',
        source: 'territories',
        filter: ['==', ['get', 'kind'], 'neighbour'],
        paint: { 'fill-color': colours.neighbour, 'fill-outline-color': colours.neighbourLine },
      },
      {
        id: 'land-region',
        type: 'fill',
        source: 'territories',
        filter: ['in', ['get', 'kind'], ['literal', ['parish', 'town']]],
        paint: { 'fill-color': colours.land },
      },
      {
        id: 'land-cover',
        type: 'fill',
        source: 'landcover',
        filter: ['in', ['get', 'kind'], ['literal', ['wood', 'built-up']]],
        paint: { 'fill-color': ['match', ['get', 'kind'], 'wood', colours.wood, colours.builtUp] },
      },
    ];
  },
};
