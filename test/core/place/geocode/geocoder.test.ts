import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address } from '#core/place/address.ts';
import { createIndexBuilder } from '#core/place/geocode/build-index.ts';
import { createGeocoder, type Hit } from '#core/place/geocode/geocoder.ts';
import { labelOf, latvia, oneMunicipality, syntheticAddresses } from '../../../official/addresses.ts';
import { createOracle } from './oracle.ts';

const geocoderOf = (addresses: readonly Address[], kind: Address['kind'] = 'house') => {
  const builder = createIndexBuilder(kind);
  for (const address of addresses) builder.add(address);
  // As it travels.
  return createGeocoder([JSON.parse(JSON.stringify(builder.finish()))]);
};

const isAt = (address: Address, hit: Hit | undefined): boolean =>
  hit !== undefined &&
  Math.abs(hit.lonLat[0] - address.lonLat[0]) < 1e-5 &&
  Math.abs(hit.lonLat[1] - address.lonLat[1]) < 1e-5;

const addresses = [...syntheticAddresses(3000, oneMunicipality)];
const geocoder = geocoderOf(addresses);
const anyAddress = fc.constantFrom(...addresses);

/** One letter wrong: left out, doubled, replaced or swapped with the next. */
const withTypo = (word: string, at: number, how: number): string => {
  const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  const changed = [
    after,
    letter + letter + after,
    `x${after}`,
    `${after[0] ?? ''}${letter}${after.slice(1)}`,
  ];
  return before + (changed[how % 4] ?? '');
};

