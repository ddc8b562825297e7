import { blankImageId } from '../images.ts';
import { mapColours } from '../theme.ts';
import type { MapLayer } from './layer.ts';

/** Parishes and towns filled by class; the ones without a value hatched, never left white. */
export const territories: MapLayer = {
  id: 'territories',
  style: (theme) => [
    {
      id: 'territories-fill',
      type: 'fill',
      source: 'territories',
      filter: ['has', 'colour'],
      paint: { 'fill-color': ['to-color', ['get', 'colour'], mapColours[theme].land] },
    },
    {
      id: 'territories-blank',
      type: 'fill',
      source: 'territories',
      filter: ['==', ['get', 'blank'], true],
      paint: { 'fill-pattern': blankImageId },
    },
  ],
};
