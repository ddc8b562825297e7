import { expect, it } from 'vitest';
import { minuteClasses } from '../../../core/access/classes.ts';
import { words } from '../../../core/language/index.ts';
import { languages } from '../../../core/language/routes.ts';
import { columnTitle, figureTable } from '../../../core/map/table.ts';

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

const table = figureTable({
  query: {
    measure: 'nearest',
    offer: { kinds: ['library'] },
    mode: 'car',
    cutoffMinutes: 30,
    venueStatuses: ['open'],
  },
  unit: 'min',
  classes: minuteClasses,
  cells: { id: [], people: [], territory: [], value: [], reason: [], minutes: [], km: [], venue: [] },
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
});

it('keeps the numbers unrounded, the region last, and one value for each column', () => {
  expect(table.rows.map(([id]) => id)).toEqual(['a', 'all']);
  for (const values of table.rows) expect(values).toHaveLength(table.columns.length);
  const first = Object.fromEntries(table.columns.map((column, i) => [column, table.rows[0]?.[i]]));
  expect(first).toMatchObject({
    value: 12.25,
    'people <= 15': 6,
    'people <= 30': 4,
    'people > 60': 0,
    mainVenue: 'V bibliotēka',
  });
});

it('has a title for every column in both languages', () => {
  for (const language of languages)
    for (const column of table.columns) expect(columnTitle(column, words[language])).not.toBe(column);
  expect(columnTitle('people <= 15', words.lv)).toBe('iedzīvotāji ≤\u00a015');
});
