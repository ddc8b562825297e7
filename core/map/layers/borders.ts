import { mapColours } from '../theme.ts';
import { fontFamily, type MapLayer, nameIn, whenState } from './layer.ts';

/** Borders and names of parishes and towns, above whatever fills them. */
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
};

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
};
