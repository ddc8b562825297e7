import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayWarning } from '#core/language/warnings.ts';
import type { Venue } from '#core/offer/venue.ts';
import { toLks92 } from '#core/place/lks92.ts';
import type { LonLat } from '#core/place/units.ts';
import { Problem } from '#core/problem.ts';
import { kiscObjects } from '#server/import/kisc-objects.ts';
import { openTestDatabase, root, type TestDatabase, testClock, tukums } from './harness.ts';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'culture-map-kisc-'));
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const heading =
  'Objekta ID,Objekta nosaukums,ISIL kods,Adrese,LAT,LON,LKS-92 X,LKS-92 Y,Kategorija,Tālrunis,E-pasts,ATVK,Mājaslapa,Attēls';

interface Row {
  readonly id?: string;
  readonly name?: string;
  readonly isil?: string;
  readonly address?: string;
  readonly at?: LonLat;
  readonly lat?: string;
  readonly lon?: string;
  readonly x?: string;
  readonly y?: string;
  readonly category?: string;
  readonly atvk?: string;
  readonly url?: string;
}

const slampe: LonLat = [23.2949, 56.8473];

/** A row in the official form: north is X, east is Y. */
const row = (given: Row): string => {
  const { at = slampe } = given;
  const { east, north } = toLks92(at);
  const cells = [
    given.id ?? '',
    given.name ?? 'Paraugu bibliotēka',
    given.isil ?? '',
    given.address ?? '',
    given.lat ?? at[1].toFixed(6),
    given.lon ?? at[0].toFixed(6),
    given.x ?? north.toFixed(2),
    given.y ?? east.toFixed(2),
    given.category ?? 'Bibliotēkas',
    '',
    '',
    given.atvk ?? '',
    given.url ?? '',
    '',
  ];
  return cells.map((cell) => (/[",\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
};

let written = 0;
const write = (content: string | Uint8Array): { name: string; path: string } => {
  written += 1;
  const path = join(folder, `${written}.csv`);
  writeFileSync(path, content);
  return { name: 'objektusaraksts.csv', path };
};

const read = async (content: string | Uint8Array, list = 'kisc') => {
  const options = { database, region: tukums, clock: testClock };
  const found = await kiscObjects(options, [write(content)], list);
  const [content0] = found.contents;
  if (content0?.dataset !== 'venues' || found.findings === undefined) throw new Error('no venues');
  const said = found.findings.list();
  for (const each of said) {
    for (const language of ['lv', 'en'] as const) {
      const sentence = sayWarning(each, language);
      expect(sentence).not.toContain('{');
      expect(sentence).not.toBe(each.code);
    }
  }
  return {
    ...found,
    rows: content0.rows,
    said,
    counts: found.findings.counts,
    /** Codes with their rows, without what is said of the whole list. */
    faults: said.filter((each) => each.row !== undefined).map((each) => `${each.row} ${each.code}`),
  };
};

const file = (...rows: readonly string[]): string => [heading, ...rows].join('\r\n');

const faultsOf = async (content: string | Uint8Array, list?: string) => {
  try {
    await read(content, list);
  } catch (error) {
    if (error instanceof Problem) return error.faults;
    throw error;
  }
  throw new Error('it was taken');
};

describe('the small file in the official format', () => {
  it('gives its nine venues of the region', async () => {
    const fixture = readFileSync(join(root, 'test/fixtures/kisc/objektusaraksts.csv'));
    const { rows, counts, faults } = await read(fixture);
    expect(rows.map(({ id }) => id)).toEqual(
      [101, 102, 103, 104, 105, 106, 107, 108, 109].map((id) => `kisc-${id}`),
    );
    expect(
      rows.every(({ position, territoryId }) => position.state === 'exact' && territoryId !== null),
    ).toBe(true);
    expect(counts).toEqual({ read: 12, kept: 9, corrected: 1, dropped: 3 });
    expect(faults).toEqual(['3 name-tidied', '11 category-no-place']);
  });
});

describe('a clean row', () => {
  it('becomes a venue with its exact point, its unit, ISIL and the fields its kind usually serves', async () => {
    const { rows, counts, contents, licence } = await read(
      file(
        row({
          id: '4711',
          name: 'Slampes pagasta bibliotēka',
          isil: 'LV-TKM12',
          address: '“Pagastmāja”, Slampe, Slampes pag., Tukuma nov., LV-3119',
          atvk: '0900280',
          url: 'www.tukums.lv/biblioteka',
        }),
      ),
    );
    expect(contents).toHaveLength(1);
    expect(licence).toBe('CC0 1.0');
    expect(counts).toEqual({ read: 1, kept: 1, corrected: 0, dropped: 0 });
    expect(rows).toEqual([
      {
        id: 'kisc-4711',
        list: 'kisc',
        nameLv: 'Slampes pagasta bibliotēka',
        nameEn: null,
        kind: 'library',
        subtype: null,
        sectors: ['literature', 'community'],
        territoryId: 'slampes-pagasts',
        settlement: null,
        address: '“Pagastmāja”, Slampe, Slampes pag., Tukuma nov., LV-3119',
        position: {
          state: 'exact',
          lonLat: [23.2949, 56.8473],
          accuracyMetres: 1,
          method: 'coordinates of the list (WGS 84)',
        },
        status: 'open',
        closedOn: null,
        capacity: null,
        openingHours: null,
        physicalAccess: {
          stepFreeEntrance: 'not-stated',
          accessibleToilet: 'not-stated',
          disabledParking: 'not-stated',
          hearingLoop: 'not-stated',
        },
        url: 'https://www.tukums.lv/biblioteka',
        note: null,
        isil: 'LV-TKM12',
        isModel: false,
        source: 'Kultūras informācijas sistēmu centrs (KISC)',
        confidence: 'as published',
      } satisfies Venue,
    ]);
  });

  it('of every category of the regulation has its kind, or is no place to go to', async () => {
    const categories = [
      ['Muzeji', 'museum'],
      ['Bibliotēkas', 'library'],
      ['Kultūrizglītības iestādes', 'culture-school'],
      ['Kultūras centri', 'culture-centre'],
      ['Teātri', 'theatre'],
      ['Koncertorganizācijas', 'concert-organisation'],
      ['Arhīvi', 'archive'],
      ['Pasākumu norises vietas', 'event-place'],
      ['Pārvaldes institūcijas', null],
      ['Nemateriālais kultūras mantojums', 'intangible-heritage'],
      ['Nevalstiskās organizācijas', 'ngo'],
      ['Radošās rezidences', 'creative-residency'],
      ['Radošā industrija', 'creative-industry'],
      ['Mākslas galerijas', 'gallery'],
      ['Kino izrādīšanas vietas', 'cinema'],
      ['Mākslinieciskie kolektīvi', 'amateur-group'],
      ['Elektroniskie plašsaziņas līdzekļi', null],
    ] as const;
    const { rows } = await read(
      file(...categories.map(([category], i) => row({ category, name: `Vieta Nr. ${i}`, id: `${i + 1}` }))),
    );
    const kinds = categories.map((_, i) => rows.find(({ id }) => id === `kisc-${i + 1}`)?.kind ?? null);
    expect(kinds).toEqual(categories.map(([, kind]) => kind));
  });

  it('keeps its id when the next file has other rows around it', async () => {
    const own = row({ name: 'Slampes  kultūras pils', category: 'Kultūras centri', atvk: '0900280' });
    const first = await read(file(own));
    const second = await read(file(row({ name: 'Cita bibliotēka' }), own));
    expect(first.rows[0]?.id).toBe('kisc-slampes-kulturas-pils-slampes-pagasts');
    expect(second.rows[1]?.id).toBe(first.rows[0]?.id);
  });
});

describe('a dirty file', () => {
  const tume: LonLat = [23.0874, 56.9366];
  const { east, north } = toLks92(tume);
  const far = toLks92([23.12, 56.9366]);
  const dirty = file(
    /* 2 */ row({ name: 'Tumes  pagasta   bibliotēka', at: tume }),
    /* 3 */ row({ name: 'Tumes\r\nkultūras\r\nnams', at: tume, category: 'Kultūras centri' }),
    /* 6 */ row({ name: 'Samainīti grādi', at: tume, lat: '23.0874', lon: '56.9366', x: '', y: '' }),
    /* 7 */ row({ name: 'Samainīti metri', at: tume, x: east.toFixed(1), y: north.toFixed(1) }),
    /* 8 */ row({ name: 'Nesakrīt', at: tume, x: far.north.toFixed(1), y: far.east.toFixed(1) }),
    /* 9 */ row({ name: 'Nulles', at: tume, lat: '0', lon: '0' }),
    /* 10 */ row({ name: 'Nekas', lat: '', lon: '', x: '', y: '' }),
    /* 11 */ row({ name: 'Tikai kods', lat: '', lon: '', x: '', y: '', atvk: '900284' }),
    /* 12 */ row({ name: 'Jūrā', at: [23.45, 57.2] }),
    /* 13 */ row({ name: 'Jūrā ar kodu', at: [23.45, 57.2], atvk: '0900284' }),
    /* 14 */ row({ name: 'Aiz robežas', at: [22.75, 57.2] }),
    /* 15 */ row({ name: 'Rīgā', at: [24.11, 56.95] }),
    /* 16 */ row({ name: 'Tumes pagasta bibliotēka', at: tume }),
    /* 17 */ row({ name: 'Bez kategorijas', category: '' }),
    /* 18 */ row({ name: 'Lestenes bibliotēka', category: '', at: [23.1442, 56.775] }),
    /* 19 */ row({ name: 'Cita kategorija', category: 'Sporta bāzes' }),
    /* 20 */ row({ name: '' }),
    /* 21 */ `${row({ name: 'Par platu' })},lieka šūna`,
    /* 22 */ row({ name: 'Cita novada kods', at: tume, atvk: '0051000' }),
    /* 23 */ row({ name: 'Slikts kods', at: tume, atvk: 'LV-X' }),
    /* 24 */ row({ name: 'Slikta lapa', at: tume, url: 'nav' }),
    /* 25 */ row({ name: 'Slikts ISIL', at: tume, isil: 'nav' }),
    /* 26 */ row({ name: 'Vecmoku bibliotēka (slēgta)', at: [23.0803, 57.0008] }),
    /* 27 */ row({ name: 'Decimālkomats', at: tume, lat: '56,9366', lon: '23,0874' }),
    /* 28 */ row({ name: 'Burti', at: tume, lat: '56°56′', lon: '23°05′' }),
    /* 29 */ row({ name: 'Ārzemēs', lat: '48.1', lon: '11.5', x: '', y: '', atvk: 'LV0900284' }),
  );

  it('is read but for its bad rows, and every fault is named with its row', async () => {
    const { rows, faults, counts, said } = await read(dirty);
    expect(faults).toEqual([
      '21 row-too-wide',
      '2 name-tidied',
      '3 name-tidied',
      '6 degrees-swapped',
      '9 coordinates-zero',
      '17 category-not-known',
      '18 category-by-name',
      '19 category-not-known',
      '20 name-missing',
      '23 atvk-unreadable',
      '24 url-unusable',
      '25 isil-unreadable',
      '28 coordinates-unreadable',
      '29 coordinates-outside-latvia',
      '7 metres-swapped',
      '8 coordinates-disagree',
      '10 no-place-stated',
      '11 no-position',
      '12 row-in-sea',
      '13 position-in-sea',
      '14 row-outside',
      '22 code-elsewhere',
      '29 no-position',
      '16 duplicate-row',
    ]);
    expect(said.find(({ code }) => code === 'rows-elsewhere')?.values).toEqual({ count: 1 });
    expect(counts).toEqual({ read: 26, kept: 16, corrected: 6, dropped: 10 });
    expect(rows).toHaveLength(16);
  });

  it('is put right where that is sure', async () => {
    const { rows } = await read(dirty);
    const found = (name: string) => rows.find(({ nameLv }) => nameLv === name);
    const point = (name: string) => {
      const position = found(name)?.position;
      return position === undefined || position.state === 'missing' ? null : position.lonLat;
    };
    for (const name of [
      'Tumes kultūras nams',
      'Samainīti grādi',
      'Samainīti metri',
      'Nulles',
      'Decimālkomats',
      'Burti',
    ]) {
      expect(point(name)?.[0], name).toBeCloseTo(tume[0], 5);
      expect(point(name)?.[1], name).toBeCloseTo(tume[1], 5);
      expect(found(name)?.territoryId).toBe('tumes-pagasts');
    }
    expect(point('Nesakrīt'), 'both inside: degrees are taken').toEqual(tume);
    expect(found('Tikai kods')).toMatchObject({
      territoryId: 'tumes-pagasts',
      position: { state: 'missing', reason: 'no position stated' },
    });
    expect(found('Jūrā ar kodu')?.position.state).toBe('missing');
    expect(found('Vecmoku bibliotēka')?.status).toBe('closed');
    expect(found('Lestenes bibliotēka')?.kind).toBe('library');
    expect(found('Ārzemēs')).toMatchObject({ territoryId: 'tumes-pagasts', position: { state: 'missing' } });
  });

  it('with degrees in another parish than the code takes the metres that lie where the code says', async () => {
    const there = toLks92(tume);
    const { rows, faults } = await read(
      file(
        row({
          name: 'Divas vietas',
          at: slampe,
          x: there.north.toFixed(2),
          y: there.east.toFixed(2),
          atvk: '0900284',
        }),
      ),
    );
    expect(faults).toEqual(['2 coordinates-disagree']);
    expect(rows[0]).toMatchObject({
      territoryId: 'tumes-pagasts',
      position: { method: 'coordinates of the list (LKS-92)' },
    });
  });
});

describe('the form of the file', () => {
  const good = [
    row({ name: 'Slampes pagasta bibliotēka', id: '1' }),
    row({ name: 'Džūkstes kultūras nams', id: '2', category: 'Kultūras centri', at: [23.2474, 56.7875] }),
  ];
  const ids = ['kisc-1', 'kisc-2'];
  const idsOf = async (content: string | Uint8Array) => (await read(content)).rows.map(({ id }) => id);

  it('may have a byte order mark, semicolons, and headings in any case and order', async () => {
    expect(await idsOf(`\ufeff${file(...good)}`)).toEqual(ids);
    const semicolons = file(...good).replaceAll(',', ';');
    expect(await idsOf(semicolons)).toEqual(ids);
    expect(await idsOf(file(...good).replace(heading, heading.toUpperCase()))).toEqual(ids);
  });

  it('may be in a Baltic code page, which is said', async () => {
    const letters = new Map([...'āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ'].map((letter) => [letter, 0]));
    for (let byte = 0x80; byte < 0x100; byte += 1) {
      const letter = new TextDecoder('windows-1257').decode(Uint8Array.of(byte));
      if (letters.has(letter)) letters.set(letter, byte);
    }
    const bytes = Uint8Array.from([...file(...good)], (sign) => letters.get(sign) ?? sign.charCodeAt(0));
    const { rows, said } = await read(bytes);
    expect(rows.map(({ nameLv }) => nameLv)).toEqual([
      'Slampes pagasta bibliotēka',
      'Džūkstes kultūras nams',
    ]);
    expect(said.map(({ code }) => code)).toContain('decoded-as');
  });

  it('names the row of a broken letter in a text that is otherwise UTF-8', async () => {
    const bytes = Buffer.from(file(...good, row({ name: 'Bojāts burts', id: '3' })), 'utf8');
    bytes[bytes.indexOf(Buffer.from('ts burts')) - 1] = 0xff;
    const { rows, faults } = await read(bytes);
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(faults).toContain('4 row-broken-text');
  });

  it('with unknown headings is read in the documented order, which is said', async () => {
    const strange = heading
      .split(',')
      .map((_, i) => `Kolonna${i}`)
      .join(',');
    const { rows, said } = await read(file(...good).replace(heading, strange));
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(said.map(({ code }) => code)).toContain('columns-by-order');
    expect(await idsOf(good.join('\n')), 'without a heading').toEqual(ids);
    const numbered = [`,${strange}`, ...good.map((line, i) => `${i},${line}`)].join('\n');
    expect(await idsOf(numbered), 'behind the row numbers of a program').toEqual(ids);
  });

  it('tells itself whether X is north or east', async () => {
    const turned = [slampe, [23.2474, 56.7875] as LonLat].map((at, i) => {
      const { east, north } = toLks92(at);
      return row({ id: `${i + 1}`, name: `Vieta ${i}`, at, x: east.toFixed(2), y: north.toFixed(2) });
    });
    const { rows, said, faults } = await read(file(...turned));
    expect(rows).toHaveLength(2);
    expect(said.map(({ code }) => code)).toContain('x-is-east');
    expect(faults).toEqual([]);
  });

  it('is refused as a whole where nothing in it can be used', async () => {
    expect(await faultsOf('')).toMatchObject([{ fault: 'missing' }]);
    expect(await faultsOf('a,b,c\n1,2,3')).toMatchObject([
      { field: 'objektusaraksts.csv', row: 1, fault: 'missing' },
      { fault: 'missing' },
      { fault: 'missing' },
    ]);
    expect(await faultsOf(file(row({ at: [27.3, 56.5] })))).toMatchObject([{ fault: 'missing' }]);
    expect(await faultsOf(`${file(...good)}\n"nekad neaizvērts,1,2`)).toMatchObject([{ fault: 'malformed' }]);
    expect(await faultsOf(Buffer.from('PK\u0003\u0004\0\0\0'))).toMatchObject([{ fault: 'malformed' }]);
  });
});
