import { expect, test } from 'vitest';
import { words } from '#core/language/index.ts';
import { answerTitle, offerName, offerOptions } from '../../../client/features/access/offers.ts';
import { toyAnswer } from './toy-answers.ts';

const venue = (id: string, nameLv: string, kind: 'library' | 'museum') => ({
  id,
  properties: { nameLv, nameEn: null, kind },
});
const venues = [venue('z', 'Zantes bibliotēka', 'library'), venue('c', 'Cēres muzejs', 'museum')];
const lv = { venues, words: words.lv, language: 'lv' as const };

test('the menu offers everything, the kinds there are, and each venue in Latvian order', () => {
  expect(offerOptions('culture', lv).map(({ value }) => value)).toEqual([
    'culture',
    'library',
    'museum',
    'venue:c',
    'venue:z',
  ]);
});

test('an offer that the menu does not hold stands first, so that a link keeps its view', () => {
  const [first] = offerOptions('library,museum', lv);
  expect(first).toEqual({ value: 'library,museum', label: 'bibliotēka, muzejs' });
  expect(offerName('venue:z', lv)).toBe('Zantes bibliotēka');
  expect(offerName('venue:gone', lv)).toBe('gone');
});

test('an answer is called on the page what its figure is called', () => {
  expect(answerTitle(toyAnswer(), lv)).toBe('Tuvākā bibliotēka ar automašīnu');
  expect(
    answerTitle(toyAnswer('way-to-town', 'focal-town'), { ...lv, words: words.en, language: 'en' }),
  ).toBe('Way to Tukums by car');
});
