import { describe, expect, it } from 'vitest';
import { toLks92 } from '#core/place/lks92.ts';
import { type Fault, Problem } from '#core/problem.ts';
import { readVenuesCsv } from '#server/import/venue/venues-csv.ts';
import { csv, venueWorld } from './surroundings.ts';

const read = (...lines: string[]) => readVenuesCsv(csv(...lines), venueWorld);

const faultsOf = async (bytes: Uint8Array): Promise<readonly Fault[]> => {
  try {
    await readVenuesCsv(bytes, venueWorld);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect(error).toHaveProperty('code', 'bad-import');
    return (error as Problem).faults;
  }
  throw new Error('the file was accepted');
};

describe('a list of venues', () => {
  it('is read with Latvian or English headings, commas or semicolons, with or without byte order mark', async () => {
    const latvian = await read('\ufeffNosaukums;VEIDS;lat;lon', '"Zāle; lielā";bibliotēka;56,83810;23,25890');
    const english = await read('name,kind,lat,lon', '"Zāle; lielā",library,56.83810,23.25890');
    expect(latvian.rows).toEqual(english.rows);
    expect(latvian.rows[0]).toMatchObject({
      id: 'zale-liela',
      nameLv: 'Zāle; lielā',
      kind: 'library',
      // Not stated: where its point lies is reckoned on the borders of the day.
      territoryId: null,
      list: 'mine',
      isModel: false,
      position: { state: 'exact', lonLat: [23.2589, 56.8381], accuracyMetres: 1 },
    });
  });

  it('says what it never stated', async () => {
    const { rows, warnings } = await read('name,kind,ramp?', 'Zāle,library,yes');
    expect(rows[0]).toMatchObject({
      capacity: null,
      openingHours: null,
      physicalAccess: { stepFreeEntrance: 'not-stated', hearingLoop: 'not-stated' },
      position: { state: 'missing', reason: 'no position stated' },
      territoryId: null,
    });
    expect(warnings).toEqual([
      { code: 'unknown-column', values: { heading: 'ramp?' } },
      { code: 'no-position', row: 2, values: { name: '' } },
      { code: 'status-assumed', values: { count: 1 } },
    ]);
  });

  it('takes the village for a position, and says so', async () => {
    const { rows, warnings } = await read('name,kind,village', 'Zāle,library,Slampe', 'Cita,library,Zudusī');
    expect(rows[0]?.position).toEqual({
      state: 'approximate',
      lonLat: [23.2589, 56.8381],
      accuracyMetres: 1000,
      method: 'village point',
    });
    expect(rows[1]?.position).toEqual({
      state: 'missing',
      reason: 'no position stated and none known of "Zudusī"',
    });
    expect(warnings.slice(0, 2)).toEqual([
      { code: 'position-of-village', row: 2, values: { name: 'Slampe' } },
      { code: 'no-position-of-village', row: 3, values: { name: 'Zudusī' } },
    ]);
  });

  it('is only as exact as its digits', async () => {
    const { rows } = await read('name,kind,lat,lon', 'Zāle,library,56.84,23.26');
    expect(rows[0]?.position).toMatchObject({ state: 'approximate', accuracyMetres: 557 });
  });

  it('puts swapped degrees right and reports it', async () => {
    const { rows, warnings } = await read('name,kind,lat,lon', 'Zāle,library,23.25890,56.83810');
    expect(rows[0]?.position).toMatchObject({ lonLat: [23.2589, 56.8381] });
    expect(warnings).toContainEqual({ code: 'swapped-degrees', row: 2, values: {} });
  });

  it('understands LKS-92 either way round', async () => {
    const { east, north } = toLks92([23.2589, 56.8381]);
    const row = (x: number, y: number) => `Zāle,library,${x.toFixed(3)},${y.toFixed(3)}`;
    const official = await read('name,kind,LKS-92 X,LKS-92 Y', row(north, east));
    const reversed = await read('name,kind,LKS-92 X,LKS-92 Y', row(east, north));
    expect(official.rows[0]?.position).toMatchObject({ state: 'exact', lonLat: [23.2589, 56.8381] });
    expect(reversed.rows).toEqual(official.rows);
    const swapped = { code: 'swapped-metres', row: 2, values: {} };
    expect(reversed.warnings).toContainEqual(swapped);
    expect(official.warnings).not.toContainEqual(swapped);
  });

  it('believes the stated parish more than a schematic border', async () => {
    const { rows } = await read('name,kind,pagasts,lat,lon', 'Zāle,library,Slampes pag.,56.9,22.9');
    expect(rows[0]?.territoryId).toBe('slampes-pagasts');
  });

  it('finds a parish by a code that lost its leading zero', async () => {
    const { rows } = await read('name,kind,atvk', 'Zāle,library,900270');
    expect(rows[0]?.territoryId).toBe('slampes-pagasts');
  });

  it('tells venues of one name apart by their village', async () => {
    const { rows } = await read(
      'name,kind,village',
      'Bibliotēka,library,Slampe',
      'Bibliotēka,library,Zudusī',
    );
    expect(rows.map(({ id }) => id)).toEqual(['biblioteka-slampe', 'biblioteka-zudusi']);
  });
});