describe('laws of finding addresses', () => {
  it('every address finds itself first, by what stands on a letter', () => {
    for (const address of addresses) {
      const [first] = geocoder.search(labelOf(address));
      expect(isAt(address, first), labelOf(address)).toBe(true);
      expect(first).toMatchObject({ exactness: 'house', unmatched: [] });
    }
  });

  it('marks, case, quotes and commas do not matter', () => {
    fc.assert(
      fc.property(anyAddress, fc.boolean(), (address, isLoud) => {
        const bare = labelOf(address).normalize('NFD').replace(/\p{M}/gu, '').replace(/[",]/g, ' ');
        const text = isLoud ? bare.toUpperCase() : bare.toLowerCase();
        const scores = (asked: string) => geocoder.search(asked).map(({ score }) => score);
        expect(scores(text)).toEqual(scores(labelOf(address)));
      }),
    );
  });

  it('with one wrong letter an address is still among the first three', () => {
    fc.assert(
      fc.property(anyAddress, fc.nat(), fc.nat(), fc.nat(), (address, nth, at, how) => {
        const words = labelOf(address).replace(/["]/g, '').split(' ');
        const long = words.flatMap((word, i) => (/^\p{L}{5,},?$/u.test(word) ? [i] : []));
        const i = long[nth % long.length] ?? 0;
        const word = words[i] ?? '';
        const inside = 1 + (at % Math.max(1, word.replace(',', '').length - 2));
        const text = words.with(i, withTypo(word, inside, how)).join(' ');
        const hits = geocoder.search(text);
        const own = hits.find((hit) => isAt(address, hit));
        // Names one letter apart ("Āpšītes", "Apšītes", "Ošītes") are equally meant: only better ones count.
        const before = hits.filter(({ score }) => score < (own?.score ?? 0) - 1e-6);
        expect(own, `${text} for ${labelOf(address)}`).toBeDefined();
        expect(before.length, `${text} for ${labelOf(address)}`).toBeLessThan(3);
      }),
      { numRuns: 500 },
    );
  });

  it('tells farms apart by their marks alone, and takes the same farm of the place names for it', () => {
    const [one] = addresses;
    if (one === undefined) throw new Error('no addresses');
    const farm = (id: string, name: string, lon: number): Address => ({
      ...one,
      id,
      name,
      street: null,
      village: null,
      lonLat: [lon, 57],
    });
    const two = geocoderOf([farm('1', 'Apšītes', 23), farm('2', 'Āpšītes', 23.1)]);
    expect(two.search('ašītes').map(({ parts }) => parts[0])).toEqual(['Apšītes', 'Āpšītes']);
    const register = createIndexBuilder('house');
    register.add(farm('1', 'Apšītes', 23));
    const names = createIndexBuilder('place-name');
    names.add({ ...farm('3', 'Apšites', 23), kind: 'place-name' });
    const both = createGeocoder([register.finish(), names.finish()]);
    expect(both.search('apšītes').map(({ kind, parts }) => [kind, parts[0]])).toEqual([['house', 'Apšītes']]);
  });

  it('scores as the method says, whatever is asked: the best of everything there is', () => {
    const few = [...syntheticAddresses(120, { ...latvia, municipalities: 3, parishesIn: 3 }, 7)];
    const small = geocoderOf(few);
    const oracle = createOracle(few);
    const parts = few.flatMap((address) => labelOf(address).split(/[ ,"]+/)).filter((word) => word !== '');
    const anyWord = fc.oneof(
      fc.constantFrom(...parts),
      fc
        .tuple(fc.constantFrom(...parts), fc.nat(), fc.nat())
        .map(([word, at, how]) => withTypo(word, at % word.length, how)),
      fc
        .tuple(fc.constantFrom(...parts), fc.nat())
        .map(([word, to]) => word.slice(0, 1 + (to % word.length))),
    );
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1, maxLength: 6 }), (words) => {
        const text = words.join(' ');
        const best = small.search(text)[0]?.score ?? 0.6;
        expect(best).toBeCloseTo(oracle(text), 5);
      }),
      { numRuns: 6000 },
    );
  });

  it('one question leaves nothing behind for the next', () => {
    fc.assert(
      fc.property(anyAddress, anyAddress, (one, other) => {
        const before = geocoder.search(labelOf(one));
        geocoder.search(labelOf(other));
        expect(geocoder.search(labelOf(one))).toEqual(before);
      }),
    );
  });
});

const address = (name: string, more: Partial<Address>): Address => ({
  id: '1',
  kind: 'house',
  name,
  street: null,
  village: null,
  unit: 'Zentenes pagasts',
  municipality: 'Tukuma novads',
  postcode: null,
  territoryId: null,
  lonLat: [23, 57],
  ...more,
});
const harmonijas = { street: 'Harmonijas iela', unit: 'Tukums' };
const world = [
  address('7', { ...harmonijas, lonLat: [23.15, 56.96], territoryId: 'tukums', postcode: 'LV-3101' }),
  address('7A', { ...harmonijas, lonLat: [23.151, 56.961] }),
  address('7 k-2', { ...harmonijas, lonLat: [23.152, 56.962] }),
  address('12', { ...harmonijas, lonLat: [23.153, 56.963] }),
  address('7/9', { street: 'Skolas iela', unit: 'Tukums', lonLat: [23.16, 56.97] }),
  address('Bisnieki', { lonLat: [22.9, 57.1] }),
  address('Bērzi', { lonLat: [22.91, 57.11] }),
  address('Bērzi', { unit: 'Slampes pagasts', lonLat: [23.2, 56.85] }),
  address('Vec Ozoli', { lonLat: [22.92, 57.12] }),
  address('Jaunkalni', { lonLat: [22.93, 57.13] }),
];
const inWorld = geocoderOf(world);
const first = (text: string) => {
  const [hit] = inWorld.search(text);
  return hit === undefined ? null : `${hit.parts[0]}, ${hit.parts[1]} (${hit.exactness})`;
};

describe('what people write', () => {
  it.each([
    ['Harmonijas iela 7, Tukums', 'Harmonijas iela 7, Tukums (house)'],
    ['harmonijas 7', 'Harmonijas iela 7, Tukums (house)'],
    ['Harmonijas ielā 7, Tukumā', 'Harmonijas iela 7, Tukums (house)'],
    ['Harmonijas iela 7a', 'Harmonijas iela 7A, Tukums (house)'],
    ['Harmonijas iela 7 A', 'Harmonijas iela 7A, Tukums (house)'],
    ['Harmonijas 7 k-2', 'Harmonijas iela 7 k-2, Tukums (house)'],
    ['Harmonijas 7 korp. 2', 'Harmonijas iela 7 k-2, Tukums (house)'],
    ['Harmonijas iela 7-15, Tukums', 'Harmonijas iela 7, Tukums (house)'],
    ['Harmonijas iela 7, Tukums, Tukuma nov., LV-3101', 'Harmonijas iela 7, Tukums (house)'],
    ['Skolas 7/9', 'Skolas iela 7/9, Tukums (house)'],
    ['Harmonijas iela 12b', 'Harmonijas iela 12, Tukums (other-number)'],
    ['Harmonijas iela 45', 'Harmonijas iela, Tukums (street)'],
    ['Harm', 'Harmonijas iela, Tukums (street)'],
    ['Hramonijas iela 12', 'Harmonijas iela 12, Tukums (house)'],
    ['Bisnieki, Zentene', 'Bisnieki, Zentenes pagasts (house)'],
    ['bisnieki zentenes pag', 'Bisnieki, Zentenes pagasts (house)'],
    ['“Bisnieki”, Zentenes pag., Kandavas nov., LV-3123', 'Bisnieki, Zentenes pagasts (house)'],
    ['bisneiki', 'Bisnieki, Zentenes pagasts (house)'],
    ['Bērzi, Slampes pag.', 'Bērzi, Slampes pagasts (house)'],
    ['vecozoli', null],
    ['Vec Ozoli', 'Vec Ozoli, Zentenes pagasts (house)'],
    ['jaun kalni', 'Jaunkalni, Zentenes pagasts (house)'],
    ['Tukums', 'Tukums, Tukuma novads (unit)'],
    ['Kaut kas cits', null],
    ['7', null],
    ['', null],
    [' ,."-', null],
  ])('%s', (text, found) => {
    expect(first(text)).toBe(found);
  });

  it('of two farms of one name both are offered, and the parish makes it one', () => {
    const both = inWorld.search('bērzi').filter(({ exactness }) => exactness === 'house');
    expect(both.map(({ parts }) => parts[1])).toEqual(['Slampes pagasts', 'Zentenes pagasts']);
    expect(both[0]?.score).toBe(both[1]?.score);
    const [one, other] = inWorld.search('bērzi zentene');
    expect(one?.parts[1]).toBe('Zentenes pagasts');
    expect((other?.score ?? 1) - (one?.score ?? 0)).toBeGreaterThan(0.2);
  });

  it('says what is not in what was found, how exact it is, and where it belongs', () => {
    expect(inWorld.search('Harmonijas iela 7, Tukums')[0]).toEqual({
      score: 0,
      exactness: 'house',
      kind: 'house',
      parts: ['Harmonijas iela 7', 'Tukums', 'Tukuma novads'],
      lonLat: [23.15, 56.96],
      accuracyMetres: 25,
      territoryId: 'tukums',
      unmatched: [],
    });
    const [street] = inWorld.search('Harmonijas iela 45, Tukums');
    expect(street).toMatchObject({ exactness: 'street', unmatched: ['45'], lonLat: [23.1515, 56.9615] });
    // The farthest of its houses is 0.0015 degrees away both ways: 91 m east, 167 m north.
    expect(street?.accuracyMetres).toBeGreaterThan(187);
    expect(street?.accuracyMetres).toBeLessThan(195);
  });

  it('of the register and the place names the register is told, once', () => {
    const builders = (['house', 'place-name'] as const).map((kind) => {
      const builder = createIndexBuilder(kind);
      builder.add(address('Bisnieki', { kind, lonLat: kind === 'house' ? [22.9, 57.1] : [22.901, 57.101] }));
      return builder.finish();
    });
    const hits = createGeocoder(builders.reverse())
      .search('bisnieki')
      .filter(({ exactness }) => exactness === 'house');
    expect(hits).toMatchObject([{ kind: 'house', lonLat: [22.9, 57.1] }]);
  });

  it('the same name in the same place is taken once', () => {
    const builder = createIndexBuilder('house');
    expect(builder.add(address('Bisnieki', {}))).toBe(true);
    expect(builder.add(address('Bisnieki', { id: '2' }))).toBe(false);
    expect(builder.size).toBe(1);
  });

  it('a place gets the point that the register states for it', () => {
    const builder = createIndexBuilder('house');
    builder.add(address('Bisnieki', { village: 'Zentene' }));
    builder.place({
      municipality: 'Tukuma novads',
      unit: 'Zentenes pagasts',
      village: 'Zentene',
      street: null,
      lonLat: [22.8, 57.2],
    });
    expect(createGeocoder([builder.finish()]).search('zentene')[0]).toMatchObject({
      exactness: 'village',
      lonLat: [22.8, 57.2],
    });
  });
});
