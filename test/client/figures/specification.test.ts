import { expect, test } from 'vitest';
import { figureSpecification } from '#core/contract/figure.ts';
import {
  figureView,
  isDrawable,
  readSpecification,
  specificationOf,
} from '../../../client/features/figures/specification.ts';
import { readSearch, writeSearch } from '../../../client/ui/search-state.ts';

const draft = (search: string) => readSearch(figureView, search).state;

test('every draft that an address can hold is one the API takes', () => {
  for (const search of [
    '',
    'measure=catchment&level=cells&widthMm=400',
    'offer=library,museum&mode=foot',
    'mode=public-transport&date=2026-11-24&from=07:30&windowMinutes=90&percentile=10',
    'ask=event&event=koncerts_20261024T1800&mode=public-transport&startShift=-15&endShift=30',
  ]) {
    expect(isDrawable(draft(search))).toBe(true);
    expect(figureSpecification.safeParse(specificationOf(draft(search))).success).toBe(true);
  }
});

test('an empty text is left to be written, a typed one is trimmed', () => {
  const { title, subtitle } = specificationOf(draft('titleLv=%20Ce%C4%BC%C5%A1%20&subtitleEn=%20'));
  expect(title).toEqual({ lv: 'Ceļš', en: null });
  expect(subtitle).toEqual({ lv: null, en: null });
});

test('a kept specification leads back to the same draft', () => {
  for (const search of [
    'measure=people-within&cutoffMinutes=15&venueStatus=open,unknown&widthMm=200&titleEn=Gaps',
    'mode=public-transport&date=2026-11-24&from=07:30&windowMinutes=90&percentile=10',
    'ask=event&event=koncerts_20261024T1800&mode=foot&startShift=-15&endShift=30&level=parishes',
  ]) {
    const state = draft(search);
    const again = writeSearch(figureView, '', readSpecification(specificationOf(state)));
    expect(draft(again)).toEqual(state);
  }
});

test('nothing is drawn before a day or an event is chosen, which the API would refuse', () => {
  expect(isDrawable(draft('mode=public-transport'))).toBe(false);
  expect(isDrawable(draft('ask=event'))).toBe(false);
  expect(figureSpecification.safeParse(specificationOf(draft('mode=public-transport'))).success).toBe(false);
});
