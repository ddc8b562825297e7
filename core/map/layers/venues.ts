import { markerOfKind, markerRings } from '../markers.ts';
import { type Mark, markRadius } from '../scene/marks.ts';
import type { Point, Shape } from '../scene/primitives.ts';
import type { MapColours } from '../theme.ts';
import { mapColours } from '../theme.ts';
import { fontFamily, type MapLayer, whenState } from './layer.ts';

/** Venues: one mark each, its shape by kind, with a count where it stands for several things. */
export const venues: MapLayer = {
  id: 'venues',
  style: (theme) => {
    const colours = mapColours[theme];
    return [
      {
        id: 'venues-chosen',
        type: 'circle',
        source: 'venues',
        paint: {
          'circle-radius': 13,
          'circle-color': colours.halo,
          'circle-opacity': whenState('selected', 0.9, 0),
          'circle-stroke-color': whenState('selected', colours.accent, colours.text),
          'circle-stroke-width': 2.5,
          'circle-stroke-opacity': [
            'case',
            [
              'any',
              ['boolean', ['feature-state', 'selected'], false],
              ['boolean', ['feature-state', 'hover'], false],
            ],
            1,
            0,
          ],
        },
      },
      {
        id: 'venues-marker',
        type: 'symbol',
        source: 'venues',
        layout: {
          'icon-image': ['coalesce', ['get', 'marker'], 'marker-circle'],
          'icon-allow-overlap': true,
          'text-field': [
            'case',
            ['>', ['coalesce', ['get', 'count'], 0], 1],
            ['to-string', ['get', 'count']],
            '',
          ],
          'text-font': [fontFamily],
          'text-size': 12,
          'text-anchor': 'left',
          'text-offset': [0.8, 0],
          'text-optional': true,
        },
        paint: {
          'text-color': colours.text,
          'text-halo-color': colours.halo,
          'text-halo-width': 1.6,
        },
      },
    ];
  },
  draw: (sheet) => sheet.marks.flatMap((mark) => markShapes(mark, sheet.colours)),
};

/** A mark with a light edge, and the number of venues it stands for when there are several. */
export const markShapes = ({ kind, at: [x, y], count }: Mark, colours: MapColours): Shape[] => {
  const rings = markerRings(markerOfKind[kind]).map((ring) =>
    ring.map(([dx, dy]): Point => [x + dx * markRadius, y + dy * markRadius]),
  );
  const mark: Shape[] = [
    { shape: 'line', lines: rings, stroke: colours.markerLine, width: 1.4, isClosed: true },
    { shape: 'area', rings, fill: colours.marker },
  ];
  if (count < 2) return mark;
  return [
    ...mark,
    {
      shape: 'text',
      at: [x + markRadius + 0.8, y + 2.3],
      text: String(count),
      size: 6.5,
      weight: 600,
      anchor: 'start',
      fill: colours.text,
      halo: { colour: colours.halo, width: 1.6 },
    },
  ];
};
