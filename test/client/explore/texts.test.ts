import { describe, expect, it } from 'vitest';
import { words } from '#core/language/index.ts';
import { nextLink } from '../../../client/features/explore/events.ts';
import { findHome } from '../../../client/features/explore/home-options.ts';
import { pinsOf } from '../../../client/features/explore/pins.ts';
import {
  clockOf,
  modelFieldsOf,
  modelledOf,
  priceOf,
  timeOf,
  titleOf,
} from '../../../client/features/explore/texts.ts';
import { listing } from './fixtures.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const { lv, en } = words;

describe('texts of a date', () => {
  it('says the price in its three states', () => {
    const priced = { price: 'priced' as const, priceMinEuro: 3.5, priceMaxEuro: 10 };
    expect(priceOf(listing(), 'lv', lv.events)).toBe('bez maksas');
    expect(plain(priceOf(listing(priced), 'lv', lv.events))).toBe('3,50 €–10 €');
    expect(plain(priceOf(listing({ ...priced, priceMaxEuro: 3.5 }), 'en', en.events))).toBe('€3.50');
    expect(priceOf(listing({ price: 'not-stated' }), 'en', en.events)).toBe('admission not stated');
  });

  it('says when no end is stated', () => {
    expect(plain(timeOf(listing({ endsAt: null }), 'en', en.events))).toBe(
      'Saturday, 24 October 2026, 18:00 (end not stated)',
    );
  });

  it('takes the Latvian title where there is no English one', () => {
    expect(titleOf(listing({ titleEn: null }), 'en')).toBe('Rudens koncerts');
    expect(titleOf(listing(), 'en')).toBe('Autumn concert');
  });

  it('says in a word or two what is modelled, each kind once', () => {
    const fields = ['frequency', 'weekday', 'startTime', 'duration', 'weather'];
    expect(modelledOf(fields, lv.events)).toBe('datums, laiks, weather');
    expect(modelledOf([], lv.events)).toBe('');
  });

  it('shows the hours alone under a day, unless the end is on another', () => {
    expect(clockOf(listing(), 'lv')).toEqual({ start: '18.00', end: '20.00' });
    expect(clockOf(listing({ endsAt: null }), 'en')).toEqual({ start: '18:00', end: null });
    expect(clockOf(listing({ endsAt: '2026-10-25T01:00:00+03:00' }), 'lv')).toBeNull();
  });

  it('names what the model filled in, also a field without words', () => {
    expect(modelFieldsOf(['startTime', 'weather'], lv.events)).toBe('sākuma laiks, weather');
  });
});

describe('pins', () => {
  it('are one per venue with the number of dates there', () => {
    const rows = [
      listing({ id: '1' }),
      listing({ id: '2' }),
      listing({ id: '3', venueId: 'x', lonLat: null }),
      listing({ id: '4', venueId: null }),
    ];
    expect(pinsOf(rows, [])).toEqual([
      {
        venueId: 'slampes-kulturas-pils',
        name: 'Slampes kultūras pils',
        lonLat: [23.15, 56.96],
        count: 2,
        accuracyMetres: null,
      },
    ]);
  });
});

describe('the next link', () => {
  it('keeps path and parameters and forgets the host', () => {
    const href = 'http://inside:3000/api/v1/collections/events/items?cursor=abc&lang=lv';
    expect(nextLink({ links: [{ rel: 'next', href }] })).toBe(
      '/api/v1/collections/events/items?cursor=abc&lang=lv',
    );
    expect(nextLink({ links: [{ rel: 'self', href }] })).toBeUndefined();
  });
});

describe('finding a home by its name', () => {
  const options = [
    { id: 'a', name: 'Slampe', label: 'Slampe, Slampes pagasts' },
    { id: 'b', name: 'Vecmokas', label: 'Vecmokas, Tumes pagasts' },
    { id: 'c', name: 'Vecmokas', label: 'Vecmokas, Zantes pagasts' },
  ];

  it('forgives case and marks', () => {
    expect(findHome(options, ' slampe ')?.id).toBe('a');
    expect(findHome(options, 'vecmokas, zantes pag.')?.id).toBe('c');
  });

  it('does not guess between two of one name', () => {
    expect(findHome(options, 'Vecmokas')).toBeNull();
    expect(findHome(options, 'Nekurene')).toBeNull();
  });
});