describe('faults are named by row and field', () => {
  it('all at once', async () => {
    const faults = await faultsOf(
      csv(
        'name,kind,lat,lon,capacity,url,id,parish,closed on',
        'A,bibl,57,23.1,many,javascript:alert(1),a b,Nekurienes pagasts,31.12.2024',
        ',museum,56.9,abc,-5,,x,,',
        '"line',
        'break",museum,40.1,23.0,,,taken,,',
        'C,museum,56.9,,,,x,,',
      ),
    );
    expect(faults.map(({ row, field, fault }) => `${row} ${field} ${fault}`)).toEqual([
      '2 kind not-one-of',
      '2 territory unknown-reference',
      '2 id malformed',
      '2 closedOn malformed',
      '2 capacity not-a-number',
      '2 url malformed',
      '3 nameLv missing',
      '3 lon not-a-number',
      '3 capacity out-of-range',
      '4 lat out-of-range',
      '4 id duplicate',
      '6 lon missing',
      '6 id duplicate',
    ]);
  });

  it.each([
    ['a file that is not UTF-8', new Uint8Array([...csv('name,kind', 'Z'), 0xd6, 0x28]), 'file', 'malformed'],
    ['an empty file', csv(''), 'file', 'missing'],
    ['a header alone', csv('name,kind'), 'file', 'missing'],
    ['a missing column', csv('name', 'A'), 'kind', 'missing'],
    ['a column given twice', csv('name,nosaukums,kind', 'A,A,library'), 'nosaukums', 'repeated'],
    ['a quote that never ends', csv('name,kind', '"A,library'), 'file', 'malformed'],
    ['more cells than columns', csv('name,kind', 'A,library,1,2'), 'file', 'malformed'],
    ['a NUL', csv('name,kind', 'A\0,library'), 'file', 'malformed'],
    ['the same id twice', csv('id,name,kind', 'a,A,library', 'a,B,library'), 'id', 'duplicate'],
    ['an id of another list', csv('id,name,kind', 'taken,A,library'), 'id', 'duplicate'],
    ['a name without letters', csv('name,kind', '!!!,library'), 'id', 'missing'],
    ['a position in another country', csv('name,kind,lat,lon', 'A,library,48.8,2.3'), 'lat', 'out-of-range'],
    ['a position half given', csv('name,kind,lat,lon', 'A,library,56.9,'), 'lon', 'missing'],
    ['a text too long', csv('name,kind', `${'A'.repeat(201)},library`), 'nameLv', 'too-long'],
  ] as const)('%s', async (_, bytes, field, fault) => {
    expect((await faultsOf(bytes))[0]).toMatchObject({ field, fault });
  });
});
