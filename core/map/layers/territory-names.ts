import { labelShapes } from '../scene/type.ts';
import { mapColours } from '../theme.ts';
import { fontFamily, type MapLayer, nameIn } from './layer.ts';

/** Names of parishes and towns, above everything but the venues. */
export const territoryNames: MapLayer = {
  id: 'territory-names',
  style: (theme, language) => {
    const colours = mapColours[theme];
    return [
      {
        id: 'territory-names',
        type: 'symbol',
        source: 'territory-labels',
        minzoom: 8.5,
        layout: {
          'text-field': nameIn(language),
          'text-font': [fontFamily],
          'text-size': 13,
          'text-max-width': 7,
          'text-padding': 4,
        },
        paint: {
          'text-color': colours.text,
          'text-halo-color': colours.halo,
          'text-halo-width': 1.4,
        },
      },
    ];
  },
  draw: (sheet) =>
    sheet.labels.territories.flatMap((label) => labelShapes(label, sheet.colours.text, sheet.colours.halo)),
};
