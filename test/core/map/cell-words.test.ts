import { expect, it } from 'vitest';
import { words } from '#core/language/index.ts';
import { languages } from '#core/language/routes.ts';
import { cellText, cellWords, sideOf } from '#core/map/cell-words.ts';
import { defaultTitle } from '#core/map/titles.ts';

it.each(languages)(
  'calls cells of another grid no cells of 1 km, and changes nothing else: %s',
  (language) => {
    const own = words[language];
    const other = cellWords(own, null);
    expect(cellWords(own, '1 km')).toBe(own);
    expect(JSON.stringify(own.figures)).toMatch(/1[ \u00a0]km (cell|šūn)/);
    expect(JSON.stringify(other.figures)).not.toMatch(/1[ \u00a0]km (cell|šūn)/);
    expect(other.figures.legendNote.cells).toBe(own.figures.legendNote.otherCells);
    expect(other.figures.titles).toEqual(own.figures.titles);
    expect(other.figures.kinds).toEqual(own.figures.kinds);
    const small = JSON.stringify(cellWords(own, '100 m').figures);
    expect(small).not.toMatch(/1[ \u00a0]km/);
    expect(small).toMatch(/100[ \u00a0]m (cell|šūn)/);
    expect(cellWords(own, '100 m').figures.legendNote.cells).toMatch(/100[ \u00a0]m/);
  },
);

it('names the town of another region in the title, in the words of the measure for its own', () => {
  const query = {
    measure: 'way-to-town',
    offer: { kinds: [] },
    mode: 'car',
    departure: null,
    cutoffMinutes: 30,
    venueStatuses: ['open'],
  } as const;
  const input = { query, level: 'cells', regionName: 'Porto Alegre', venueName: '' } as const;
  const title = defaultTitle({ ...input, otherTown: 'Centro Histórico' }, words.en, 'en');
  expect(title).toBe('Way to the centre “Centro Histórico” by car');
  expect(defaultTitle(input, words.en, 'en')).toBe('Way to Tukums by car');
});

it('tells the side of a cell by its id, and none of a hexagon', () => {
  expect(sideOf({ id: ['1kmX448Y313'] })).toBe('1 km');
  expect(sideOf({ id: ['100mX4480Y3130'] })).toBe('100 m');
  expect(sideOf({ id: ['CRS3035RES1000mN3835000E5116000'] })).toBe('1 km');
  expect(sideOf({ id: ['89a901291abffff'] })).toBeNull();
  expect(sideOf({ id: [] })).toBe('1 km');
});

it.each(languages)('says of the home’s own cell how large it is: %s', (language) => {
  const { sends, showsFrom } = words[language].transit;
  for (const text of [sends, showsFrom]) {
    expect(cellText(text, '1 km')).toMatch(/1[ \u00a0]km/);
    expect(cellText(text, '100 m')).toMatch(/100[ \u00a0]m (cell|šūn)/);
    expect(cellText(text, null)).not.toMatch(/k?m (cell|šūn)/);
  }
});
