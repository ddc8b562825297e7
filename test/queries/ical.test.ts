import { describe, expect, it } from 'vitest';
import { sayWarning } from '#core/language/warnings.ts';
import { Problem } from '#core/problem.ts';
import type { KnownPlace } from '#server/db/queries/known-places.ts';
import { readCalendar } from '#server/import/event/ical-calendar.ts';
import { createPlaceFinder } from '#server/import/event/ical-places.ts';

const places: readonly KnownPlace[] = [
  {
    id: 'slampes-kulturas-pils',
    nameLv: 'Slampes kultūras pils',
    nameEn: 'Slampe Palace of Culture',
    address: 'Upes iela 2, Slampe, Slampes pag., Tukuma nov., LV-3119',
    lonLat: [23.2589, 56.8381],
  },
  { id: 'tukuma-biblioteka', nameLv: 'Tukuma bibliotēka', nameEn: null, address: null, lonLat: null },
];

const now = new Date('2026-07-10T09:00:00Z');
const order = { list: 'mine', fileName: 'mine.ics', now, findPlace: createPlaceFinder(places) };

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR'].join('\r\n');
const entry = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a@x', 'SUMMARY:Danči', ...lines, 'END:VEVENT'];

const read = (...lines: string[]) => readCalendar(bytes(file(...lines)), order);
const faultsIn = async (given: Uint8Array): Promise<readonly string[]> => {
  try {
    await readCalendar(given, order);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return (error as Problem).faults.map(({ row, field, fault }) => `${row} ${field} ${fault}`);
  }
  throw new Error('the calendar was accepted');
};
const faultsOf = (...lines: string[]) => faultsIn(bytes(file(...lines)));
const startsOf = async (...lines: string[]) => (await read(...lines)).dates.map(({ startsAt }) => startsAt);
const codesOf = async (...lines: string[]) =>
  (await read(...lines)).findings
    .list()
    .map(({ row, field, code }) => [row, field, code].filter((part) => part !== undefined).join(' '));

