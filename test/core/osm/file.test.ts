import { describe, expect, it } from 'vitest';
import { Problem } from '#core/problem.ts';
import { openBytes, readBytes, row, type WriteOptions, writeBlocks, writeOsm } from './writer.ts';

const street = { id: 10, refs: [1, 2, 3], tags: { highway: 'residential', name: 'Iela' } };
const small = { nodes: row(3), ways: [street] };

const faultOf = async (work: Promise<unknown>): Promise<{ value?: string; expected?: string }> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Problem);
  const { code, faults } = error as Problem;
  expect(code).toBe('bad-import');
  expect(faults).toHaveLength(1);
  const [fault] = faults;
  expect(fault?.field).toBe('file');
  expect(fault?.expected).not.toBe('');
  return fault ?? {};
};

describe('reading', () => {
  const ways: [string, WriteOptions][] = [
    ['dense nodes, zlib', {}],
    ['single nodes', { isDense: false }],
    ['raw blobs', { isRaw: true }],
    ['a coarse grid', { granularity: 1000 }],
    ['a file that does not say it is sorted', { isSorted: false }],
  ];
  it.each(ways)('gives the same street from %s', async (_, options) => {
    const { columns, extract } = await readBytes(writeOsm(small, options));
    expect(columns.edgeFrom).toHaveLength(1);
    expect(Array.from(columns.linePoints)).toEqual([
      230000000, 570000000, 230010000, 570000000, 230020000, 570000000,
    ]);
    expect(columns.strings[columns.edgeName[0] ?? 0]).toBe('Iela');
    expect(extract.counts).toMatchObject({ nodes: 3, ways: 1, relations: 0 });
  });

  it('tells what the header tells', async () => {
    const { header } = await openBytes(
      writeOsm(small, { timestamp: 1_700_000_000, bounds: [22.5, 56.5, 23.5, 57.5] }),
    );
    expect(header).toEqual({
      bounds: [22.5, 56.5, 23.5, 57.5],
      timestamp: '2023-11-14T22:13:20Z',
      writtenBy: 'test',
      source: null,
      isSorted: true,
    });
  });

  it('reads many blocks, kinds mixed within a block, and ids beyond 32 bits', async () => {
    const far = 12_345_678_901;
    const nodes = row(4, 57, far);
    const ways = [
      { id: 1, refs: [far, far + 1], tags: { highway: 'primary' } },
      { id: 2, refs: [far + 1, far + 2, far + 3], tags: { highway: 'primary' } },
    ];
    const relations = [{ id: 1, tags: { type: 'route' }, members: [['way', 1, ''] as const] }];
    const blocks = [
      { nodes: nodes.slice(0, 2) },
      { nodes: nodes.slice(2), ways: ways.slice(0, 1) },
      { ways: ways.slice(1), relations },
    ];
    for (const isSorted of [true, false]) {
      const { columns, extract, runs } = await readBytes(writeBlocks(blocks, { isSorted }));
      expect(columns.edgeFrom).toHaveLength(2);
      expect(runs.missingNodes).toBe(0);
      expect(extract.counts).toMatchObject({ nodes: 4, ways: 2, relations: 1 });
    }
  });

  it('reads a file in any order when it says nothing of order', async () => {
    const blocks = [{ ways: [street] }, { nodes: row(3).toReversed() }];
    const { columns } = await readBytes(writeBlocks(blocks, { isSorted: false }));
    expect(columns.edgeFrom).toHaveLength(1);
  });
});

describe('bad files', () => {
  it('is a Problem wherever a file is cut off', async () => {
    const whole = writeOsm({ ...small, relations: [{ id: 1, tags: { type: 'x' }, members: [] }] });
    const ends: number[] = [];
    for (let length = 0; length < whole.length; length += 1) {
      const cut = whole.subarray(0, length);
      const outcome = await readBytes(cut).then(
        () => 'read' as const,
        (error: unknown) => error,
      );
      if (outcome === 'read') ends.push(length);
      else expect(outcome, `cut at ${length}`).toMatchObject({ code: 'bad-import' });
    }
    // Without its relations it is a whole file again; nothing else may pass.
    expect(ends).toHaveLength(1);
  });

  it('is a Problem or a street, whichever byte is broken', async () => {
    const whole = writeOsm(small, { isRaw: true });
    for (let at = 0; at < whole.length; at += 1) {
      for (const bits of [0x01, 0x80, 0xff]) {
        const broken = whole.slice();
        broken[at] = (broken[at] ?? 0) ^ bits;
        const outcome = await readBytes(broken).then(
          () => null,
          (error: unknown) => error,
        );
        if (outcome !== null) expect(outcome, `byte ${at}`).toBeInstanceOf(Problem);
      }
    }
  });

  it('knows what is no PBF file', async () => {
    const expected = 'an OpenStreetMap extract, .osm.pbf';
    for (const text of ['<?xml version="1.0"?><osm></osm>', 'PK\u0003\u0004 zip', 'id,lon,lat\n1,2,3\n']) {
      const fault = await faultOf(readBytes(new TextEncoder().encode(text)));
      expect(fault).toMatchObject({ value: 'not a PBF file', expected });
    }
    expect(await faultOf(readBytes(new Uint8Array(0)))).toMatchObject({ expected });
  });

  it.each([
    [4, 'lzma'],
    [6, 'lz4'],
    [7, 'zstd'],
  ])('refuses compression in field %s and says how to convert it', async (blobField, name) => {
    const fault = await faultOf(readBytes(writeOsm(small, { blobField })));
    expect(fault.value).toContain(name);
    expect(fault.expected).toContain('osmium');
  });

  it('refuses what it does not understand', async () => {
    const history = ['OsmSchema-V0.6', 'HistoricalInformation'];
    expect(await faultOf(openBytes(writeOsm(small, { required: history })))).toMatchObject({
      value: 'needs HistoricalInformation',
    });
    const unknown = await faultOf(openBytes(writeOsm(small, { required: ['LocationsOnWays2'] })));
    expect(unknown.value).toContain('LocationsOnWays2');
  });

  it('says so when there are no streets', async () => {
    const ways = [{ id: 1, refs: [1, 2], tags: { waterway: 'river' } }];
    expect(await faultOf(readBytes(writeOsm({ nodes: row(3), ways })))).toMatchObject({
      value: 'no streets in it',
    });
    expect(await faultOf(readBytes(writeOsm({ nodes: row(3) })))).toMatchObject({
      value: 'no streets in it',
    });
  });

  it('says so when a file that calls itself sorted is not', async () => {
    const other = { id: 11, refs: [1, 2], tags: { highway: 'service' } };
    const blocks = [{ ways: [other] }, { nodes: row(3) }, { ways: [street] }];
    expect(await faultOf(readBytes(writeBlocks(blocks)))).toMatchObject({ value: 'not sorted as it says' });
  });
});
