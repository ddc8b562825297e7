import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choice,
  choices,
  day,
  flag,
  freeText,
  identifier,
  readSearch,
  wholeNumber,
  writeSearch,
} from '../../../client/ui/search-state.ts';

const view = {
  mode: choice(['car', 'foot'] as const, 'car'),
  kinds: choices(['library', 'museum'] as const),
  cutoff: wholeNumber(1, 180, 30),
  free: flag(),
  q: freeText(10),
  home: identifier(),
  from: day(),
};

describe('reading an address', () => {
  it('takes defaults for what is not said', () => {
    expect(readSearch(view, '')).toEqual({
      state: { mode: 'car', kinds: [], cutoff: 30, free: false, q: '', home: '', from: '' },
      rejected: [],
    });
  });

  it('takes what fits', () => {
    const { state, rejected } = readSearch(
      view,
      'mode=foot&kinds=museum,library&cutoff=45&free=1&q=a+b&home=slampe&from=2026-10-24',
    );
    expect(state).toEqual({
      mode: 'foot',
      kinds: ['library', 'museum'],
      cutoff: 45,
      free: true,
      q: 'a b',
      home: 'slampe',
      from: '2026-10-24',
    });
    expect(rejected).toEqual([]);
  });

  it.each([
    'mode=teleport',
    'kinds=library,zoo',
    'cutoff=0',
    'cutoff=181',
    'cutoff=3e1',
    'cutoff=-5',
    'free=yes',
    'q=longer+than+ten+letters',
    'home=a b',
    'home=%00',
    'from=2026-02-30',
    'from=24.10.2026',
  ])('falls back and reports %s', (search) => {
    const { state, rejected } = readSearch(view, search);
    expect(state).toEqual(readSearch(view, '').state);
    expect(rejected.map(({ name }) => name)).toEqual([search.split('=')[0]]);
  });
});

describe('writing an address', () => {
  it('leaves defaults out and parameters of others alone', () => {
    expect(writeSearch(view, 'x=1&mode=foot', { mode: 'car', cutoff: 45 })).toBe('x=1&cutoff=45');
  });

  it('keeps commas and colons readable', () => {
    expect(writeSearch(view, '', { kinds: ['library', 'museum'], q: 'a:b' })).toBe(
      'kinds=library,museum&q=a:b',
    );
  });

  it('gives back what was written, whatever it is', () => {
    const state = fc.record({
      mode: fc.constantFrom('car' as const, 'foot' as const),
      kinds: fc.subarray(['library', 'museum'] as const),
      cutoff: fc.integer({ min: 1, max: 180 }),
      free: fc.boolean(),
      q: fc.string({ maxLength: 10 }),
    });
    fc.assert(
      fc.property(state, (wanted) => {
        const read = readSearch(view, writeSearch(view, '', wanted));
        expect(read.rejected).toEqual([]);
        expect(read.state).toMatchObject(wanted);
      }),
    );
  });
});
