import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problem } from '#core/problem.ts';
import { readEventsCsv } from '#server/import/event/events-csv.ts';
import { readVenuesCsv } from '#server/import/venue/venues-csv.ts';
import { csv, eventWorld, venueWorld } from './surroundings.ts';
import { type Cell, type Sheet, workbook, workbookParts, zipped } from './xlsx-file.ts';

const heading: readonly Cell[] = ['Nosaukums', 'Kategorija', 'Vieta', 'Sākums', 'Beigas', 'Cena'];
const ball: readonly Cell[] = ['Balle', 'Dejas un balles', 'Zāle', '2026-12-05 19:00', null, null];

const read = (...sheets: Sheet[]) => readEventsCsv(workbook(sheets), eventWorld);
const faultsIn = async (bytes: Uint8Array) => {
  try {
    await readEventsCsv(bytes, eventWorld);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return (error as Problem).faults.map(({ cell, field, fault, value }) =>
      [cell, field, fault, value].filter((part) => part !== undefined).join(' '),
    );
  }
  throw new Error('the workbook was accepted');
};
const faultsOf = (...sheets: Sheet[]) => faultsIn(workbook(sheets));

/** 2026-12-05 19:00 counted in days: 1900 has a 29 February there that never was. */
const serial = 46361 + 19 / 24;

