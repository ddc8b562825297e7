import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlaceName } from '#core/offer/place-name.ts';
import { findSamePlaces, pairKey } from '#core/offer/same-place.ts';
import type { Venue } from '#core/offer/venue.ts';
import { measure, readLabels, shippedVenues } from './same-place-labels.ts';

const base = readLabels('first-half').venues[0] as Venue;
let made = 0;
const venue = (nameLv: string, about: Partial<Venue> = {}): Venue => {
  made += 1;
  return { ...base, id: `v${made}`, list: `list-${made}`, nameLv, address: null, settlement: null, ...about };
};
const at = (east: number, accuracyMetres = 1): Venue['position'] => ({
  state: accuracyMetres > 50 ? 'approximate' : 'exact',
  lonLat: [23.155 + east / 60_800, 56.9669],
  accuracyMetres,
  method: 'test',
});
/** Among the shipped venues, so that words weigh as they do in truth. */
const pairOf = (a: Venue, b: Venue) =>
  findSamePlaces([...shippedVenues, a, b]).find(
    ({ keep, other }) => pairKey(keep.id, other.id) === pairKey(a.id, b.id),
  );

describe('names', () => {
  it.each([
    ['Slampes KN', 'Slampes kultūras nams'],
    ['Slampes K/N', 'Slampes Kultūras centrs'],
    ['Lapmežciema TN', 'Lapmežciema tautas nams'],
    ['Tumes pag. bibl.', 'Tumes pagasta bibliotēka'],
    ['Mākslas galerija “Durvis”', 'Galerija „DURVIS”'],
    ['Zemītes ev. lut. baznīca', 'Zemītes evaņģēliski luteriskā baznīca'],
    ['Durbes estrāde', 'Brīvdabas estrāde “Durbe”'],
    ['Lazdu bibliotēka (slēgta)', 'Lazdu bibliotēka'],
  ])('%s is taken apart as %s', (one, other) => {
    expect(readPlaceName(one).own.toSorted()).toEqual(readPlaceName(other).own.toSorted());
    expect(readPlaceName(one).house).toBe(readPlaceName(other).house);
  });

  it('in the genitive of a parish have the stem of the village', () => {
    const pairs = [
      ['Slampes', 'Slampe'],
      ['Tukuma', 'Tukums'],
      ['Jaunsātu', 'Jaunsāti'],
      ['Lapmežciema', 'Lapmežciems'],
      ['Viesatu', 'Viesatas'],
      ['Kukšu', 'Kukšas'],
    ];
    for (const [unit = '', village = ''] of pairs) {
      expect(readPlaceName(unit).own, unit).toEqual(readPlaceName(village).own);
    }
  });
});

