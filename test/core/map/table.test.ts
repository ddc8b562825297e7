import { expect, it } from 'vitest';
import type { AccessAnswer, Classes } from '../../../core/access/answer.ts';
import { classColumns } from '../../../core/access/class-columns.ts';
import { minuteClasses, percentClasses, venueCountClasses } from '../../../core/access/classes.ts';
import { words } from '../../../core/language/index.ts';
import { type Language, languages } from '../../../core/language/routes.ts';
import { columnTitle, figureCells, figureTable } from '../../../core/map/table.ts';

const row = {
  id: 'a',
  nameLv: 'A pagasts',
  nameEn: 'A Parish',
  people: 10,
  value: 12.25,
  reason: null,
  km: 9,
};
const counts = { peopleByClass: [6, 4, 0, 0, 0], peopleBlank: 0, farthest: null };

const answer: AccessAnswer = {
  query: {
    measure: 'nearest',
    offer: { kinds: ['library'] },
    mode: 'car',
    departure: null,
    cutoffMinutes: 30,
    venueStatuses: ['open'],
  },
  unit: 'min',
  classes: minuteClasses,
  cells: {
    ring: null,
    id: [],
    people: [],
    territory: [],
    value: [],
    reason: [],
    minutes: [],
    km: [],
    venue: [],
  },
  territories: [{ ...row, ...counts, mainVenue: { venue: 0, percent: 60 } }],
  total: { ...row, ...counts, id: 'all', mainVenue: null },
  venues: [
    {
      id: 'v',
      nameLv: 'V bibliotēka',
      nameEn: 'V',
      lonLat: [23, 57],
      people: 6,
      medianMinutes: 5,
      farthest: null,
    },
  ],
  leftOut: { byStatus: {}, withoutPosition: 0, unsnapped: 0 },
};
const table = figureTable(answer);

it('keeps the numbers unrounded, the region last, and one value for each column', () => {
  expect(table.rows.map(([id]) => id)).toEqual(['a', 'all']);
  for (const values of table.rows) expect(values).toHaveLength(table.columns.length);
  const first = Object.fromEntries(table.columns.map((column, i) => [column, table.rows[0]?.[i]]));
  expect(first).toMatchObject({
    value: 12.25,
    peopleTo15Minutes: 6,
    peopleOver15To30Minutes: 4,
    peopleOver60Minutes: 0,
    mainVenue: 'V bibliotēka',
  });
});

it('has a title for every column in both languages', () => {
  for (const language of languages)
    for (const column of table.columns)
      expect(columnTitle(column, words[language], language)).not.toBe(column);
});

it('names a class by both its limits, so that it does not read as everything up to the upper one', () => {
  const titles = (classes: Classes, language: Language) =>
    classColumns(classes).map((column) =>
      columnTitle(column, words[language], language).replaceAll('\u00a0', ' '),
    );
  expect(titles(minuteClasses, 'lv')).toEqual([
    'Iedzīvotāji ≤ 15 min',
    'Iedzīvotāji 15–30 min',
    'Iedzīvotāji 30–45 min',
    'Iedzīvotāji 45–60 min',
    'Iedzīvotāji > 60 min',
  ]);
  expect(titles(percentClasses, 'en').slice(0, 3)).toEqual([
    'Residents 0%',
    'Residents > 0–25%',
    'Residents 25–50%',
  ]);
  expect(titles(venueCountClasses, 'en')).toEqual([
    'Residents 0',
    'Residents 1',
    'Residents 2–3',
    'Residents 4–9',
    'Residents > 9',
  ]);
});

it('has a title for every column of the cells', () => {
  for (const language of languages)
    for (const column of figureCells(answer, new Map()).columns)
      expect(columnTitle(column, words[language], language)).not.toBe(column);
});
