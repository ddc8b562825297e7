import { expect, it } from 'vitest';
import { words } from '#core/language/index.ts';
import { languages } from '#core/language/routes.ts';
import { cellWords } from '#core/map/cell-words.ts';
import { defaultTitle } from '#core/map/titles.ts';

it.each(languages)(
  'calls cells of another grid no cells of 1 km, and changes nothing else: %s',
  (language) => {
    const own = words[language];
    const other = cellWords(own, false);
    expect(cellWords(own, true)).toBe(own);
    expect(JSON.stringify(own.figures)).toMatch(/1[ \u00a0]km (cell|šūn)/);
    expect(JSON.stringify(other.figures)).not.toMatch(/1[ \u00a0]km (cell|šūn)/);
    expect(other.figures.legendNote.cells).toBe(own.figures.legendNote.otherCells);
    expect(other.figures.titles).toEqual(own.figures.titles);
    expect(other.figures.kinds).toEqual(own.figures.kinds);
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
