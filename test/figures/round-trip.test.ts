import { describe, expect, it } from 'vitest';
import { roundTripStatuses } from '#core/access/round-trip-answer.ts';
import { words } from '#core/language/index.ts';
import { languages } from '#core/language/routes.ts';
import { roundTripColours } from '#core/map/round-trip-colours.ts';
import { roundTripCells, roundTripTable } from '#core/map/round-trip-table.ts';
import { roundTripAlternativeText } from '#core/map/round-trip-text.ts';
import { figureScene } from '#core/map/scene.ts';
import { roundTripSubject } from '#core/map/subjects/round-trip.ts';
import { escapeXml, toSvg } from '#core/map/svg.ts';
import { columnTitle } from '#core/map/table.ts';
import { expectGolden } from './golden.ts';
import { flawsOf, texts } from './ink.ts';
import { roundTrip, roundTripInput, unknownTrip } from './round-trip-fixture.ts';

const levels = ['parishes', 'cells'] as const;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe.each(languages)('the figure of an event and the way home in %s', (language) => {
  describe.each(levels)('by %s', (level) => {
    const input = roundTripInput(language, level);
    const scene = figureScene(input);
    const written = plain(
      texts(scene)
        .map(({ text }) => text)
        .join(' '),
    );

    it('is drawn as the golden file says', () => {
      expectGolden(`round-trip-${level}-${language}.svg`, toSvg(scene));
    });

    it('writes nothing too small, off the page, or over another text', () => {
      expect(texts(scene).length).toBeGreaterThan(40);
      expect(flawsOf(scene)).toEqual([]);
    });

    it('counts every resident in the legend and in its second part', () => {
      const { legend, details } = input.subject;
      const sum = (rows: readonly { readonly people: number }[]) =>
        rows.reduce((all, { people }) => all + people, 0);
      expect(sum(legend)).toBe(roundTrip.total.people);
      const withoutRoundTrip = roundTrip.total.people - roundTrip.total.peopleByStatus['round-trip'];
      expect(sum(details?.rows ?? [])).toBe(level === 'cells' ? withoutRoundTrip : roundTrip.total.people);
    });

    it('says when, where, under which settings, and what is a model or an estimate', () => {
      const { caveats } = words[language].collections;
      const { modelMark } = words[language].figures;
      const time = language === 'lv' ? 'plkst. 18.00–20.00' : '18:00–20:00';
      for (const part of [time, 'Kandavas kultūras nams', modelMark, caveats.modelTimetable])
        expect(written).toContain(plain(part));
      expect(written).toContain(language === 'lv' ? 'aplēse' : 'an estimate');
      expect(written).toContain('120 min');
      expect(written).toContain(language === 'lv' ? 'mājās līdz plkst. 02.00' : 'at home by 02:00');
      expect(written).toContain('event-round-trip');
    });

    it('says to those who do not see it how many can, and why others cannot', () => {
      const said = plain(scene.description);
      expect(toSvg(scene)).toContain(escapeXml(scene.description));
      expect(said).toContain(words[language].transit.reasons['last-departure-missed']);
      expect(said).toMatch(
        language === 'lv' ? /abus var 612 no 3700 \(16,5 %\)/ : /612 of 3,700 can do both/,
      );
    });
  });

  it('has no title of a column without words', () => {
    const { columns } = roundTripTable(roundTrip);
    const ofCells = roundTripCells(roundTrip, new Map()).columns;
    for (const column of [...columns, ...ofCells])
      expect(columnTitle(column, words[language], language), column).not.toBe(column);
  });
});

it('fills each cell by what its residents can do', () => {
  const { cells } = roundTripSubject(roundTrip, 'cells', {}, words.lv, 'lv');
  expect(cells.colour).toEqual(roundTrip.cells.status.map((status) => roundTripColours[status]));
  expect(new Set(cells.colour).size).toBe(roundTripStatuses.length);
});

it('has a table whose parishes sum to the region, the residents without a car apart', () => {
  const { columns, rows } = roundTripTable(roundTrip);
  const column = (name: string) => rows.map((row) => Number(row[columns.indexOf(name)]));
  for (const name of ['people', 'peopleRoundTrip', 'peopleNone', 'withoutCarPeople']) {
    const values = column(name);
    expect(values.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBeCloseTo(values.at(-1) ?? -1, 9);
  }
});

describe.each(languages)('an evening of which nothing is known, in %s', (language) => {
  const { figures } = words[language];
  const reason = figures.roundTrip.blanks['no-service-on-date'];
  const everybody = roundTrip.total.people;

  it.each(levels)('by %s has no class, nobody at 0 %, and the reason with all residents', (level) => {
    const { legend, details, territories, cells } = roundTripSubject(
      unknownTrip,
      level,
      {},
      words[language],
      language,
    );
    const counted = legend.filter(({ people, places }) => people + places > 0);
    expect(counted.map(({ colour, label, people }) => [colour, label, people])).toEqual([
      [null, figures.blank, everybody],
    ]);
    expect(details?.rows).toEqual([{ label: reason, people: everybody }]);
    expect(new Set([...territories.values(), ...cells.colour])).toEqual(new Set([null]));
  });

  it.each(levels)('by %s is drawn without a flaw, and says why there is no value', (level) => {
    const subject = roundTripSubject(unknownTrip, level, {}, words[language], language);
    const texts = { title: 'T', subtitle: 'S', isModel: false, dayKind: null, regionName: 'R', level };
    const said = roundTripAlternativeText({ ...texts, answer: unknownTrip }, words[language], language);
    expect(said).toContain(reason);
    expect(said).not.toMatch(language === 'lv' ? /abus var/ : /can do both/);
    const scene = figureScene(roundTripInput(language, level, { subject, description: said }));
    expect(flawsOf(scene)).toEqual([]);
  });
});

it('has a table that leaves what is not known empty, with the reason in every row', () => {
  const { columns, rows } = roundTripTable(unknownTrip);
  const at = (name: string) => columns.indexOf(name);
  for (const row of rows) {
    expect(row[at('reason')]).toBe('no-service-on-date');
    for (const name of ['roundTripPercent', 'peopleRoundTrip', 'peopleNone', 'withoutCarPeopleRoundTrip'])
      expect(row[at(name)], name).toBeNull();
  }
  expect(rows.at(-1)?.[at('people')]).toBe(roundTrip.total.people);
  const known = roundTripTable(roundTrip);
  expect(new Set(known.rows.map((row) => row[known.columns.indexOf('reason')]))).toEqual(new Set([null]));
});
