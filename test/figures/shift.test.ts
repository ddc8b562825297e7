import { describe, expect, it } from 'vitest';
import { words } from '#core/language/index.ts';
import { languages } from '#core/language/routes.ts';
import { axesOf } from '#core/map/scene/axes.ts';
import { shiftScene } from '#core/map/shift-scene.ts';
import { findings, shiftTable } from '#core/map/shift-text.ts';
import { toSvg } from '#core/map/svg.ts';
import { columnTitle } from '#core/map/table.ts';
import { expectGolden } from './golden.ts';
import { flawsOf, texts } from './ink.ts';
import { shift, shiftInput } from './round-trip-fixture.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe.each(languages)('the curve of an event at other times in %s', (language) => {
  const scene = shiftScene(shiftInput(language), shift);

  it('is drawn as the golden file says', () => {
    expectGolden(`shift-${language}.svg`, toSvg(scene));
  });

  it('writes nothing too small, off the page, or over another text', () => {
    expect(flawsOf(scene)).toEqual([]);
  });

  it('says in words what it shows, what it assumes and where it comes from', () => {
    const written = plain(
      texts(scene)
        .map(({ text }) => text)
        .join(' '),
    );
    for (const part of [
      'Kandavas AO',
      'event-round-trip',
      words[language].collections.caveats.modelTimetable,
    ])
      expect(written).toContain(part);
    const said = plain(scene.description);
    expect(said).toContain('612');
    expect(said).toMatch(language === 'lv' ? /beigas par −60 min: 1506/ : /end moved by −60 min: 1,506/);
    expect(said).toContain('M3 Kandava–Lapmežciems');
  });

  it('has words for every column of its table', () => {
    for (const column of shiftTable(shift).columns)
      expect(columnTitle(column, words[language], language), column).not.toBe(column);
  });
});

it('names the smallest move that brings the most, and none where none brings more', () => {
  expect(findings(shift, words.en, 'en')).toEqual([
    'As announced, 612 can do both.',
    'Most with end moved by −60 min: 1,506.',
    'Most with start moved by +30 min: 1,506.',
  ]);
  const flat = shift.byEndShift.map((point) => ({ ...point, people: 612 }));
  expect(findings({ ...shift, byEndShift: flat, byStartShift: flat }, words.en, 'en')).toHaveLength(1);
});

it('has a row for every point and every departure', () => {
  const { columns, rows } = shiftTable(shift);
  expect(rows).toHaveLength(7 + 5 + 1);
  for (const row of rows) expect(row).toHaveLength(columns.length);
  expect(rows[4]).toEqual(['end', 0, 612, (100 * 612) / 3700, null, null, null, null]);
});

it('reckons axes from nobody to the most, with zero minutes among them', () => {
  const box = { left: 0, right: 100, top: 0, bottom: 50 };
  const axes = axesOf(box, [-45, 0, 20], [0, 612, 1506]);
  expect(axes.xTicks).toEqual([-60, -30, 0, 30]);
  expect(axes.yTicks).toEqual([0, 500, 1000, 1500, 2000]);
  expect(axes.at(-60, 0)).toEqual([0, 50]);
  expect(axes.at(30, 2000)).toEqual([100, 0]);
  expect(axesOf(box, [], []).yTicks).toEqual([0, 1]);
});

it.each(languages)('has the reason in the place of a curve where nothing is known, in %s', (language) => {
  const unknown = {
    ...shift,
    blank: 'no-position',
    byEndShift: [],
    byStartShift: [],
    laterDepartures: [],
  } as const;
  const reason = words[language].figures.roundTrip.blanks['no-position'];
  const said = findings(unknown, words[language], language);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(reason);
  const scene = shiftScene(shiftInput(language), unknown);
  expect(scene.groups.map(({ id }) => id)).not.toContain('curves');
  const written = texts(scene)
    .map(({ text }) => text)
    .join(' ');
  expect(plain(written)).toContain(reason);
  expect(plain(written)).not.toContain(words[language].figures.shift.laterNone);
  expect(flawsOf(scene)).toEqual([]);
  expect(shiftTable(unknown).rows).toEqual([]);
});
