import { describe, expect, it } from 'vitest';
import { words } from '#core/language/index.ts';
import { wordsOfRegion } from '#core/language/region-words.ts';
import { languages } from '#core/language/routes.ts';

const elsewhere = {
  nameLv: 'Portualegri',
  nameEn: 'Porto Alegre',
  hasShippedData: false,
  focalTown: { territoryId: 'whole', nameLv: 'Centrs', nameEn: 'Centro', lonLat: [-51.2, -30] },
} as const;

describe('words of a region', () => {
  it('stay as they are written where the data ship', () => {
    const region = { ...elsewhere, hasShippedData: true };
    for (const language of languages) {
      expect(wordsOfRegion(words[language], language, region)).toBe(words[language]);
    }
  });

  it('say the names of another one wherever a page names the region', () => {
    const en = wordsOfRegion(words.en, 'en', elsewhere);
    expect(en.common.title).toBe('Culture map: Porto Alegre');
    expect(en.measures['way-to-town']).toBe('Way to the centre “Centro”');
    expect(en.measures.nearest).toBe(words.en.measures.nearest);
    const lv = wordsOfRegion(words.lv, 'lv', elsewhere);
    expect(lv.common.title).toBe('Kultūras karte: Portualegri');
    expect(lv.measures['way-to-town']).toBe('Ceļš uz centru „Centrs”');
    for (const said of [en, lv]) {
      const { access, collections, common, events, measures, shell } = said;
      const read = [common, measures, events.intro, events.nearMeFailed, collections.api, collections.pages];
      const seen = JSON.stringify([...read, access.levelCells, shell.aboutData.names]);
      expect(seen).not.toMatch(/Tukum|1 km|\{region\}/);
    }
  });
});
