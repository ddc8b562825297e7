import { describe, expect, it } from 'vitest';
import { agree, type DecidedRow, type VenueDecision } from '#core/offer/venue-decisions.ts';

const rowOf = (id: string): DecidedRow => ({ id, list: 'list', nameLv: id });
let line = 1;
const say = (decision: VenueDecision['decision'], one: string, other: string, keep = one): VenueDecision => {
  line += 1;
  return { row: line, decision, one: rowOf(one), other: rowOf(other), keep };
};
const placesOf = (...decisions: readonly VenueDecision[]) =>
  agree(decisions).decisions.places.map((place) => place.map(({ id }) => id));

describe('decisions', () => {
  it('join pairs into places, the kept row first', () => {
    expect(placesOf(say('same', 'a', 'b', 'b'), say('same', 'c', 'd'))).toEqual([
      ['b', 'a'],
      ['c', 'd'],
    ]);
    expect(placesOf(say('same', 'b', 'c'), say('same', 'a', 'b'))).toEqual([['a', 'b', 'c']]);
    expect(placesOf(say('same', 'a', 'b'), say('same', 'a', 'c'), say('same', 'b', 'c'))).toEqual([
      ['a', 'b', 'c'],
    ]);
  });

  it('keep pairs apart, whatever their order', () => {
    const { decisions, contradictions } = agree([say('different', 'b', 'a'), say('different', 'a', 'b')]);
    expect(decisions.apart.map((pair) => pair.map(({ id }) => id))).toEqual([['a', 'b']]);
    expect(contradictions).toEqual([]);
  });

  it.each([
    [
      'one place that is two',
      [say('same', 'a', 'b'), say('same', 'b', 'c'), say('different', 'a', 'c')],
      'decision',
    ],
    ['two rows to stand for one place', [say('same', 'a', 'b'), say('same', 'c', 'b')], 'keep'],
    ['each before the other', [say('same', 'a', 'b', 'a'), say('same', 'a', 'b', 'b')], 'keep'],
    ['a circle', [say('same', 'a', 'b'), say('same', 'b', 'c'), say('same', 'c', 'a')], 'keep'],
  ] as const)('that contradict each other are named: %s', (_, decisions, about) => {
    const { contradictions } = agree(decisions);
    expect(contradictions).toEqual([{ row: decisions.at(-1)?.row, earlier: decisions[0].row, about }]);
  });
});
