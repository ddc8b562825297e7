import { dot, labelShapes } from '../scene/type.ts';
import { mapColours } from '../theme.ts';
import { fontFamily, type MapLayer, nameIn } from './layer.ts';

/** Villages: a quiet dot and a name that gives way to the parish names. */
export const settlements: MapLayer = {
  id: 'settlements',
  style: (theme, language) => {
    const colours = mapColours[theme];
    return [
      {
        id: 'settlements-dot',
        type: 'circle',
        source: 'settlements',
        minzoom: 9.5,
        paint: {
          'circle-radius': 2,
          'circle-color': colours.quietText,
          'circle-stroke-color': colours.halo,
          'circle-stroke-width': 1,
        },
      },
      {
        id: 'settlements-name',
        type: 'symbol',
        source: 'settlements',
        minzoom: 9.5,
        layout: {
          'text-field': nameIn(language),
          'text-font': [fontFamily],
          'text-size': 12,
          'text-anchor': 'top',
          'text-offset': [0, 0.4],
          'text-padding': 3,
          'symbol-sort-key': ['-', 0, ['coalesce', ['get', 'people'], 0]],
        },
        paint: {
          'text-color': colours.quietText,
          'text-halo-color': colours.halo,
          'text-halo-width': 1.2,
        },
      },
    ];
  },
  draw: (sheet) => [
    ...sheet.labels.dots.flatMap((at) => [
      dot(at, 1.6, sheet.colours.halo),
      dot(at, 1, sheet.colours.quietText),
    ]),
    ...sheet.labels.settlements.flatMap((label) =>
      labelShapes(label, sheet.colours.quietText, sheet.colours.halo),
    ),
  ],
};
