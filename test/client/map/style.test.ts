import { type StyleSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { screenStyle } from '../../../client/map/screen-style.ts';

const symbols = (style: StyleSpecification) =>
  style.layers.flatMap((layer) => (layer.type === 'symbol' ? [layer.layout ?? {}] : []));

test('the style for the screen is valid in both themes and languages', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const language of ['lv', 'en'] as const) {
      expect(validateStyleMin(screenStyle(theme, language))).toEqual([]);
    }
  }
});

test('font families are quoted, because a canvas refuses a bare name that ends in a number', () => {
  const fonts = symbols(screenStyle('light', 'lv')).flatMap((layout) => layout['text-font'] ?? []);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/^".*"$/);
});

test('every mark can be moved on the screen by its own offset', () => {
  const marks = symbols(screenStyle('dark', 'en')).filter((layout) => layout['icon-image'] !== undefined);
  expect(marks.length).toBeGreaterThan(0);
  for (const layout of marks) expect(JSON.stringify(layout['icon-offset'])).toContain('offset');
});
