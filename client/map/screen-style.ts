import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Language } from '#core/language/routes.ts';
import { mapStyle } from '#core/map/style.ts';
import { mapColours, type Theme } from '#core/map/theme.ts';

/**
 * The style of `core/map` with what only a screen needs: font families quoted, because MapLibre writes
 * them into a canvas font as they are and "Source Sans 3" is no valid name there (a word may not begin
 * with a digit); marks moved apart by the `offset` of a feature (see `fan.ts`); names that step aside for
 * marks; and lines between catchments.
 */
export function screenStyle(theme: Theme, language: Language): StyleSpecification {
  const style = mapStyle(theme, language);
  return {
    ...style,
    layers: style.layers.flatMap((layer) =>
      layer.id === 'cells-chosen'
        ? [...catchmentLines, layer]
        : layer.id === 'way-off-road'
          ? [layer, stopPoints(theme)]
          : [forScreen(layer)],
    ),
  };
}

type Layer = StyleSpecification['layers'][number];

/** Names begin where the whole region fits a desk's screen; those without room give way, towns last. */
const namesFromZoom = 7.5;

const lineBetween = (id: string, colour: string, width: number): Layer => ({
  id,
  type: 'line',
  source: 'cells',
  filter: ['has', 'catchments'],
  paint: { 'line-color': colour, 'line-width': width },
});

/** Dark with a light edge: seen on every class of the palette, which is the same in both themes. */
const catchmentLines: readonly Layer[] = [
  lineBetween('catchments-edge', '#ffffff', 4),
  lineBetween('catchments-line', '#1d2327', 1.8),
];

/** Stops of a journey: where one gets on or off larger than where the vehicle only calls. */
const stopPoints = (theme: Theme): Layer => ({
  id: 'way-stops',
  type: 'circle',
  source: 'way',
  filter: ['==', ['geometry-type'], 'Point'],
  paint: {
    'circle-radius': ['match', ['get', 'role'], 'change', 6, 3.5],
    'circle-color': mapColours[theme].halo,
    'circle-stroke-color': mapColours[theme].accent,
    'circle-stroke-width': 2,
  },
});

/** A grid of cells is a hint, not a net over the map. */
const gridLine = 'rgba(29, 35, 39, 0.16)';

function forScreen(layer: Layer): Layer {
  if (layer.type === 'fill' && layer.id === 'cells-fill') {
    return { ...layer, paint: { ...layer.paint, 'fill-outline-color': gridLine } };
  }
  if (layer.type !== 'symbol') return layer;
  const layout = { ...layer.layout };
  const fonts = layout['text-font'];
  if (Array.isArray(fonts)) layout['text-font'] = fonts.map((font) => `"${String(font)}"`);
  if (layout['icon-image'] !== undefined) {
    // On a telephone the whole region is small: there the marks are too, offsets included.
    layout['icon-size'] = ['interpolate', ['linear'], ['zoom'], 7, 0.55, 8.5, 1];
    layout['icon-offset'] = ['coalesce', ['get', 'offset'], ['literal', [0, 0]]];
  }
  if (layer.id !== 'territory-names') return { ...layer, layout };
  layout['text-variable-anchor'] = ['center', 'top', 'bottom'];
  layout['text-radial-offset'] = 0.9;
  layout['symbol-sort-key'] = ['case', ['==', ['get', 'kind'], 'town'], 0, 1];
  return { ...layer, layout, minzoom: namesFromZoom };
}
