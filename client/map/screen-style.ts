import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Language } from '#core/language/routes.ts';
import { mapStyle } from '#core/map/style.ts';
import type { Theme } from '#core/map/theme.ts';

/**
 * The style of `core/map` with what only a screen needs: font families quoted, because MapLibre writes
 * them into a canvas font as they are and "Source Sans 3" is no valid name there (a word may not begin
 * with a digit); and marks moved apart by the `offset` of a feature (see `fan.ts`).
 */
export function screenStyle(theme: Theme, language: Language): StyleSpecification {
  const style = mapStyle(theme, language);
  return { ...style, layers: style.layers.map(forScreen) };
}

type Layer = StyleSpecification['layers'][number];

/** Names begin where the whole region fits a desk's screen; those without room give way, towns last. */
const namesFromZoom = 7.5;

function forScreen(layer: Layer): Layer {
  if (layer.type !== 'symbol') return layer;
  const layout = { ...layer.layout };
  const fonts = layout['text-font'];
  if (Array.isArray(fonts)) layout['text-font'] = fonts.map((font) => `"${String(font)}"`);
  if (layout['icon-image'] !== undefined) {
    layout['icon-offset'] = ['coalesce', ['get', 'offset'], ['literal', [0, 0]]];
  }
  if (layer.id !== 'territory-names') return { ...layer, layout };
  layout['symbol-sort-key'] = ['case', ['==', ['get', 'kind'], 'town'], 0, 1];
  return { ...layer, layout, minzoom: namesFromZoom };
}
