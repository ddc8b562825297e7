import { blankImageId } from '../images.ts';
import { groundRings } from '../scene/ground.ts';
import { hatch } from '../scene/hatch.ts';
import type { Shape } from '../scene/primitives.ts';
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
  draw: (sheet) => {
    if (sheet.input.level !== 'parishes') return [];
    const colours = sheet.input.subject.territories;
    return sheet.input.territories.flatMap(({ id, geometry }): Shape[] => {
      const fill = colours.get(id);
      if (fill === undefined || geometry === null) return [];
      const rings = groundRings(sheet, geometry);
      if (fill !== null) return [{ shape: 'area', rings, fill }];
      return [
        { shape: 'area', rings, fill: sheet.colours.blankGround },
        hatch(rings, sheet.colours.blankLine),
      ];
    });
  },
};