describe('a workbook', () => {
  it('reads as the same list in CSV does', async () => {
    const rows = [
      ['id', 'Nosaukums', 'Veids', 'Pagasts', 'lat', 'lon', 'Ietilpība', 'Ieeja bez pakāpieniem'],
      ['a', 'Zāle', 'bibliotēka', 'Slampes pag.', '56.8381', '23.2589', '80', 'jā'],
    ];
    const typed = rows.map((row, i) =>
      row.map((cell) => (i > 0 && /^[\d.]+$/.test(cell) ? Number(cell) : cell)),
    );
    const text = csv(...rows.map((row) => row.join(';')));
    const inCsv = await readVenuesCsv(text, venueWorld);
    // Numbers as numbers, and the same stored as text.
    for (const sheet of [typed, rows]) {
      expect(await readVenuesCsv(workbook([{ rows: sheet }]), venueWorld)).toEqual(inCsv);
    }
  });

  it('keeps the numbers of its rows, empty ones between them or not', async () => {
    const bad: Cell[] = ['Cita', 'nekas', 'Zāle', '2026-12-05 19:00'];
    const rows = [['Tukuma novada pasākumi'], [], heading, ball, [null, ' '], [], bad];
    expect(await faultsOf({ name: 'Pasākumi', rows })).toEqual(['Pasākumi!B7 category not-one-of nekas']);
    const { warnings } = await read({ rows: rows.slice(0, -1) });
    expect(warnings).toContainEqual({ code: 'rows-above-heading', values: { count: 1 } });
  });

  it.each([
    ['a day with a time', { serial }, '2026-12-05T19:00'],
    ['ISO text', '2026-12-05 19:00', '2026-12-05T19:00'],
    ['Latvian text', '05.12.2026. 19:00 ', '2026-12-05T19:00'],
    ['a formula', { formula: 'A1', value: '2026-12-05 19:00' }, '2026-12-05T19:00'],
  ] as const)('understands %s', async (_, start, expected) => {
    const { rows } = await read({ rows: [heading, ['Balle', 'Dejas un balles', 'Zāle', start]] });
    expect(rows[0]?.rule.startLocal).toBe(expected);
  });

  it('counts days from 1904 where it says so', async () => {
    const rows = [heading, ['Balle', 'Dejas un balles', 'Zāle', { serial: serial - 1462 }]];
    const read1904 = await readEventsCsv(workbook([{ rows }], true), eventWorld);
    expect(read1904.rows[0]?.rule.startLocal).toBe('2026-12-05T19:00');
  });

  it('may tell day and time in two columns', async () => {
    const rows = [
      ['Nosaukums', 'Kategorija', 'Vieta', 'Datums', 'Laiks', 'Beigu laiks'],
      [
        'Balle',
        'Dejas un balles',
        'Zāle',
        { serial: 46361 },
        { serial: 19 / 24 },
        { serial: 0.979166666666667 },
      ],
    ];
    const { rows: found } = await read({ rows });
    expect(found[0]?.rule).toMatchObject({ startLocal: '2026-12-05T19:00', durationMinutes: 270 });
  });

  it('never guesses a date that could be another one, nor a price that became a date', async () => {
    const rows = [
      heading,
      ['A', 'Dejas un balles', 'Zāle', '12/05/2026 19:00'],
      ['B', 'Dejas un balles', 'Zāle', { serial }, null, { serial: 46206 }],
    ];
    expect(await faultsOf({ rows })).toEqual([
      'Lapa1!D2 start malformed 12/05/2026 19:00',
      'Lapa1!F3 price malformed 2026-07-03',
    ]);
  });

  it('says that formulas were taken by their last value, and refuses those without one', async () => {
    const row: Cell[] = ['Balle', 'Dejas un balles', 'Zāle', { serial }, null, { formula: '1+2', value: 3 }];
    const { rows, warnings } = await read({ rows: [heading, row] });
    expect(rows[0]?.price).toEqual({ state: 'priced', minEuro: 3, maxEuro: 3 });
    expect(warnings).toContainEqual({ code: 'formulas-taken', values: { count: 1, cell: 'F2' } });
    const bad: Cell[] = [{ formula: 'B9' }, 'Dejas un balles', { error: '#N/A' }, { serial }];
    expect(await faultsOf({ rows: [heading, row, bad] })).toEqual([
      'Lapa1!A3 titleLv no-computed-value =B9',
      'Lapa1!C3 place error-value #N/A',
      'Lapa1!3:3 id missing',
    ]);
  });

  it('with merged cells is refused with every range, a title above the heading aside', async () => {
    const rows = [['Pasākumi'], heading, ball, ball];
    expect(await faultsOf({ rows, merges: ['A1:F1', 'D2:E2', 'C3:C4'] })).toEqual([
      'Lapa1!D2 start merged-cells D2:E2',
      'Lapa1!C3 place merged-cells C3:C4',
    ]);
    expect((await read({ rows: [['Pasākumi'], heading, ball], merges: ['A1:F1'] })).rows).toHaveLength(1);
  });

  it('of several sheets is read where the headings are, said so; hidden sheets do not count', async () => {
    const notes = { name: 'Piezīmes', rows: [['Zvanīt pirmdien']] };
    const list = { name: 'Pasākumi', rows: [heading, ball] };
    const { rows, warnings } = await read(notes, list, { ...list, name: 'Vecie', isHidden: true });
    expect(rows).toHaveLength(1);
    expect(warnings).toContainEqual({
      code: 'sheet-chosen',
      values: { sheet: 'Pasākumi', others: 'Piezīmes, Vecie' },
    });
    expect(await faultsOf(list, { ...list, name: 'Vēl' })).toEqual(['file several-sheets Pasākumi, Vēl']);
    expect(await faultsOf(notes)).toEqual(['file missing Piezīmes']);
  });

  it('says that hidden rows were read', async () => {
    const { rows, warnings } = await read({
      rows: [heading, ball, ['Cita', ...ball.slice(1)]],
      hiddenRows: [3],
    });
    expect(rows).toHaveLength(2);
    expect(warnings).toContainEqual({ code: 'rows-hidden-in-sheet', values: { count: 1, row: 3 } });
  });

  it('names missing, repeated and unknown columns', async () => {
    expect(
      await faultsOf({
        rows: [
          ['Nosaukums', 'Nosaukums', 'Vieta'],
          ['A', 'B', 'C'],
        ],
      }),
    ).toEqual(['Lapa1!1:1 Nosaukums repeated titleLv', 'Lapa1!1:1 category missing']);
    const { warnings } = await read({
      rows: [
        [...heading, 'Piezīmes'],
        [...ball, 'x'],
      ],
    });
    expect(warnings).toContainEqual({ code: 'unknown-column', values: { heading: 'Piezīmes' } });
    expect(await faultsOf({ rows: [heading] })).toEqual(['Lapa1!1:1 file missing']);
  });
});

