import type { SourceSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Language } from '../language/routes.ts';
import { layers } from './layers/index.ts';
import { sourceNames } from './layers/layer.ts';
import type { Theme } from './theme.ts';

/**
 * Complete MapLibre style with empty sources (see `layers/layer.ts` for what each expects). No glyph or
 * sprite address: labels are drawn with the page's own font, images come from `mapImages(theme)`.
 */
export const mapStyle = (theme: Theme, language: Language): StyleSpecification => ({
  version: 8,
  name: `culture-map-${theme}`,
  sources: Object.fromEntries(sourceNames.map((name) => [name, emptySource])),
  layers: layers.flatMap((layer) => [...layer.style(theme, language)]),
});

const emptySource: SourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  promoteId: 'id',
};
