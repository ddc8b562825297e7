import { describe, expect, it } from 'vitest';
import { type AccessQuery, measureIds } from '../../../core/access/answer.ts';
import { words } from '../../../core/language/index.ts';
import { languages } from '../../../core/language/routes.ts';
import { defaultSubtitle, defaultTitle } from '../../../core/map/titles.ts';
import { culturePlaceKinds } from '../../../core/offer/groups.ts';
import { venueKinds } from '../../../core/offer/venue.ts';
import { modes } from '../../../core/roads/street.ts';

const query: AccessQuery = {
  measure: 'nearest',
  offer: { kinds: ['library'] },
  mode: 'car',
  departure: null,
  cutoffMinutes: 30,
  venueStatuses: ['open'],
};
const input = (more: Partial<AccessQuery>) => ({
  query: { ...query, ...more },
  level: 'parishes' as const,
  regionName: 'Tukuma novads',
  venueName: 'Slampes kultūras pils',
});
const lv = (more: Partial<AccessQuery>) => defaultTitle(input(more), words.lv, 'lv');
const en = (more: Partial<AccessQuery>) => defaultTitle(input(more), words.en, 'en');

describe('titles', () => {
  it('agree in gender and case', () => {
    expect(lv({})).toBe('Tuvākā bibliotēka ar automašīnu');
    expect(lv({ offer: { kinds: ['museum'] }, mode: 'foot' })).toBe('Tuvākais muzejs kājām');
    expect(lv({ measure: 'people-within', offer: { kinds: ['theatre'] } })).toBe(
      'Iedzīvotāji, kas 30 minūtēs ar automašīnu sasniedz teātri',
    );
    expect(lv({ measure: 'venues-within', offer: { kinds: ['open-air-stage'] }, cutoffMinutes: 21 })).toBe(
      '21 minūtē ar automašīnu sasniedzamo brīvdabas estrāžu skaits',
    );
    expect(lv({ measure: 'catchment', mode: 'bicycle' })).toBe(
      'Bibliotēku apkalpes teritorijas ar velosipēdu',
    );
  });

  it('name all places of culture, a few kinds, many kinds and one venue', () => {
    expect(lv({ offer: { kinds: culturePlaceKinds } })).toBe('Tuvākā kultūras vieta ar automašīnu');
    expect(en({ offer: { kinds: ['library', 'museum'] } })).toBe('Nearest library or nearest museum by car');
    expect(lv({ offer: { kinds: ['library', 'museum', 'market', 'church'] } })).toBe(
      'Tuvākā izvēlēto veidu vieta ar automašīnu',
    );
    expect(lv({ offer: { venueId: 'slampe' } })).toBe('Ceļš uz vietu „Slampes kultūras pils” ar automašīnu');
  });

  it('leave no gap unfilled for any measure, kind, mode or language', () => {
    for (const language of languages)
      for (const measure of measureIds)
        for (const mode of modes)
          for (const offer of [...venueKinds.map((kind) => ({ kinds: [kind] })), { venueId: 'x' }]) {
            const one = input({ measure, mode, offer });
            const text =
              defaultTitle(one, words[language], language) + defaultSubtitle(one, words[language], language);
            expect(text).not.toMatch(/[{}]|undefined/);
          }
  });
});
