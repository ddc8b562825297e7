import { groundOutline, groundRings } from '../scene/ground.ts';
import { boxRing, type Shape } from '../scene/primitives.ts';
import type { Sheet } from '../scene/sheet.ts';
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
  draw: (sheet) => [
    { shape: 'area', rings: [boxRing(sheet.frame.box)], fill: sheet.colours.neighbour },
    ...neighbours(sheet),
    ...cover(sheet),
  ],
};

const neighbours = (sheet: Sheet): Shape[] =>
  sheet.input.territories.flatMap(({ kind, geometry }): Shape[] => {
    if (kind === 'neighbour')
      return [
        {
          shape: 'line',
          lines: groundOutline(sheet, geometry),
          stroke: sheet.colours.neighbourLine,
          width: 0.4,
        },
      ];
    if (kind === 'municipality') return [];
    return [{ shape: 'area', rings: groundRings(sheet, geometry), fill: sheet.colours.land }];
  });

const cover = (sheet: Sheet): Shape[] =>
  sheet.input.landcover
    .filter(({ kind }) => kind === 'wood' || kind === 'built-up')
    .map(({ kind, geometry }) => ({
      shape: 'area',
      rings: groundRings(sheet, geometry),
      fill: kind === 'wood' ? sheet.colours.wood : sheet.colours.builtUp,
    }));