describe('a file that is no workbook', () => {
  it('is refused by its first bytes, whatever it is called', async () => {
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await faultsIn(old)).toEqual(['file malformed XLS']);
    expect(await faultsIn(zipped({ 'content.xml': '<x/>' }))).toEqual(['file malformed content.xml']);
    const whole = workbook([{ rows: [heading, ball] }]);
    expect((await faultsIn(whole.subarray(0, whole.length - 40)))[0]).toMatch(/^file malformed/);
    const broken = Uint8Array.from(whole);
    broken.fill(0xff, 60, 200);
    expect((await faultsIn(broken))[0]).toMatch(/^file malformed/);
    const { 'xl/workbook.xml': _, ...parts } = workbookParts([{ rows: [heading, ball] }]);
    expect((await faultsIn(zipped(parts)))[0]).toMatch(/^file malformed/);
  });

  it('or unpacks to more than any list needs is refused before it is unpacked', async () => {
    const parts = workbookParts([{ rows: [heading, ball] }]);
    const bomb = zipped({ ...parts, 'xl/media/x.xml': ' '.repeat(60_000_000) });
    await expect(readEventsCsv(bomb, eventWorld)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('or asks for all memory ends in its own thread', async () => {
    const parts = workbookParts([{ rows: [heading, ball] }]);
    const far = Array.from(
      { length: 60_000 },
      (_, i) => `<row r="${i + 9}"><c r="XFD${i + 9}"><v>${i}</v></c></row>`,
    );
    const sheet =
      parts['xl/worksheets/sheet1.xml']?.replace('</sheetData>', `${far.join('')}</sheetData>`) ?? '';
    await expect(
      readEventsCsv(zipped({ ...parts, 'xl/worksheets/sheet1.xml': sheet }), eventWorld),
    ).rejects.toMatchObject({ code: expect.stringMatching(/too-large|bad-import/) });
  });
});

describe('CSV as spreadsheets write it', () => {
  const readCsv = (text: string) => readEventsCsv(new TextEncoder().encode(text), eventWorld);

  it('may tell its separator, and breaks lines inside cells', async () => {
    const { rows } = await readCsv(
      'sep=;\r\nNosaukums;Kategorija;Vieta;Sākums;Apraksts\r\nA;Koncerti;"Zāle; liela";2026-12-05 19:00;"viens\r\ndivi"\r\n',
    );
    expect(rows[0]).toMatchObject({ place: 'Zāle; liela', descriptionLv: 'viens\ndivi' });
    const bad =
      'sep=;\r\nNosaukums;Kategorija;Vieta;Sākums\r\n"A\r\nB";Koncerti;Zāle;2026-12-05 19:00\r\nC;nekas;Zāle;x\r\n';
    expect(await faultsIn(new TextEncoder().encode(bad))).toEqual([
      'category not-one-of nekas',
      'start malformed x',
    ]);
    await expect(readCsv(bad)).rejects.toMatchObject({ faults: [{ row: 5 }, { row: 5 }] });
  });

  it.each([
    ['windows-1257', 0x93],
    ['ISO-8859-13', 0xb4],
  ])('may be in the code page %s, which is said', async (codePage, quote) => {
    const letters: Readonly<Record<string, number>> = { ā: 0xe2, ē: 0xe7, š: 0xf0, '“': quote };
    const text = 'title;category;place;start\nDanču pēcpusdiena;concert;Zāle “Pils;2026-12-05 19:00'.replace(
      'č',
      'š',
    );
    const bytes = Uint8Array.from([...text].map((sign) => letters[sign] ?? sign.charCodeAt(0)));
    const { rows, warnings } = await readEventsCsv(bytes, eventWorld);
    expect(rows[0]).toMatchObject({ titleLv: 'Danšu pēcpusdiena', place: 'Zāle “Pils' });
    expect(warnings).toContainEqual({ code: 'text-in-code-page', values: { codePage } });
  });

  it('in another code page is refused with the line', async () => {
    const cyrillic = [0xca, 0xee, 0xed, 0xf6, 0xe5, 0xf0, 0xf2];
    const bytes = Uint8Array.from([...Buffer.from('title;category;place;start\n'), ...cyrillic, 0x3b]);
    await expect(readEventsCsv(bytes, eventWorld)).rejects.toMatchObject({
      faults: [{ row: 2, field: 'file', fault: 'malformed' }],
    });
  });
});

describe('the ready templates', () => {
  const folder = join(import.meta.dirname, '../../geodata/templates');

  it('are there for each list', () => {
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['events.xlsx', 'venues.xlsx']));
  });

  it('read as their CSV twins do', async () => {
    const file = (name: string) => readFileSync(join(folder, name));
    const events = { ...eventWorld, venueIds: new Set(['slampes-kulturas-pils']) };
    expect((await readEventsCsv(file('events.xlsx'), events)).rows).toEqual(
      (await readEventsCsv(file('events.csv'), events)).rows,
    );
  });
});