describe('an event of a calendar', () => {
  it('is read with its texts, place, category, holder and link', async () => {
    const { rows, dates, title } = await read(
      'X-WR-CALNAME:Slampes kalendārs',
      ...entry(
        'DTSTART;TZID=Europe/Riga:20261205T190000',
        'DTEND;TZID=Europe/Riga:20261205T220000',
        'LOCATION:Slampes kultūras pils\\, Slampe',
        'CATEGORIES:Aktuāli,Balle',
        'DESCRIPTION:Pirmā rinda\\nOtrā\\, ar komatu',
        'ORGANIZER;CN="Slampes; nams":mailto:nams@example.org',
        'URL:https://example.org/danci',
        'ATTENDEE;CN=Kāds:mailto:kads@example.org',
      ),
    );
    expect(title).toBe('Slampes kalendārs');
    expect(rows[0]).toMatchObject({
      list: 'mine',
      titleLv: 'Danči',
      descriptionLv: 'Pirmā rinda\nOtrā, ar komatu',
      category: 'dance',
      venueId: 'slampes-kulturas-pils',
      place: 'Slampes kultūras pils, Slampe',
      organiser: 'Slampes; nams',
      url: 'https://example.org/danci',
      price: { state: 'not-stated' },
      source: 'Slampes kalendārs',
      isModel: false,
    });
    expect(JSON.stringify(rows)).not.toContain('kads@example.org');
    expect(dates).toMatchObject([
      { startsAt: '2026-12-05T19:00:00+02:00', endsAt: '2026-12-05T22:00:00+02:00' },
    ]);
  });

  it('keeps its id when everything but list and UID changes, and shares it with no other list', async () => {
    const id = async (list: string, ...lines: string[]) =>
      (await readCalendar(bytes(file(...lines)), { ...order, list })).rows[0]?.id;
    const first = await id('mine', ...entry('DTSTART:20261205T190000'));
    expect(first).toMatch(/^a-[0-9a-f]{10}$/);
    expect(await id('mine', ...entry('DTSTART:20270101T190000', 'LOCATION:Cita'))).toBe(first);
    expect(await id('other', ...entry('DTSTART:20261205T190000'))).not.toBe(first);
  });

  it('may leave the end open, and none is invented; a duration is an end', async () => {
    expect((await read(...entry('DTSTART:20261205T190000'))).rows[0]?.rule.durationMinutes).toBeNull();
    const { rows } = await read(...entry('DTSTART:20261205T190000', 'DURATION:PT2H30M'));
    expect(rows[0]?.rule.durationMinutes).toBe(150);
  });

  it('of whole days lasts to the day before DTEND, and its time is marked as not known', async () => {
    const { rows, dates } = await read(
      ...entry('DTSTART;VALUE=DATE:20260801', 'DTEND;VALUE=DATE:20260804', 'CATEGORIES:Izstāde'),
    );
    expect(dates).toMatchObject([
      { startsAt: '2026-08-01T00:00:00+03:00', endsAt: '2026-08-04T00:00:00+03:00' },
    ]);
    expect(rows[0]?.modelFields).toEqual(['startTime', 'duration']);
    expect(await codesOf(...entry('DTSTART;VALUE=DATE:20260801'))).toContain('days-without-time');
  });

  it('that is private is left out, one that is not certain is said', async () => {
    const other = ['BEGIN:VEVENT', 'UID:b', 'SUMMARY:B', 'DTSTART:20261205T190000', 'END:VEVENT'];
    const secret = entry('DTSTART:20261205T190000', 'CLASS:PRIVATE');
    expect((await read(...secret, ...other)).rows.map(({ titleLv }) => titleLv)).toEqual(['B']);
    expect(await codesOf(...secret, ...other)).toContain('4 CLASS private-left-out');
    expect(await codesOf(...entry('DTSTART:20261205T190000', 'STATUS:TENTATIVE'))).toContain(
      '4 STATUS not-certain',
    );
  });

  it('has a plain description of a stated length', async () => {
    const long = 'x'.repeat(5000);
    const { rows, findings } = await read(
      ...entry('DTSTART:20261205T190000', `DESCRIPTION:<p>A &amp\\; <b>B</b><br>C</p>${long}`),
    );
    expect(rows[0]?.descriptionLv).toMatch(/^A & B\nC\nx+…$/);
    expect(rows[0]?.descriptionLv).toHaveLength(4000);
    expect(findings.list()).toContainEqual({
      code: 'text-cut',
      row: 4,
      field: 'DESCRIPTION',
      effect: 'corrected',
      values: { most: 4000 },
    });
  });

  it('makes links of web addresses only', async () => {
    const { rows, findings } = await read(...entry('DTSTART:20261205T190000', 'URL:javascript:alert(1)'));
    expect(rows[0]?.url).toBeNull();
    expect(findings.list().map(({ code }) => code)).toContain('link-left-out');
  });
});

describe('the place of an event', () => {
  it.each([
    ['slampes-kulturas-pils', 'slampes-kulturas-pils'],
    ['SLAMPES KULTURAS PILS', 'slampes-kulturas-pils'],
    ['Slampe Palace of Culture', 'slampes-kulturas-pils'],
    [
      'Zālē\\, Upes iela 2\\, Slampe\\, Slampes pag.\\, Tukuma nov.\\, LV-3119\\, Latvija',
      'slampes-kulturas-pils',
    ],
    ['Tukuma bibliotēka (2. stāvs)', 'tukuma-biblioteka'],
  ])('is found by "%s"', async (location, id) => {
    const { rows } = await read(...entry('DTSTART:20261205T190000', `LOCATION:${location}`));
    expect(rows[0]?.venueId).toBe(id);
  });

  it('is suggested and not taken when the name is alike or the point is close', async () => {
    const byName = await read(...entry('DTSTART:20261205T190000', 'LOCATION:Slampes pils'));
    expect(byName.rows[0]).toMatchObject({ venueId: null, place: 'Slampes pils' });
    expect(byName.findings.list()).toContainEqual({
      code: 'place-suggested',
      row: 8,
      field: 'LOCATION',
      values: { location: 'Slampes pils', id: 'slampes-kulturas-pils', name: 'Slampes kultūras pils' },
    });
    const codes = await codesOf(...entry('DTSTART:20261205T190000', 'LOCATION:Parks', 'GEO:56.8382;23.2591'));
    expect(codes).toContain('8 LOCATION place-suggested');
  });

  it('that nobody knows is said, and kept in words', async () => {
    expect(await codesOf(...entry('DTSTART:20261205T190000', 'LOCATION:Mežā'))).toContain(
      '8 LOCATION place-unknown',
    );
    expect(await codesOf(...entry('DTSTART:20261205T190000'))).toContain('4 LOCATION place-not-stated');
  });
});

