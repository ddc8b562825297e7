import '../with-words.ts';
import { expect, test } from 'vitest';
import { blankGroups, findCell } from '../../../client/features/access/cells.ts';
import {
  difference,
  formatBare,
  formatDecimal,
  formatDifference,
  formatValue,
} from '../../../client/features/access/values.ts';
import { cells, island } from '../../toytown/toytown.ts';
import { toyAnswer } from './toy-answers.ts';

test('values carry their unit, and a decimal in the language', () => {
  expect(formatValue('lv', 'min', 27.04, null)).toBe('27,0\u00a0min');
  expect(formatValue('en', 'min', 27.06, null)).toBe('27.1\u00a0min');
  expect(formatValue('lv', 'percent', 64.2, null)).toBe('64,2\u00a0%');
  expect(formatValue('en', 'venues', 3, null)).toBe('3');
  expect(formatDecimal('lv', 0.04)).toBe('0,0');
});

test('a value never reads as if it stood in another class', () => {
  expect(formatBare('lv', 'min', 15.02, null)).toBe('15,02');
  expect(formatBare('lv', 'min', 14.98, null)).toBe('15,0');
  expect(formatValue('en', 'percent', 25.04, null)).toBe('25.04%');
  expect(formatValue('en', 'venues', 0.03, null)).toBe('0.03');
  expect(formatValue('en', 'min', 20.04, null)).toBe('20.0\u00a0min');
  expect(formatValue('en', 'min', 20.04, null, [20])).toBe('20.04\u00a0min');
});

test('a blank is never 0 and never without its reason', () => {
  expect(formatValue('lv', 'min', null, 'unsnapped')).toBe('– (vieta ir pārāk tālu no ceļa)');
  expect(formatBare('en', 'min', null, 'no-offer')).toBe('– (there is no such venue)');
  expect(formatBare('en', 'min', null, null)).toBe('– (no value)');
});

test('a difference has a sign, none when it rounds to nothing, and is blank beside a blank', () => {
  expect(formatDifference('lv', difference(10, 22.5) ?? 0)).toBe('+12,5');
  expect(formatDifference('en', difference(22, 19) ?? 0)).toBe('−3.0');
  expect(formatDifference('en', -0.04)).toBe('0.0');
  expect(difference(null, 3)).toBeNull();
  expect(difference(3, null)).toBeNull();
});

test('blanks are counted by reason with the residents behind them', () => {
  expect(blankGroups(toyAnswer())).toEqual([{ reason: 'unsnapped', cells: 1, people: 2 ** 26 }]);
  const nowhere = blankGroups(toyAnswer('nearest', []));
  expect(nowhere.reduce((sum, group) => sum + group.people, 0)).toBe(
    cells.reduce((sum, cell) => sum + cell.people, 0),
  );
});

test('a cell is found with its territory; an unknown one is not', () => {
  const answer = toyAnswer();
  expect(findCell(answer, island)).toMatchObject({
    people: 2 ** 26,
    territoryId: 'west-parish',
    value: null,
    reason: 'unsnapped',
    venue: null,
  });
  expect(findCell(answer, '1kmX1Y1')).toBeNull();
});
