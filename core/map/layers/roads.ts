import { groundLine } from '../scene/ground.ts';
import { mapColours } from '../theme.ts';
import { growing, type MapLayer } from './layer.ts';

/** OpenStreetMap classes that count as through roads. */
const mainHighways: readonly string[] = ['motorway', 'trunk', 'primary', 'secondary'];

/** Roads; links constructed by the model are not roads and are not drawn. */
export const roads: MapLayer = {
  id: 'roads',
  style: (theme) => {
    const colours = mapColours[theme];
    return [
      {
        id: 'roads-minor',
        type: 'line',
        source: 'roads',
        minzoom: 8,
        filter: [
          'all',
          ['==', ['get', 'role'], 'road'],
          ['!', ['in', ['get', 'highway'], ['literal', [...mainHighways]]]],
        ],
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': colours.roadMinor, 'line-width': growing(8, 0.5, 14, 3) },
      },
      {
        id: 'roads-main',
        type: 'line',
        source: 'roads',
        filter: [
          'all',
          ['==', ['get', 'role'], 'road'],
          ['in', ['get', 'highway'], ['literal', [...mainHighways]]],
        ],
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': colours.roadMain, 'line-width': growing(8, 1, 14, 5) },
      },
    ];
  },
  draw: (sheet) => {
    const drawn = sheet.input.roads.filter(({ role }) => role === 'road');
    const [main, minor] = [
      drawn.filter(({ highway }) => mainHighways.includes(highway)),
      drawn.filter(({ highway }) => !mainHighways.includes(highway)),
    ].map((some) => some.flatMap(({ line }) => groundLine(sheet, line)));
    return [
      { shape: 'line', lines: minor ?? [], stroke: sheet.colours.roadMinor, width: 0.35 },
      { shape: 'line', lines: main ?? [], stroke: sheet.colours.roadMain, width: 0.8 },
    ];
  },
};
