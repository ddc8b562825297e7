import { describe, expect, it } from 'vitest';
import { type AccessAnswer, type MeasureId, measureIds, type TerritoryRow } from '#core/access/answer.ts';
import { computeAccess } from '#core/access/compute.ts';
import { measures } from '#core/access/index.ts';
import type { AccessInput } from '#core/access/input.ts';
import { unreachable } from '#core/roads/reach.ts';
import { readPage, section, tableOf, tablesOf } from './pages.ts';

const home = { id: 'territory', nameLv: 'territory', nameEn: 'territory' };
const number = (text: string) => Number(text.replaceAll(',', ''));

/** "12 min, 9 km", or the reason why there is none. */
function readTravel(text: string) {
  const match = /^([\d.]+) min, ([\d.]+) km$/.exec(text);
  if (!match) return { milliseconds: unreachable, decimetres: unreachable };
  return { milliseconds: Number(match[1]) * 60_000, decimetres: Number(match[2]) * 10_000 };
}

/** The homes, venues and travel of a page's worked example. */
function readExample(example: string): AccessInput {
  const { header, rows } = tableOf(example, 'Home', 'Residents');
  const venues = header.slice(2);
  const travel = venues.flatMap((_, venue) => rows.map((row) => readTravel(row[venue + 2] ?? '')));
  return {
    homes: {
      id: rows.map(([name = '']) => name),
      people: rows.map(([, people = '']) => number(people)),
      territory: rows.map(() => 0),
      settlement: rows.map(([name = '']) => name),
      unknown: rows.map((row) => (row.includes('unsnapped') ? 'unsnapped' : null)),
      noWay: rows.map(() => 'no-route'),
      ring: null,
    },
    territories: [home],
    destinations: venues.map((name) => ({ id: name, nameLv: name, nameEn: name, lonLat: [23, 57] })),
    rows: venues.map((_, venue) => venue),
    travel: {
      milliseconds: Int32Array.from(travel.map(({ milliseconds }) => milliseconds)),
      decimetres: Int32Array.from(travel.map(({ decimetres }) => decimetres)),
    },
    cutoffMinutes: Number(/`cutoffMinutes` = (\d+)/.exec(example)?.[1] ?? '30'),
  };
}

function recompute(measure: MeasureId, example: string): AccessAnswer {
  const input = readExample(example);
  const query = {
    measure,
    offer: { kinds: ['library'] },
    mode: 'car',
    departure: null,
    cutoffMinutes: input.cutoffMinutes,
    venueStatuses: ['open'],
  } as const;
  return computeAccess(query, input, home, { byStatus: {}, withoutPosition: 0, unsnapped: 0 });
}

const rounded = (value: number | null) => (value === null ? 'blank' : `${Number(value.toFixed(3))}`);

/** What the page may say of a territory, said by the code. */
const territorySays = (row: TerritoryRow, venues: AccessAnswer['venues']): Record<string, string> => ({
  Value: rounded(row.value),
  Kilometres: rounded(row.km),
  'Residents by class': row.peopleByClass.join(', '),
  'Residents without a value': `${row.peopleBlank}`,
  'Farthest home': `${row.farthest?.settlement}, ${row.farthest?.value}`,
  'Main venue': row.mainVenue
    ? `${venues[row.mainVenue.venue]?.id}, ${rounded(row.mainVenue.percent)} %`
    : 'none',
});

describe.each(measureIds)('the page of %s', (id) => {
  const page = readPage(id);
  const example = section(page, 'Worked example');
  const answer = recompute(id, example);

  it('gives for every home what the code gives', () => {
    const { rows } = tableOf(example, 'Home', 'Value', 'Venue');
    expect(rows).toHaveLength(answer.cells.id.length);
    rows.forEach(([name, value, venue], i) => {
      const decided = answer.cells.venue[i];
      const found = [
        answer.cells.id[i],
        answer.cells.reason[i] ?? rounded(answer.cells.value[i] ?? null),
        decided === null || decided === undefined ? '' : answer.venues[decided]?.id,
      ];
      expect([name, value, venue]).toEqual(found);
    });
  });

  it('gives for the territory what the code gives', () => {
    const { rows } = tableOf(example, 'Territory', 'Result');
    expect(rows.length).toBeGreaterThanOrEqual(4);
    const says = territorySays(answer.total, answer.venues);
    for (const [name = '', result] of rows) expect(result, name).toBe(says[name]);
  });

  it('gives for each venue what the code gives, where it has such a table', () => {
    const table = tablesOf(example).find(({ header }) => header[0] === 'Venue');
    if (id === 'catchment') expect(table?.rows).toHaveLength(answer.venues.length);
    table?.rows.forEach((row, i) => {
      const venue = answer.venues[i];
      const farthest = `${venue?.farthest?.settlement}, ${venue?.farthest?.value}`;
      expect(row).toEqual([venue?.id, `${venue?.people}`, rounded(venue?.medianMinutes ?? null), farthest]);
    });
  });

  it('states the unit, the breaks and the file that the code has', () => {
    const facts = Object.fromEntries(tableOf(page, '', '').rows) as Record<string, string>;
    expect(facts.Classes).toBe(`at most ${measures[id].classes.breaks.join(', ')}, and more`);
    expect(facts.Unit).toContain({ min: 'minutes', percent: 'percent', venues: 'venues' }[measures[id].unit]);
    expect(facts.Code).toBe(`\`core/access/${id}.ts\``);
  });

  it('has the sections that every page has', () => {
    const titles = [...page.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(titles).toEqual([
      'Question',
      'Formula',
      'Unit and classes',
      'Reasons for a blank',
      'Source',
      'Limits',
      'Worked example',
    ]);
  });
});
