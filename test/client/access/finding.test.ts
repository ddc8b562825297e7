import '../with-words.ts';
import { expect, test } from 'vitest';
import type { AccessAnswer } from '#core/access/answer.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { findingOf } from '../../../client/features/access/finding.ts';
import { toyAnswer } from './toy-answers.ts';

const say = (answer: AccessAnswer, language: Language = 'lv') =>
  findingOf(answer, { venues: [], words: words[language], language }).replaceAll('\u00a0', ' ');

/** The toy answer with other values and residents in its cells, and a median and blanks to go with them. */
const answerWith = (
  measure: AccessAnswer['query']['measure'],
  cells: readonly (readonly [value: number | null, people: number])[],
  value: number | null,
): AccessAnswer => {
  const answer = toyAnswer(measure);
  const sum = (some: typeof cells) => some.reduce((total, [, people]) => total + people, 0);
  return {
    ...answer,
    cells: { ...answer.cells, value: cells.map(([one]) => one), people: cells.map(([, people]) => people) },
    total: {
      ...answer.total,
      value,
      reason: value === null ? 'no-route' : null,
      people: sum(cells),
      peopleBlank: sum(cells.filter(([one]) => one === null)),
    },
  };
};

test('minutes: how far for half, then for how many beyond 15 and 30 minutes, exactly 15 not counted', () => {
  const answer = answerWith(
    'nearest',
    [
      [1.94, 900],
      [15, 60],
      [15.1, 39],
      [31, 1],
    ],
    1.94,
  );
  expect(say(answer)).toBe(
    'Novadā pusei iedzīvotāju tuvākā bibliotēka ar automašīnu ir ne tālāk par 1,9 min; ' +
      'tālāk par 15 min – 40 iedzīvotājiem (4 %), tālāk par 30 min – 1 iedzīvotājam (0,1 %).',
  );
  expect(say(answer, 'en')).toBe(
    'For half of the residents the nearest library is at most 1.9 min away by car; ' +
      'more than 15 min away for 40 residents (4%), more than 30 min away for 1 resident (0.1%).',
  );
});

test('where nobody is beyond 15 minutes, 30 are not spoken of; blanks are counted apart', () => {
  const answer = answerWith(
    'way-to-town',
    [
      [9, 79],
      [null, 21],
    ],
    9,
  );
  expect(say(answer)).toBe(
    'Novadā pusei iedzīvotāju ceļš uz Tukumu ar automašīnu ir ne ilgāks par 9,0 min; ' +
      'ilgāks par 15 min – nevienam. Bez vērtības: 21 iedzīvotājs (21 %).',
  );
});

test('a median that is blank is said with its reason, never as a number', () => {
  expect(say(answerWith('nearest', [[null, 10]], null))).toBe(
    'Novadā vismaz pusei iedzīvotāju vērtības nav: ar šo pārvietošanās veidu ceļa nav.',
  );
});

test('shares and counts name those who reach nothing', () => {
  const shares = answerWith(
    'people-within',
    [
      [100, 90],
      [0, 10],
    ],
    90,
  );
  expect(say(shares)).toBe(
    '30 minūtēs ar automašīnu bibliotēku sasniedz 90 % novada iedzīvotāju; nesasniedz 10 iedzīvotāju (10 %).',
  );
  const counts = answerWith(
    'venues-within',
    [
      [3, 99],
      [0, 1],
    ],
    2.97,
  );
  expect(say(counts, 'en')).toBe(
    'Within 30 minutes by car a resident reaches 3 libraries on average; 1 resident (1%) reaches none.',
  );
});

test('of catchments the largest is named', () => {
  expect(say(toyAnswer('catchment'), 'en')).toMatch(
    /The largest catchment by residents: .+, [\d.,]+ residents? \(\d/,
  );
});
