import { describe, expect, it } from 'vitest';
import { words } from '#core/language/index.ts';
import { languages } from '#core/language/routes.ts';
import { checkGlyphs, fontFaces, measureText } from '#server/figures/fonts.ts';

describe('the fonts of figures', () => {
  it('have every Latvian letter and every sign figures use', () => {
    const signs = 'āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ „“”–—≤≥<>°′€§·\u00a0';
    expect(() => checkGlyphs({ signs })).not.toThrow();
  });

  it('have every letter of every word of both languages', () => {
    for (const language of languages)
      expect(() => checkGlyphs({ [language]: JSON.stringify(words[language].figures) })).not.toThrow();
  });

  it('measure what is drawn: wider in bold, in proportion to the size', () => {
    const width = measureText('Šķūņu pagasts', 10, 400);
    expect(width).toBeGreaterThan(45);
    expect(width).toBeLessThan(75);
    expect(measureText('Šķūņu pagasts', 20, 400)).toBeCloseTo(2 * width, 6);
    expect(measureText('Šķūņu pagasts', 10, 600)).toBeGreaterThan(width);
  });

  it('are subset to the same bytes every time, small enough to travel in each file', async () => {
    const css = await fontFaces('Tuvākā bibliotēka ar automašīnu');
    expect(await fontFaces('Tuvākā bibliotēka ar automašīnu')).toBe(css);
    expect(css.match(/@font-face/g)).toHaveLength(2);
    expect(css.length).toBeLessThan(40_000);
    expect(css).not.toMatch(/https?:/);
  });
});
