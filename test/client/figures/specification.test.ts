import { expect, test } from 'vitest';
import { figureSpecification } from '#core/contract/figure.ts';
import {
  figureView,
  readSpecification,
  specificationOf,
} from '../../../client/features/figures/specification.ts';
import { readSearch, writeSearch } from '../../../client/ui/search-state.ts';

const draft = (search: string) => readSearch(figureView, search).state;

test('every draft that an address can hold is one the API takes', () => {
  for (const search of ['', 'measure=catchment&level=cells&widthMm=400', 'offer=library,museum&mode=foot']) {
    expect(figureSpecification.safeParse(specificationOf(draft(search))).success).toBe(true);
  }
});

test('an empty text is left to be written, a typed one is trimmed', () => {
  const { title, subtitle } = specificationOf(draft('titleLv=%20Ce%C4%BC%C5%A1%20&subtitleEn=%20'));
  expect(title).toEqual({ lv: 'Ceļš', en: null });
  expect(subtitle).toEqual({ lv: null, en: null });
});

test('a kept specification leads back to the same draft', () => {
  const state = draft(
    'measure=people-within&cutoffMinutes=15&venueStatus=open,unknown&widthMm=200&titleEn=Gaps',
  );
  const again = writeSearch(figureView, '', readSpecification(specificationOf(state)));
  expect(draft(again)).toEqual(state);
});