describe('places that look alike', () => {
  it('are one with one name, kind, unit and spot', () => {
    const found = pairOf(venue('Džūkstes KN'), venue('Džūkstes kultūras nams', { position: base.position }));
    expect(found).toMatchObject({
      score: 1,
      distanceMetres: 0,
      reasons: ['same-name', 'near', 'same-unit', 'same-kind'],
    });
  });

  it('are as alike as the worked example of the method says', () => {
    const shipped = shippedVenues.find(({ id }) => id === 'irlavas-kulturas-nams') as Venue;
    const position = { ...base.position, lonLat: [22.994, 56.876] } as Venue['position'];
    const official = venue('Irlavas KN', { territoryId: 'irlavas-pagasts', position });
    const [found, ...others] = findSamePlaces([...shippedVenues, official]);
    expect(found).toMatchObject({ keep: official, other: shipped, score: 0.95 });
    expect(others).toEqual([]);
  });

  it('are one with one ISIL, whatever they are called', () => {
    const library = { kind: 'library', isil: 'LV-X1' } as const;
    expect(
      pairOf(venue('Centrālā', library), venue('Galvenā', { ...library, position: at(5000) })),
    ).toMatchObject({
      score: 0.9,
      reasons: ['same-isil', 'same-unit', 'same-kind'],
    });
  });

  it.each([
    [
      'library and culture house of one village',
      'Tumes bibliotēka',
      'library',
      'Tumes kultūras nams',
      'culture-centre',
    ],
    ['first and second library', 'Irlavas 1. bibliotēka', 'library', 'Irlavas 2. bibliotēka', 'library'],
    [
      'library of the town and of the parish',
      'Kandavas pilsētas bibliotēka',
      'library',
      'Kandavas pagasta bibliotēka',
      'library',
    ],
    ['museum and art museum in one house', 'Tukuma muzejs', 'museum', 'Tukuma Mākslas muzejs', 'museum'],
    [
      'music and art school',
      'Tukuma Mūzikas skola',
      'culture-school',
      'Tukuma Mākslas skola',
      'culture-school',
    ],
    ['castle and the museum in it', 'Jaunpils pils', 'event-place', 'Jaunpils muzejs', 'museum'],
    [
      'two nameless halls of two villages',
      'Sātu tautas nams',
      'culture-centre',
      'Irlavas tautas nams',
      'culture-centre',
    ],
  ] as const)('are two: %s', (_, one, kind, other, otherKind) => {
    expect(pairOf(venue(one, { kind }), venue(other, { kind: otherKind }))).toBeUndefined();
  });

  it('are two where they lie farther apart than their positions allow', () => {
    const exact = (east: number) =>
      pairOf(venue('Paraugu klubs', { position: at(0) }), venue('Paraugu klubs', { position: at(east) }));
    const rough = (east: number) =>
      pairOf(
        venue('Paraugu klubs', { position: at(0, 3000) }),
        venue('Paraugu klubs', { position: at(east) }),
      );
    expect([exact(100) !== undefined, exact(5000) !== undefined]).toEqual([true, false]);
    expect([rough(2900) !== undefined, rough(9000) !== undefined]).toEqual([true, false]);
  });

  it('without a name of their own are one only at the very spot', () => {
    const hall = (east: number, accuracy = 1) =>
      pairOf(
        venue('Kultūras nams', { position: at(0) }),
        venue('Tukuma pilsētas kultūras nams', { position: at(east, accuracy) }),
      );
    expect(hall(30)).toMatchObject({ reasons: ['unnamed', 'near', 'same-unit', 'same-kind'] });
    expect(hall(600)).toBeUndefined();
    expect(hall(30, 300), 'a village point is no spot').toBeUndefined();
  });

  it('are told to keep the exact and official row', () => {
    const rough = venue('Pūres klubs', { list: 'shipped', position: at(0, 400) });
    const exact = venue('Pūres klubs', { position: at(50) });
    const mapped = venue('Pūres klubs', { id: 'osm-node-1', position: at(60) });
    expect(pairOf(rough, exact)?.keep.id).toBe(exact.id);
    expect(pairOf(mapped, exact)?.keep.id).toBe(exact.id);
  });

  it('are not asked again once decided', () => {
    const [a, b] = [venue('Paraugu klubs'), venue('Paraugu klubs')];
    expect(findSamePlaces([a, b])).toHaveLength(1);
    expect(findSamePlaces([a, b], new Set([pairKey(b.id, a.id)]))).toEqual([]);
  });

  it('are the same pairs whatever the order of the rows', () => {
    const { venues } = readLabels('first-half');
    const all = [...shippedVenues, ...venues];
    const told = (rows: readonly Venue[]) =>
      findSamePlaces(rows).map(({ keep, other, score }) => `${keep.id} ${other.id} ${score}`);
    const expected = told(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(told(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

describe('against names that were judged by hand', () => {
  it('finds no two rows of the shipped list to be one place', () => {
    expect(findSamePlaces(shippedVenues)).toEqual([]);
  });

  // docs/methods/same-place.md quotes these counts.
  it.each([
    ['first-half', { suggested: 24, right: 24, of: 25, wrong: 0 }],
    ['second-half', { suggested: 35, right: 35, of: 36, wrong: 0 }],
  ] as const)('is as right as the method says: %s', (half, counts) => {
    const { venues, truth } = readLabels(half);
    expect(measure(findSamePlaces([...shippedVenues, ...venues]), truth)).toEqual(counts);
  });
});
