import { describe, expect, it } from 'vitest';
import type { AccessAnswer } from '#core/access/answer.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { alternativeText } from '#core/map/alternative-text.ts';
import type { Level } from '#core/map/scene/subject.ts';
import { answer } from './fixture.ts';

const say = (level: Level, language: Language, more: Partial<AccessAnswer> = {}) =>
  alternativeText(
    {
      title: 'T',
      subtitle: 'S',
      regionName: language === 'lv' ? 'Skuju novads' : 'Skujas Municipality',
      level,
      answer: { ...answer, ...more },
      isModel: false,
    },
    words[language],
    language,
  ).replaceAll('\u00a0', ' ');

describe('the text for those who do not see the figure', () => {
  const total = { ...answer.total, value: 1.94 };

  it('gives the whole region the number of the page, and calls it a median', () => {
    expect(say('parishes', 'lv', { total })).toContain('Skuju novads kopā: mediāna 1,9 min;');
    expect(say('cells', 'en', { total })).toContain('Skujas Municipality as a whole: median 1.9 min;');
    const percent = { unit: 'percent', total: { ...total, value: 98.64 } } as const;
    expect(say('parishes', 'en', percent)).toContain('as a whole: 98.6% of the residents;');
    const venues = { unit: 'venues', total: { ...total, value: 2.71 } } as const;
    expect(say('parishes', 'lv', venues)).toContain('kopā: vidēji 2,7;');
  });

  it('names the best and the worst parish by their medians', () => {
    expect(say('parishes', 'en')).toMatch(
      /Best value: Kandava \(median 0\.0 min\); worst: .+ Parish \(median/,
    );
    expect(say('parishes', 'en')).not.toContain('cell');
  });

  it('names the farthest cell that is drawn, not a parish', () => {
    const { cells } = answer;
    const at = cells.id.indexOf('1kmX457Y300');
    const value = cells.value.map((one, i) => (i === at ? 120.5 : one));
    const farthest = { cellId: '1kmX457Y300', settlement: 'Ķeguma', value: 120.5 };
    const alone = { cells: { ...cells, value }, total: { ...total, farthest } };
    expect(say('cells', 'en', alone)).toContain(
      'Worst value: 120.5 min, in the 1 km cell nearest to Ķeguma (Džūkste Parish).',
    );
    expect(say('cells', 'lv', alone)).toContain(
      'Sliktākā vērtība: 120,5 min, 1 km šūnā, kurai tuvākā apdzīvotā vieta ir Ķeguma (Džūkstes pagasts).',
    );
    expect(say('cells', 'en', alone)).not.toContain('Best value');
  });

  it('counts the cells that share the worst value, and those without one by their reasons', () => {
    const worst = answer.total.farthest?.value;
    const sharing = answer.cells.value.filter((one) => one === worst).length;
    expect(sharing).toBeGreaterThan(1);
    expect(say('cells', 'en')).toContain(` min, in ${sharing} cells.`);
    const blank = answer.cells.reason.filter((one) => one === 'no-route').length;
    expect(say('cells', 'en')).toContain(
      `Cells without a value: ${words.en.reasons['no-route']} – ${blank}.`,
    );
  });
});
