import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../core/language/routes.ts';
import { blankImageId, mapImages } from '../../../core/map/images.ts';
import { layers } from '../../../core/map/layers/index.ts';
import { fontFamily } from '../../../core/map/layers/layer.ts';
import { markerImageId, markerShapes } from '../../../core/map/markers.ts';
import { mapStyle } from '../../../core/map/style.ts';
import { mapColours, themes } from '../../../core/map/theme.ts';
import { venueKinds } from '../../../core/offer/venue.ts';

describe.each(themes)('style, %s', (theme) => {
  it.each(languages)('is valid MapLibre style data in %s', (language) => {
    expect(validateStyleMin(mapStyle(theme, language))).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    expect(JSON.stringify(mapStyle(theme, 'lv'))).not.toMatch(/https?:|"glyphs"|"sprite"/);
  });

  it('has every layer once, and every layer has something to show', () => {
    const ids = mapStyle(theme, 'lv').layers.map((layer) => layer.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const layer of layers) expect(layer.style(theme, 'lv').length).toBeGreaterThan(0);
  });

  it('writes with one font', () => {
    for (const layer of mapStyle(theme, 'lv').layers)
      if (layer.type === 'symbol') expect(layer.layout?.['text-font']).toEqual([fontFamily]);
  });

  it('brings every image it names', () => {
    const ids = new Set(mapImages(theme).map((image) => image.id));
    expect(ids).toContain(blankImageId);
    for (const kind of venueKinds) expect(ids).toContain(markerImageId(kind));
    expect(ids.size).toBe(markerShapes.length + 1);
  });

  it('hatches without white and without holes', () => {
    const hatch = mapImages(theme).find((image) => image.id === blankImageId);
    if (hatch === undefined) throw new Error('no hatching');
    expect(hatch.data.length).toBe(hatch.width * hatch.height * 4);
    const tones = new Set<number>();
    for (let i = 0; i < hatch.data.length; i += 4) {
      tones.add(hatch.data[i] ?? 0);
      expect(hatch.data[i + 3]).toBe(255);
    }
    expect(tones.size).toBeGreaterThan(1);
    expect(tones).not.toContain(255);
  });
});

it('both themes name the same colours', () => {
  for (const theme of themes)
    for (const colour of Object.values(mapColours[theme])) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
});
