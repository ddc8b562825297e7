import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayWarning } from '#core/language/warnings.ts';
import type { ImportReport, Imports } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { readKnownVenues } from '#server/db/queries/known.ts';
import { createImports } from '#server/import/index.ts';
import { everything, openTestDatabase, type TestDatabase, testClock, tukums } from './harness.ts';
import { csv } from './surroundings.ts';

let database: TestDatabase;
let imports: Imports;
let venue = { id: '', nameLv: '' };
const folder = mkdtempSync(join(tmpdir(), 'calendar-test-'));
beforeAll(async () => {
  database = await openTestDatabase();
  const log = { error: () => undefined };
  imports = createImports({
    database,
    region: tukums,
    clock: testClock,
    onImported: async () => undefined,
    log,
  });
  venue = (await readKnownVenues(database.db))[0] ?? venue;
  await imports.importCsv(
    'events',
    'first',
    'first.csv',
    csv(
      'id,title,category,venue,place,start,rrule',
      `dances,Danču vakars pilī,dance,${venue.id},,2026-09-05 19:00,FREQ=WEEKLY;COUNT=3`,
      'reading,Dzejas lasījums,literature,,Tukuma parks,2026-09-06 18:00,',
    ),
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

const suggestionsOf = ({ warnings, findings = [] }: ImportReport) =>
  [...warnings, ...findings].filter(({ code }) => code === 'maybe-same-event');
const bringCsv = async (list: string, ...rows: string[]) =>
  suggestionsOf(
    await imports.importCsv(
      'events',
      list,
      `${list}.csv`,
      csv('id,title,category,venue,place,start', ...rows),
    ),
  );
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Nama kalendārs', ...lines, 'END:VCALENDAR'].join('\r\n');
const bringCalendar = (list: string, text: string) => {
  const path = join(folder, `${list}.ics`);
  writeFileSync(path, text);
  return imports.importFiles('ical', list, [{ name: `${list}.ics`, path }]);
};
const entry = (...lines: string[]) =>
  calendar('BEGIN:VEVENT', 'UID:one@x', 'SUMMARY:Danču vakars', ...lines, 'END:VEVENT');

describe('an event that another list has too', () => {
  it('is suggested once with both ids, and stands beside the other', async () => {
    const before = (await createData(database.db).listOccurrences(everything)).numberMatched;
    const suggestions = await bringCsv('second', `a,Danču vakars,dance,${venue.id},,2026-09-12 19:10`);
    expect(suggestions).toEqual([
      {
        code: 'maybe-same-event',
        row: 2,
        values: {
          title: 'Danču vakars',
          id: 'a',
          otherTitle: 'Danču vakars pilī',
          otherId: 'dances',
          otherList: 'first',
          when: '2026-09-12 19:10',
        },
      },
    ]);
    expect(sayWarning(suggestions[0] ?? { code: 'same-file', values: {} }, 'lv')).toContain(
      'nekas nav apvienots',
    );
    expect((await createData(database.db).listOccurrences(everything)).numberMatched).toBe(before + 1);
  });

  it('is known by the words of its place where no venue is named', async () => {
    expect(
      await bringCsv('third', 'b,Dzejas lasījums parkā,literature,,TUKUMA PARKS,2026-09-06 18:00'),
    ).toHaveLength(1);
  });

  it.each([
    ['another hour', 'c,Danču vakars,dance,VENUE,,2026-09-12 20:00'],
    ['another place', 'd,Danču vakars,dance,,Kandavas estrāde,2026-09-12 19:00'],
    ['another title', 'e,Kora koncerts,concert,VENUE,,2026-09-12 19:00'],
  ])('is not suggested at %s', async (_, row) => {
    expect(await bringCsv('fourth', row.replace('VENUE', venue.id))).toEqual([]);
  });
});

describe('a calendar that somebody brings', () => {
  const when = 'DTSTART;TZID=Europe/Riga:20260912T190000';

  it('stands beside other lists under its name, with its dates and what it says of itself', async () => {
    const report = await bringCalendar(
      'house',
      entry(
        when,
        `LOCATION:${venue.nameLv}`,
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'RDATE;TZID=Europe/Riga:20261224T120000',
      ),
    );
    expect(report).toMatchObject({
      dataset: 'events',
      list: 'house',
      rows: 1,
      counts: { read: 1, kept: 1, dropped: 0 },
    });
    expect(suggestionsOf(report).map(({ values }) => values.otherId)).toEqual(['dances', 'a']);
    const { items } = await createData(database.db).listOccurrences({
      ...everything,
      filters: { list: 'house' },
    });
    expect(items.map(({ startsAt, venueId }) => [startsAt.slice(0, 16), venueId])).toEqual([
      ['2026-09-12T19:00', venue.id],
      ['2026-09-19T19:00', venue.id],
      ['2026-09-26T19:00', venue.id],
      ['2026-10-03T19:00', venue.id],
      ['2026-12-24T12:00', venue.id],
    ]);
    expect(items[0]?.event).toMatchObject({
      source: 'Nama kalendārs',
      rule: { alsoLocal: ['2026-12-24T12:00'] },
    });
    const versions = await createData(database.db).currentVersions();
    expect(versions.find(({ list }) => list === 'house')).toMatchObject({
      dataset: 'events',
      isModel: false,
    });
  });

  it('changes nothing when it comes again, and nothing when a line of it is bad', async () => {
    const path = join(folder, 'house.ics');
    const again = await imports.importFiles('ical', 'house', [{ name: 'house.ics', path }]);
    expect(again.warnings).toEqual([{ code: 'same-file', values: {} }]);
    const before = await createData(database.db).currentVersions();
    await expect(bringCalendar('house', entry('DTSTART:20261305T190000'))).rejects.toMatchObject({
      code: 'bad-import',
      faults: [{ row: 6, field: 'DTSTART' }],
    });
    expect(await createData(database.db).currentVersions()).toEqual(before);
  });
});
