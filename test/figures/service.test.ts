import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessAnswer } from '#core/access/answer.ts';
import { figureSpecification } from '#core/contract/figure.ts';
import { type DatasetName, type DatasetVersion, stateOf } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import { Problem } from '#core/problem.ts';
import type { TimetableAnswer } from '#core/transit/timetable-answer.ts';
import type { Data, Engine, FigureStore, Figures, Page, StoredFigure } from '#server/context.ts';
import { createFigures } from '#server/figures/index.ts';
import { answer, territories } from './fixture.ts';
import { roundTrip, shift } from './round-trip-fixture.ts';

const region: Region = {
  id: 'skujas',
  nameLv: 'Skuju novads',
  nameEn: 'Skujas Municipality',
  municipalityId: 'novads',
  focalTown: { territoryId: 'kandava', nameLv: 'Kandava', nameEn: 'Kandava', lonLat: [23, 57] },
  bounds: [22, 56, 24, 58],
  networkBounds: [20, 55, 29, 59],
  crs: 3059,
  hasShippedData: true,
  timeZone: 'Europe/Riga',
};

const version = (id: number, dataset: DatasetName): DatasetVersion => ({
  ...{ id, dataset, list: 'shipped', title: dataset, source: 'made up', licence: 'CC0' },
  ...{ retrievedAt: '2026-10-24', fileHash: `hash-${id}`, rowCount: 1, warnings: [] },
  ...{ counts: null, sourceName: 'shipped' as const, importId: id },
  ...{ isModel: dataset === 'territories', importedAt: '2026-10-24T10:00:00Z' },
});

const cells = answer.cells.id.map((id, index) => ({
  ...{ id, territoryId: answer.territories[answer.cells.territory[index] ?? 0]?.id ?? '', people: 1 },
  ...{
    nearestSettlement: `Near ${id}`,
    centre: [23, 57] as const,
    source: '',
    confidence: '',
    isModel: true,
  },
}));

const timetable: TimetableAnswer = {
  ...{ timeZone: 'Europe/Riga', feeds: [], stopCount: 0, lineCount: 0, tripCount: 0 },
  days: [{ date: '2026-11-27', kind: 'school-day', trips: 3 }],
};

const page = <T>(items: readonly T[]): Promise<Page<T>> =>
  Promise.resolve({ items, numberMatched: items.length, nextCursor: null });
const notUsed = () => Promise.reject(new Error('a figure does not read this'));

/** A world whose data can change and whose answers can be counted. */
const world = () => {
  const state = {
    versions: [version(1, 'territories'), version(2, 'venues'), version(9, 'events')],
    /** What `currentVersions` believes, when that is older. */
    believed: null as readonly DatasetVersion[] | null,
    /** What the engine holds at each question, when that is something else. */
    engineVersions: [] as (readonly DatasetVersion[])[],
    answer: {} as Partial<AccessAnswer>,
    found: 0,
    /** Other names of territories, by id. */
    names: {} as Readonly<Record<string, string>>,
  };
  const members = territories.map((territory) => ({
    ...territory,
    parents: [{ id: 'novads', validFrom: '2021-07-01', validTo: null }],
  }));
  const data: Data = {
    ...{
      getTerritory: notUsed,
      getCell: notUsed,
      getSettlement: notUsed,
      getVenue: notUsed,
    },
    ...{
      listOccurrences: notUsed,
      getOccurrence: notUsed,
      getEvent: notUsed,
      getRoad: notUsed,
      getLandcover: notUsed,
      listVersions: notUsed,
      findFindings: notUsed,
      findReport: notUsed,
      listOnDemandZones: notUsed,
      listSurveyResults: notUsed,
      listVenueSuggestions: notUsed,
      listAddressIndexes: notUsed,
    },
    isAlive: () => Promise.resolve(true),
    currentVersions: () => Promise.resolve(state.believed ?? state.versions),
    listTerritories: () =>
      page(members.map((each) => ({ ...each, nameLv: state.names[each.id] ?? each.nameLv }))),
    listCells: () => page(cells),
    listSettlements: () => page([]),
    listVenues: () => page([]),
    listRoads: () => page([]),
    listLandcover: () => page([]),
  };
  const engine: Engine = {
    access: notUsed,
    accessOn: (versions, query) => {
      const [current] =
        state.engineVersions.length > 1 ? state.engineVersions.splice(0, 1) : state.engineVersions;
      const isCurrent = stateOf(versions) === stateOf(current ?? state.versions);
      return Promise.resolve(isCurrent ? { ...answer, ...state.answer, query } : null);
    },
    ways: notUsed,
    travelTimes: notUsed,
    isOn: (versions) => Promise.resolve(stateOf(versions) === stateOf(state.versions)),
    roundTrip: (query) => Promise.resolve({ ...roundTrip, query }),
    roundTripJourneys: notUsed,
    territoryRoundTrips: notUsed,
    shift: (_id, mode) => Promise.resolve({ ...shift, mode }),
    timetable: () => Promise.resolve(timetable),
    isReady: () => true,
  };
  const rows = new Map<string, StoredFigure>();
  const store: FigureStore = {
    save: (figure) => {
      // As the database does: what was kept comes back as JSON, the first of an id stays.
      if (!rows.has(figure.id)) rows.set(figure.id, JSON.parse(JSON.stringify(figure)) as StoredFigure);
      return Promise.resolve();
    },
    find: (id) => {
      state.found += 1;
      return Promise.resolve(rows.get(id) ?? null);
    },
    list: (limit) => Promise.resolve([...rows.values()].slice(0, limit)),
  };
  const readVersions = () => Promise.resolve(state.versions);
  const clock = { now: () => new Date('2026-11-22T12:00:00Z') };
  const make = (softwareVersion: string) =>
    createFigures({ store, engine, data, readVersions, region, clock, softwareVersion });
  return { state, rows, make, figures: make('1.2.3') };
};

