import { mapColours } from '../theme.ts';
import type { MapLayer } from './layer.ts';

/** The way from a home to a venue; what is walked off the network is dashed. */
export const way: MapLayer = {
  id: 'way',
  style: (theme) => {
    const colours = mapColours[theme];
    return [
      {
        id: 'way-casing',
        type: 'line',
        source: 'way',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': colours.halo, 'line-width': 7 },
      },
      {
        id: 'way-line',
        type: 'line',
        source: 'way',
        filter: ['!=', ['get', 'role'], 'off-road'],
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': colours.accent, 'line-width': 4 },
      },
      {
        id: 'way-off-road',
        type: 'line',
        source: 'way',
        filter: ['==', ['get', 'role'], 'off-road'],
        paint: { 'line-color': colours.accent, 'line-width': 3, 'line-dasharray': [1, 1.4] },
      },
    ];
  },
  // A figure shows a whole region; the way of one home is a matter of the screen.
  draw: () => [],
};