describe('times of a calendar', () => {
  it.each([
    ['DTSTART:20261205T170000Z', '2026-12-05T19:00:00+02:00'],
    ['DTSTART:20261205T190000', '2026-12-05T19:00:00+02:00'],
    ['DTSTART;TZID=Europe/Berlin:20261205T180000', '2026-12-05T19:00:00+02:00'],
    ['DTSTART;TZID=FLE Standard Time:20261205T190000', '2026-12-05T19:00:00+02:00'],
    ['DTSTART;TZID="/mozilla.org/20070129_1/Europe/Riga":20260805T190000', '2026-08-05T19:00:00+03:00'],
  ])('%s', async (start, expected) => {
    expect(await startsOf(...entry(start))).toEqual([expected]);
  });

  it('without a zone are taken as time in Latvia, said so', async () => {
    expect(await codesOf(...entry('DTSTART:20261205T190000'))).toContain('times-without-zone');
    expect(await codesOf(...entry('DTSTART:20261205T170000Z'))).not.toContain('times-without-zone');
  });

  const zone = (...lines: string[]) => ['BEGIN:VTIMEZONE', 'TZID:Sava josla', ...lines, 'END:VTIMEZONE'];
  const part = (name: string, month: number, from: string, to: string) => [
    `BEGIN:${name}`,
    `DTSTART:1601${String(month).padStart(2, '0')}01T030000`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`,
    `END:${name}`,
  ];
  const own = zone(...part('STANDARD', 10, '+0100', '+0000'), ...part('DAYLIGHT', 3, '+0000', '+0100'));

  it('follow a zone that the file defines, in winter and summer', async () => {
    const start = (day: string) => entry(`DTSTART;TZID=Sava josla:${day}T170000`);
    expect(await startsOf(...own, ...start('20261205'))).toEqual(['2026-12-05T19:00:00+02:00']);
    expect(await startsOf(...own, ...start('20260805'))).toEqual(['2026-08-05T19:00:00+03:00']);
  });

  it('in a zone that nobody knows are a fault of their line', async () => {
    expect(await faultsOf(...entry('DTSTART;TZID=Mana josla:20261205T190000'))).toEqual([
      '7 TZID unknown-reference',
    ]);
  });

  it('in a zone whose definition is broken are a fault of the definition', async () => {
    const start = entry('DTSTART;TZID=Sava josla:20261205T190000');
    expect(await faultsOf(...zone(), ...start)).toEqual(['4 VTIMEZONE malformed']);
    const noOffset = zone('BEGIN:STANDARD', 'DTSTART:20001029T030000', 'TZOFFSETFROM:+0100', 'END:STANDARD');
    expect(await faultsOf(...noOffset, ...start)).toEqual(['6 TZOFFSETTO missing']);
    const mad = zone(
      ...part('STANDARD', 10, '+0100', '+0000').map((line) =>
        line.replace(/^RRULE.*/, 'RRULE:FREQ=SECONDLY'),
      ),
    );
    expect(await faultsOf(...mad, ...start)).toEqual(['10 RRULE malformed']);
  });

  it.each([
    ['DTSTART:20260230T190000', '7 DTSTART malformed'],
    ['DTSTART:drīz', '7 DTSTART malformed'],
    ['X-NO:1', '4 DTSTART missing'],
  ])('that are none are a fault: %s', async (line, fault) => {
    expect(await faultsOf(...entry(line))).toEqual([fault]);
  });

  it('must not run backwards or for years', async () => {
    const until = (end: string) => entry('DTSTART:20261205T190000', end);
    expect(await faultsOf(...until('DTEND:20261205T180000'))).toEqual(['8 DTEND end-before-start']);
    expect(await faultsOf(...until('DTEND:20291205T180000'))).toEqual(['8 DTEND out-of-range']);
    expect(await faultsOf(...until('DURATION:drīz'))).toEqual(['8 DURATION malformed']);
  });
});

describe('dates of a calendar', () => {
  const weekly = ['DTSTART;TZID=Europe/Riga:20261003T190000', 'RRULE:FREQ=WEEKLY;COUNT=5'];
  const usual = ['2026-10-03', '2026-10-10', '2026-10-17', '2026-10-24', '2026-10-31'];
  const days = async (...lines: string[]) => (await startsOf(...lines)).map((start) => start.slice(0, 10));

  it('keep the hour across the night when clocks change', async () => {
    expect((await startsOf(...entry(...weekly))).map((start) => start.slice(0, 16))).toEqual(
      usual.map((day) => `${day}T19:00`),
    );
  });

  it('are left out by EXDATE, by time or by day, and added by RDATE', async () => {
    const starts = await days(
      ...entry(
        ...weekly,
        'EXDATE;TZID=Europe/Riga:20261010T190000',
        'EXDATE;VALUE=DATE:20261017',
        'RDATE;TZID=Europe/Riga:20261225T120000,20261226T120000',
      ),
    );
    expect(starts).toEqual(['2026-10-03', '2026-10-24', '2026-10-31', '2026-12-25', '2026-12-26']);
  });

  it('are moved, cancelled and taken elsewhere one by one', async () => {
    const { dates, rows } = await read(
      ...entry(...weekly),
      ...entry('RECURRENCE-ID;TZID=Europe/Riga:20261010T190000', 'DTSTART;TZID=Europe/Riga:20261011T180000'),
      ...entry('RECURRENCE-ID:20261017T160000Z', 'DTSTART:20261017T160000Z', 'STATUS:CANCELLED'),
      ...entry(
        'RECURRENCE-ID;VALUE=DATE:20261024',
        'DTSTART;TZID=Europe/Riga:20261024T190000',
        'LOCATION:Tukuma bibliotēka',
      ),
    );
    expect(rows).toHaveLength(1);
    expect(dates.map(({ startsAt, status, venueId }) => [startsAt.slice(0, 16), status, venueId])).toEqual([
      ['2026-10-03T19:00', 'scheduled', null],
      ['2026-10-11T18:00', 'moved', null],
      ['2026-10-17T19:00', 'cancelled', null],
      ['2026-10-24T19:00', 'moved', 'tukuma-biblioteka'],
      ['2026-10-31T19:00', 'scheduled', null],
    ]);
  });

  it('that were changed and belong to no rule are kept and said', async () => {
    const stray = entry('RECURRENCE-ID:20261201T170000Z', 'DTSTART:20261201T170000Z');
    expect(await days(...entry(...weekly), ...stray)).toEqual([...usual, '2026-12-01']);
    expect(await codesOf(...entry(...weekly), ...stray)).toContain('10 override-not-in-rule');
    expect(await days(...stray)).toEqual(['2026-12-01']);
    expect(await codesOf(...stray)).toContain('4 override-alone');
  });

  it('say when a change holds more than can be kept', async () => {
    const renamed = entry('RECURRENCE-ID:20261010T160000Z', 'DTSTART:20261010T160000Z').map((line) =>
      line.replace('Danči', 'Lielie danči'),
    );
    expect(await codesOf(...entry(...weekly), ...renamed)).toContain('10 override-in-part');
  });

  it('without an end are bounded by the horizon', async () => {
    const starts = await days(...entry('DTSTART;TZID=Europe/Riga:20200101T190000', 'RRULE:FREQ=DAILY'));
    expect(starts).toHaveLength(460);
    expect([starts[0], starts.at(-1)]).toEqual(['2026-05-11', '2027-08-13']);
  });

  it('of 10,000 repetitions are bounded as well, and the list stays within its limits', async () => {
    const { rows, dates } = await read(
      ...entry('DTSTART;TZID=Europe/Riga:20260601T190000', 'RRULE:FREQ=DAILY;COUNT=10000'),
    );
    expect(rows[0]?.rule.rrule).toBe('FREQ=DAILY;COUNT=10000');
    expect(dates).toHaveLength(439);
  });

  it('that are more than an event may have are cut, said with their number', async () => {
    const { dates, findings } = await read(
      ...entry('DTSTART;TZID=Europe/Riga:20260701T000000', 'RRULE:FREQ=HOURLY;COUNT=10000'),
    );
    expect(dates).toHaveLength(2000);
    const cut = findings.list().find(({ code }) => code === 'rule-cut');
    expect(cut).toMatchObject({ row: 8, values: { kept: 2000 } });
    expect(Number(cut?.values.leftOut)).toBeGreaterThan(7000);
  });

  it('of every minute, or of none at all, are a fault of the rule', async () => {
    const rule = (text: string) => faultsOf(...entry('DTSTART:20260701T000000', `RRULE:${text}`));
    expect(await rule('FREQ=MINUTELY')).toEqual(['8 RRULE malformed']);
    expect(await rule('FREQ=SECONDLY;COUNT=10000')).toEqual(['8 RRULE malformed']);
    expect(await rule('FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7;BYMINUTE=0,15,30,45')).toEqual(['8 RRULE malformed']);
    expect(await rule('FREQ=WEEKLY;BYDAY=XX')).toEqual(['8 RRULE malformed']);
    const never = entry('DTSTART:20260701T000000', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30');
    expect(await codesOf(...never)).toContain('4 no-date-ahead');
  });

  it('told on other clocks are the same instants, laid out where the rule would differ', async () => {
    const york = entry('DTSTART;TZID=America/New_York:20261002T200000', 'RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3');
    expect(await startsOf(...york)).toEqual([
      '2026-10-03T03:00:00+03:00',
      '2026-10-10T03:00:00+03:00',
      '2026-10-17T03:00:00+03:00',
    ]);
    expect(await codesOf(...york)).toContain('8 RRULE rule-laid-out');
    const vilnius = entry(
      'DTSTART;TZID=Europe/Vilnius:20261002T200000',
      'RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=9',
    );
    expect((await read(...vilnius)).rows[0]?.rule.rrule).toBe('FREQ=WEEKLY;BYDAY=FR;COUNT=9');
    const times = entry('DTSTART:20261002T100000', 'RRULE:FREQ=DAILY;BYHOUR=10,14;COUNT=4');
    expect((await startsOf(...times)).map((start) => start.slice(5, 16))).toEqual([
      '10-02T10:00',
      '10-02T14:00',
      '10-03T10:00',
      '10-03T14:00',
    ]);
  });
});

describe('entries that are the same', () => {
  const twice = (first: string, second: string) => [
    ...entry('DTSTART:20261205T190000', first).map((line) => line.replace('Danči', 'Pirmais')),
    ...entry('DTSTART:20261205T190000', second).map((line) => line.replace('Danči', 'Otrais')),
  ];
  const titles = async (...lines: string[]) => (await read(...lines)).rows.map(({ titleLv }) => titleLv);

  it('are one, the newest by SEQUENCE, stamp and place; the other is named', async () => {
    expect(await titles(...twice('SEQUENCE:2', 'SEQUENCE:1'))).toEqual(['Pirmais']);
    expect(await titles(...twice('DTSTAMP:20260102T000000Z', 'DTSTAMP:20260101T000000Z'))).toEqual([
      'Pirmais',
    ]);
    expect(await titles(...twice('X-A:1', 'X-A:1'))).toEqual(['Otrais']);
    const { findings } = await read(...twice('SEQUENCE:2', 'SEQUENCE:1'));
    expect(findings.counts).toMatchObject({ read: 2, kept: 1, dropped: 1 });
    expect(findings.list()).toContainEqual({
      code: 'uid-repeated',
      row: 10,
      field: 'UID',
      effect: 'dropped',
      values: { uid: 'a@x' },
    });
  });

  it('have an id also without a UID, the same each time', async () => {
    const bare = entry('DTSTART:20261205T190000').filter((line) => !line.startsWith('UID'));
    const [first, second] = [await read(...bare), await read(...bare)];
    expect(first.rows[0]?.id).toBe(second.rows[0]?.id);
    expect(first.findings.list().map(({ code }) => code)).toContain('uid-missing');
  });
});

describe('a dirty file', () => {
  it('is refused with every fault on its line, and nothing of it is read', async () => {
    const lines = file(
      ...entry('DTSTART:20261305T190000'),
      'BEGIN:VEVENT',
      'UID:b',
      'DTSTART:20261205T190000',
      'END:VEVENT',
      ...entry(
        'DTSTART:20261205T190000',
        'a line of nothing',
        'RRULE:FREQ=OFTEN',
        'DTEND:20261201T190000',
      ).map((line) => line.replace('a@x', 'c@x')),
    );
    expect(await faultsIn(bytes(lines))).toEqual([
      '7 DTSTART malformed',
      '9 SUMMARY missing',
      '17 file malformed',
      '18 RRULE malformed',
      '19 DTEND end-before-start',
    ]);
  });

  it('with other line ends, folds and a BOM reads the same', async () => {
    const text = file(...entry('DTSTART:20261205T190000', 'LOCATION:Slampes kultūras pils'));
    const [mark, usual] = ['\ufeff', await readCalendar(bytes(text), order)];
    const folded = text.replace('kultūras', 'kul\r\n tūras');
    for (const given of [text.replaceAll('\r\n', '\n'), text.replaceAll('\r\n', '\r'), mark + text, folded]) {
      expect((await readCalendar(bytes(given), order)).rows).toEqual(usual.rows);
    }
    const whole = bytes(text);
    const inside = whole.indexOf(0xc5) + 1;
    const split = Buffer.concat([whole.subarray(0, inside), bytes('\r\n '), whole.subarray(inside)]);
    expect((await readCalendar(split, order)).rows).toEqual(usual.rows);
  });

  it('in the code page windows-1257 is read and said, in another one refused', async () => {
    const text = file(...entry('DTSTART:20261205T190000', 'DESCRIPTION:Ēdināšana'));
    const inPage = (letters: Readonly<Record<string, number>>) =>
      Uint8Array.from([...text].map((sign) => letters[sign] ?? sign.charCodeAt(0)));
    const baltic = inPage({ č: 0xe8, Ē: 0xc7, ā: 0xe2, š: 0xf0 });
    const { rows, findings } = await readCalendar(baltic, order);
    expect(rows[0]).toMatchObject({ titleLv: 'Danči', descriptionLv: 'Ēdināšana' });
    expect(findings.list()[0]).toMatchObject({
      code: 'text-in-code-page',
      values: { codePage: 'windows-1257' },
    });
    expect(await faultsIn(inPage({ č: 0xd5, Ē: 0xd6, ā: 0xdc, š: 0xe4 }))).toEqual(['6 file malformed']);
  });

  it('that is nested, cut off, empty or none is refused', async () => {
    const nested = Array.from({ length: 5000 }, () => 'BEGIN:VEVENT').join('\n');
    expect(await faultsIn(bytes(nested))).toEqual(['5 BEGIN out-of-range']);
    expect(
      await faultsIn(bytes(file(...entry('DTSTART:20261205T190000')).replace('END:VCALENDAR', ''))),
    ).toContain('1 BEGIN malformed');
    expect(await faultsIn(bytes(''))).toEqual(['1 file malformed']);
    expect(await faultsIn(bytes('<!doctype html>'))).toEqual(['1 file malformed']);
    expect(await faultsOf()).toEqual(['1 VEVENT malformed']);
    expect(await faultsOf('END:VEVENT')).toContain('4 END malformed');
    await expect(readCalendar(new Uint8Array(5_000_001), order)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('says what it left out in both languages', async () => {
    const { findings } = await read(
      ...entry('DTSTART:20261205T190000', 'CATEGORIES:Dažādi'),
      'BEGIN:VTODO',
      'UID:t',
      'END:VTODO',
    );
    const said = findings.list().map((finding) => sayWarning(finding, 'lv'));
    expect(said).toContain('8. rinda, CATEGORIES: kategorija “Dažādi” nav pazīstama; likts “cits”');
    expect(said).toContain('ieraksti, kas nav pasākumi, nav nolasīti: 1 (VTODO)');
  });
});
