import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import subsetFont from 'subset-font';
import { fontFamily } from '#core/map/layers/layer.ts';
import type { MeasureText, Weight } from '#core/map/scene/primitives.ts';
import { type Fault, Problem } from '#core/problem.ts';

/** Source Sans 3 by Paul D. Hunt, SIL Open Font License 1.1, from the package "source-sans". */
const require = createRequire(import.meta.url);
const fileOf = (style: string) => require.resolve(`source-sans/TTF/SourceSans3-${style}.ttf`);

export const fontFiles: Readonly<Record<Weight, string>> = {
  400: fileOf('Regular'),
  600: fileOf('Semibold'),
};

const load = (file: string) => {
  const bytes = readFileSync(file);
  return { bytes, font: create(bytes) };
};
const fonts = { 400: load(fontFiles[400]), 600: load(fontFiles[600]) } as const;

const advances = { 400: new Map<number, number>(), 600: new Map<number, number>() } as const;

/** Sum of the letters' advance widths in points; kerning makes real lines up to 1 % shorter, never longer. */
export const measureText: MeasureText = (text, size, weight) => {
  let ems = 0;
  for (const sign of text) ems += advanceOf(sign.codePointAt(0) ?? 0, weight);
  return ems * size;
};

const advanceOf = (codePoint: number, weight: Weight): number => {
  const known = advances[weight].get(codePoint);
  if (known !== undefined) return known;
  const { font } = fonts[weight];
  const ems = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
  advances[weight].set(codePoint, ems);
  return ems;
};

/**
 * Refuses texts with a sign the font cannot draw: the renderer would leave a hole without a word.
 *
 * @throws Problem `bad-figure` with a fault for each field and sign.
 */
export const checkGlyphs = (texts: Readonly<Record<string, string>>): void => {
  const faults = Object.entries(texts).flatMap(([field, text]): Fault[] =>
    missingSigns(text).map((sign) => ({ field, fault: 'no-glyph', value: sign })),
  );
  if (faults.length > 0) throw new Problem('bad-figure', { faults });
};

const canDraw = (sign: string): boolean => {
  const codePoint = sign.codePointAt(0) ?? 0;
  return Object.values(fonts).every(({ font }) => font.hasGlyphForCodePoint(codePoint));
};

/** Signs of a text that the font cannot draw, each once, in order. */
export const missingSigns = (text: string): string[] =>
  [...new Set(text)].filter((sign) => !canDraw(sign)).sort();

/** A text with `?` for every sign that the font cannot draw. */
export const drawable = (text: string): string =>
  [...text].map((sign) => (canDraw(sign) ? sign : '?')).join('');

/**
 * The letters of `text` in both weights as CSS with WOFF2 inside, so that the file looks the same on a
 * machine without the font.
 */
export const fontFaces = async (text: string): Promise<string> => {
  const letters = [...new Set(text)].sort().join('');
  const faces: string[] = [];
  for (const weight of [400, 600] as const) {
    const subset = await subsetFont(fonts[weight].bytes, letters, {
      targetFormat: 'woff2',
      keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl'],
    });
    const data = Buffer.from(subset).toString('base64');
    faces.push(
      `@font-face{font-family:'${fontFamily}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`,
    );
  }
  return faces.join('');
};