const specification = (more: object = {}) =>
  figureSpecification.parse({ measure: 'nearest', offer: 'library', ...more });

const faultsOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw new Error('no problem was thrown');
  return { code: error.code, faults: error.faults };
};

describe('a kept figure', () => {
  it('equals its preview, and keeps its bytes when the data change', async () => {
    const { state, figures } = world();
    const preview = await figures.preview(specification(), 'lv');
    const kept = await figures.freeze(specification());
    expect(await figures.svg(kept.id, 'lv')).toBe(preview);
    expect(kept.id).toMatch(/^[a-z2-7]{20}$/);
    expect(kept.isSuperseded).toBe(false);
    expect(kept.title.lv).toBe('Tuvākā bibliotēka ar automašīnu');

    state.versions = [version(1, 'territories'), version(3, 'venues'), version(9, 'events')];
    expect((await figures.get(kept.id)).isSuperseded).toBe(true);
    expect(await figures.svg(kept.id, 'lv')).toBe(preview);
    const next = await figures.freeze(specification());
    expect(next.id).not.toBe(kept.id);
    expect((await figures.list(10)).map(({ id }) => id)).toEqual([kept.id, next.id]);
  });

  it('is the same figure for the same choices in another spelling, and for new events', async () => {
    const { state, figures, rows } = world();
    const first = await figures.freeze(
      specification({ offer: 'library,museum', venueStatus: 'open,unknown' }),
    );
    state.versions = [...state.versions.slice(0, 2), version(10, 'events')];
    const again = await figures.freeze(
      specification({ offer: 'museum,library', venueStatus: 'unknown,open' }),
    );
    expect(again.id).toBe(first.id);
    expect(rows.size).toBe(1);
  });

  it('is another figure for another width, title, level or cut-off', async () => {
    const { figures } = world();
    const changes = [
      {},
      { widthMm: 180 },
      { title: { lv: 'Cits' } },
      { level: 'cells' },
      { cutoffMinutes: 45 },
    ];
    const ids = await Promise.all(
      changes.map(async (more) => (await figures.freeze(specification(more))).id),
    );
    expect(new Set(ids).size).toBe(changes.length);
  });

  it('brings its table, sources and words', async () => {
    const { figures } = world();
    const kept = await figures.freeze(specification());
    expect(kept.table.rows).toHaveLength(answer.territories.length + 1);
    for (const row of kept.table.rows) expect(row).toHaveLength(kept.table.columns.length);
    const people = kept.table.columns.indexOf('people');
    const counts = kept.table.rows.map((row) => Number(row[people]));
    expect(counts.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(counts.at(-1));
    expect(kept.dataVersions.map(({ dataset }) => dataset)).toEqual(['territories', 'venues']);
    expect(kept.isModel).toBe(true);
    expect(kept.alternativeText.en).toContain('Nearest library by car');
  });

  it('is another figure when its numbers are others, though specification and data are the same', async () => {
    const { state, figures } = world();
    const first = await figures.freeze(specification());
    const [row, ...others] = answer.territories;
    if (row === undefined) throw new Error('no territory');
    state.answer = { territories: [{ ...row, value: (row.value ?? 0) + 1 }, ...others] };
    const preview = await figures.preview(specification(), 'en');
    const second = await figures.freeze(specification());
    expect(second.id).not.toBe(first.id);
    expect(await figures.svg(second.id, 'en')).toBe(preview);
    expect(preview).toContain(second.id);
  });

  it('is superseded when it rests on something else by now', async () => {
    const { rows, figures } = world();
    const { id } = await figures.freeze(specification());
    const stored = rows.get(id);
    if (stored === undefined) throw new Error('not kept');
    rows.set('older', { ...stored, id: 'older', summary: { ...stored.summary, basis: 'older' } });
    expect((await figures.get('older')).isSuperseded).toBe(true);
    const listed = (await figures.list(10)).map((one) => [one.id, one.isSuperseded]);
    expect(listed).toEqual([
      [id, false],
      ['older', true],
    ]);
  });

  it('is listed without being read', async () => {
    const { state, figures, make } = world();
    const kept = await figures.freeze(specification());
    state.found = 0;
    const [listed] = await make('1.2.3').list(10);
    expect(state.found).toBe(0);
    const { table: _table, cells: _cells, alternativeText: _text, ...rest } = kept;
    const { dataVersions: _versions, softwareVersion: _software, ...listing } = rest;
    expect(listed).toEqual(listing);
  });

  it('offers the cells that it draws, with their places and ways, and none where it draws parishes', async () => {
    const { figures } = world();
    expect((await figures.freeze(specification())).cells).toBeNull();
    const kept = await figures.freeze(specification({ level: 'cells' }));
    expect(kept.cells?.rows).toHaveLength(answer.cells.id.length);
    const at = answer.cells.id.indexOf('1kmX451Y300');
    const [row] = (kept.cells?.rows ?? []).filter(([id]) => id === '1kmX451Y300');
    expect(Object.fromEntries(kept.cells?.columns.map((column, i) => [column, row?.[i]]) ?? [])).toEqual({
      id: '1kmX451Y300',
      settlement: 'Near 1kmX451Y300',
      territoryNameLv: 'Džūkstes pagasts',
      territoryNameEn: 'Džūkste Parish',
      people: answer.cells.people[at],
      value: answer.cells.value[at],
      unit: 'min',
      reason: null,
      travelMinutes: answer.cells.minutes[at],
      travelKm: answer.cells.km[at],
      venue: 'Kandavas bibliotēka',
    });
    expect(kept.table.rows).toHaveLength(answer.territories.length + 1);
  });

  it('keeps the version of the software that drew it', async () => {
    const { figures, make } = world();
    const kept = await figures.freeze(specification());
    expect(kept.softwareVersion).toBe('1.2.3');
    expect((await make('2.0.0').get(kept.id)).softwareVersion).toBe('1.2.3');
    expect((await make('2.0.0').freeze(specification())).softwareVersion).toBe('1.2.3');
  });

  it('stays readable though it was specified before days, windows and events were', async () => {
    const { rows, figures } = world();
    const { id } = await figures.freeze(specification());
    const stored = rows.get(id);
    if (stored === undefined) throw new Error('not kept');
    const { date: _date, from: _from, ...older } = stored.specification as Record<string, unknown>;
    const { windowMinutes: _window, percentile: _percentile, ...oldest } = older;
    rows.set('oldest', { ...stored, id: 'oldest', specification: { ...oldest, widthMm: 180 } });
    expect((await figures.get('oldest')).title).toEqual((await figures.get(id)).title);
    const png = Buffer.from(await figures.png('oldest', 'en'));
    expect(png.readUInt32BE(16)).toBe(Math.round((180 / 25.4) * 300));
  });

  it('says that an unknown id is not there', async () => {
    const { figures } = world();
    expect((await faultsOf(figures.get('aaaaaaaaaaaaaaaaaaaa'))).code).toBe('not-found');
  });
});

describe('a figure by timetable', () => {
  const evening = (more: object = {}) =>
    figureSpecification.parse({ measure: 'round-trip', occurrenceId: 'koncerts_20261127T1800', ...more });
  const withTimetable = (id: number) => [
    ...[version(1, 'territories'), version(2, 'venues'), version(9, 'events'), version(id, 'timetable')],
    version(8, 'landcover'),
  ];

  it('of an event is kept with its rows, rests on event and timetable, and says when it is', async () => {
    const { state, figures } = world();
    state.versions = withTimetable(5);
    const kept = await figures.freeze(evening({ level: 'cells' }));
    expect(await figures.svg(kept.id, 'en')).toBe(await figures.preview(evening({ level: 'cells' }), 'en'));
    expect(kept.title.en).toBe('Who can come to “Autumn concert” and get home by public transport');
    expect(kept.cells?.rows).toHaveLength(roundTrip.cells.id.length);
    expect(kept.table.rows.at(-1)?.[0]).toBe('novads');
    expect(kept.dataVersions.map(({ dataset }) => dataset)).toEqual([
      ...['territories', 'venues', 'landcover', 'events', 'timetable'],
    ]);
    expect(kept.alternativeText.en).toContain('(school day)');
    state.versions = withTimetable(6);
    expect((await figures.get(kept.id)).isSuperseded).toBe(true);
    state.versions = withTimetable(5);
    expect((await figures.get(kept.id)).isSuperseded).toBe(false);
  });

  it('of an event by car does not rest on the timetable', async () => {
    const { state, figures } = world();
    state.versions = withTimetable(5);
    const kept = await figures.freeze(evening({ mode: 'car' }));
    state.versions = withTimetable(6);
    expect((await figures.get(kept.id)).isSuperseded).toBe(false);
    expect(kept.title.en).toContain('by car');
  });

  it('is a curve where that is asked for, whatever the level', async () => {
    const { state, figures } = world();
    state.versions = withTimetable(5);
    const curve = await figures.freeze(evening({ drawn: 'shift-curve' }));
    const same = await figures.freeze(evening({ drawn: 'shift-curve', level: 'cells', endShiftMinutes: 30 }));
    expect(same.id).toBe(curve.id);
    expect(curve.cells).toBeNull();
    expect(curve.table.columns).toContain('moved');
    expect(curve.dataVersions.map(({ dataset }) => dataset)).not.toContain('landcover');
    expect(await figures.svg(curve.id, 'lv')).toContain('pārceltas beigas');
    expect(Buffer.from(await figures.png(curve.id, 'lv')).length).toBeGreaterThan(10_000);
  });

  it('of access names its day and window, which are no part of a figure by car', async () => {
    const { state, figures } = world();
    state.versions = withTimetable(5);
    const byBus = { mode: 'public-transport', date: '2026-11-27', windowMinutes: 90, percentile: 90 };
    const kept = await figures.freeze(specification(byBus));
    expect((await figures.preview(specification(byBus), 'en')).replaceAll('\u00a0', ' ')).toContain(
      'Leaving on 27 November 2026 (school day) from 08:00 to 09:30, percentile 90',
    );
    expect(kept.dataVersions.map(({ dataset }) => dataset)).toContain('timetable');
    const other = await figures.freeze(specification({ ...byBus, percentile: 50 }));
    expect(other.id).not.toBe(kept.id);
    const car = await figures.freeze(specification());
    expect((await figures.freeze(specification({ date: '2026-11-27', percentile: 90 }))).id).toBe(car.id);
    expect(() => specification({ mode: 'public-transport' })).toThrow(/date/);
  });
});

describe('one state of the data', () => {
  const newer = [version(1, 'territories'), version(3, 'venues'), version(9, 'events')];

  it('is frozen from what the database holds, not from what was believed a moment ago', async () => {
    const { state, figures } = world();
    state.believed = state.versions;
    state.versions = newer;
    const kept = await figures.freeze(specification());
    state.believed = newer;
    expect((await figures.get(kept.id)).isSuperseded).toBe(false);
  });

  it('is asked for again while the engine answers from another', async () => {
    const { state, figures } = world();
    const older = state.versions;
    state.versions = newer;
    state.engineVersions = [older, older, newer];
    const kept = await figures.freeze(specification());
    expect(state.engineVersions).toEqual([newer]);
    expect(kept.isSuperseded).toBe(false);
    state.engineVersions = [older];
    expect((await faultsOf(figures.freeze(specification()))).code).toBe('unavailable');
  });
});

describe('words that the font cannot write', () => {
  it.each(['山', '🙂', '\u0007'])('%j is refused, by field and sign', async (sign) => {
    const { figures, rows } = world();
    const refused = await faultsOf(figures.freeze(specification({ title: { lv: `Karte ${sign}x` } })));
    expect(refused.code).toBe('bad-figure');
    expect(refused.faults).toEqual([{ field: 'title.lv', fault: 'no-glyph', value: sign }]);
    expect(rows.size).toBe(0);
  });
});

describe('data that the font cannot write', () => {
  const drawn = async (language: 'lv' | 'en') => {
    const { state, figures } = world();
    state.names = { 'vanes-pagasts': 'Vānes 山 pagasts' };
    state.versions = [{ ...version(1, 'territories'), source: 'List 🙂 of 山' }, version(2, 'venues')];
    return figures.preview(specification(), language);
  };
  const textOf = (svg: string) =>
    [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
      .map(([, text]) => text)
      .join(' ')
      .replaceAll('\u00a0', ' ');

  it.each([
    ['lv', 'Ar “?” aizstātas zīmes, kuru burtveidolā nav: U+5C71, U+1F642.'],
    ['en', '“?” stands for signs that the typeface lacks: U+5C71, U+1F642.'],
  ] as const)('is drawn with a question mark and a note: %s', async (language, note) => {
    const text = textOf(await drawn(language));
    expect(text).not.toMatch(/山|🙂/u);
    expect(text).toContain('List ? of ?');
    expect(text).toContain(note);
  });

  it('has no note where every sign is drawn', async () => {
    expect(textOf(await world().figures.preview(specification(), 'en'))).not.toContain('typeface');
  });
});

describe('the PNG', () => {
  let png: Buffer;
  let figures: Figures;
  let id: string;
  beforeAll(async () => {
    ({ figures } = world());
    id = (await figures.freeze(specification())).id;
    png = Buffer.from(await figures.png(id, 'lv'));
  });
  const chunkAt = (type: string) => png.indexOf(type, 0, 'latin1') + 4;

  it('is as wide as asked at 300 dpi and says so', () => {
    expect(png.readUInt32BE(16)).toBe(Math.round((160 / 25.4) * 300));
    const at = chunkAt('pHYs');
    const pixelsPerMetre = Math.round(300 / 0.0254);
    expect([png.readUInt32BE(at), png.readUInt32BE(at + 4), png[at + 8]]).toEqual([
      pixelsPerMetre,
      pixelsPerMetre,
      1,
    ]);
  });

  it('carries colour space and title', () => {
    expect(png.indexOf('sRGB', 0, 'latin1')).toBeGreaterThan(0);
    expect(png.includes(Buffer.from('Tuvākā bibliotēka ar automašīnu', 'utf8'))).toBe(true);
  });

  it('is the same on a second run, also by another process of the service', async () => {
    const other = world().figures;
    const same = await other.freeze(specification());
    expect(same.id).toBe(id);
    expect(Buffer.from(await other.png(same.id, 'lv')).equals(png)).toBe(true);
  });

  it('answers many at once', async () => {
    const kept = await Promise.all(
      [100, 120, 140, 150].map((n) => figures.freeze(specification({ cutoffMinutes: n }))),
    );
    const drawn = await Promise.all(kept.map((one) => figures.png(one.id, 'en')));
    for (const one of drawn) expect(one.length).toBeGreaterThan(10_000);
  });
});
