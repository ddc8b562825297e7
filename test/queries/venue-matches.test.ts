import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Venue } from '#core/offer/venue.ts';
import { Problem } from '#core/problem.ts';
import type { Imports } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { createEngineData } from '#server/db/queries/engine.ts';
import { readDecisions } from '#server/db/queries/matches.ts';
import { readSuggestions } from '#server/db/queries/suggestions.ts';
import { readUserRows } from '#server/db/queries/user-lists.ts';
import { createImports } from '#server/import/index.ts';
import { importShipped } from '#server/import/shipped/shipped.ts';
import { writeSuggestions } from '#server/import/venue/venue-matches-write.ts';
import { layOutDates } from '#server/jobs/lay-out-dates.ts';
import {
  everything,
  openTestDatabase,
  shippedSource,
  type TestDatabase,
  testClock,
  tukums,
} from './harness.ts';
import { csv } from './surroundings.ts';

let database: TestDatabase;
let imports: Imports;
const folder = mkdtempSync(join(tmpdir(), 'culture-map-matches-'));
beforeAll(async () => {
  database = await openTestDatabase();
  imports = createImports({
    database,
    region: tukums,
    clock: testClock,
    onImported: async () => undefined,
    log: { error: () => undefined },
  });
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const data = () => createData(database.db);
const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { name, path };
};
const idsOf = (items: readonly Venue[]) => items.map(({ id }) => id);
const shown = async () => idsOf((await data().listVenues({ ...everything, limit: 10_000 })).items);
const eventsAt = async (venueId: string) =>
  (await data().listOccurrences({ ...everything, filters: { venueId } })).items;

const official = [
  'OBJ,Objekta nosaukums,ISIL kods,Adrese,LAT,LON,LKS-92 X,LKS-92 Y,Kategorija,ATVK',
  '11,Slampes kultūras pils,,"Slampe, Slampes pag.",56.8480,23.2955,,,Kultūras centri,0900280',
  '12,Tukuma bibliotēka,LV-TUK,"Šēseles iela 3, Tukums",56.9671,23.1601,,,Bibliotēkas,0900201',
  '13,Irlavas KN,,"Irlava",56.8760,22.9940,,,Kultūras centri,0900254',
].join('\n');

const decide = (...rows: readonly string[]) =>
  imports.importFiles('venue-matches', 'decided', [
    file('decided.csv', ['decision,keep,id,otherId', ...rows].join('\n')),
  ]);

const faultsOf = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.faults;
    throw error;
  }
  throw new Error('it was taken');
};

const retire = async (list: string, state: 'past' | 'current') => {
  await database.bulk.updateTable('dataset_version').set({ state }).where('list', '=', list).execute();
};

describe('a list that holds places that are there already', () => {
  it('stands beside them, and the import says how many pairs wait for a decision', async () => {
    const before = await shown();
    const report = await imports.importFiles('kisc-objects', 'kisc', [file('objektusaraksts.csv', official)]);
    expect(report).toMatchObject({ dataset: 'venues', rows: 3 });
    expect((report.findings ?? []).find(({ code }) => code === 'same-place-suggested')?.values).toEqual({
      count: 3,
    });
    expect(await shown()).toHaveLength(before.length + 3);
    const pairs = (await readSuggestions(database.db)).undecided.map(({ keep, other }) => [
      keep.id,
      other.id,
    ]);
    expect(pairs.toSorted()).toEqual([
      ['kisc-11', 'slampes-kulturas-pils'],
      ['kisc-12', 'tukuma-biblioteka'],
      ['kisc-13', 'irlavas-kulturas-nams'],
    ]);
  });

  it('is refused with faults by row where decisions cannot be read, and nothing changes', async () => {
    expect(
      await faultsOf(
        decide(
          'same,kisc-11,kisc-11,slampes-kulturas-pils',
          'varbūt,,kisc-12,tukuma-biblioteka',
          'same,other,kisc-13,irlavas-kulturas-nams',
          'same,,kisc-13,kisc-13',
          'same,,,kisc-13',
        ),
      ),
    ).toMatchObject([
      { row: 3, field: 'decision', fault: 'not-one-of', value: 'varbūt' },
      { row: 4, field: 'keep', fault: 'not-one-of' },
      { row: 5, field: 'otherId', fault: 'duplicate' },
      { row: 6, field: 'id', fault: 'missing' },
    ]);
    expect(await faultsOf(decide('same,,a,b', 'different,,b,a'))).toMatchObject([
      { row: 3, fault: 'duplicate' },
    ]);
    expect(await faultsOf(decide(',,kisc-11,slampes-kulturas-pils'))).toMatchObject([{ fault: 'missing' }]);
    expect(await readDecisions(database.db)).toEqual({ places: [], apart: [] });
  });
});

describe('a decision', () => {
  it('hides a row behind the one that stands for it, with its events, its id and its source', async () => {
    const before = await shown();
    const events = await eventsAt('slampes-kulturas-pils');
    expect(events.length).toBeGreaterThan(0);
    const report = await decide(
      'tas pats,kisc-11,kisc-11,slampes-kulturas-pils',
      'different,,kisc-13,irlavas-kulturas-nams',
      ',,kisc-12,tukuma-biblioteka',
    );
    expect(report).toMatchObject({ dataset: 'venue-matches', rows: 2 });
    expect(await shown()).toEqual(before.filter((id) => id !== 'slampes-kulturas-pils'));
    const kept = await data().getVenue('slampes-kulturas-pils');
    expect(kept.id).toBe('kisc-11');
    expect(kept.merged).toMatchObject([
      { id: 'slampes-kulturas-pils', list: 'shipped', nameLv: 'Slampes Kultūras pils' },
    ]);
    for (const asked of ['slampes-kulturas-pils', 'kisc-11']) {
      const here = await eventsAt(asked);
      expect(here.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
      expect(here[0]).toMatchObject({
        venueId: 'kisc-11',
        venueName: 'Slampes kultūras pils',
        territoryId: 'slampes-pagasts',
        lonLat: [23.2955, 56.848],
        event: { venueId: 'kisc-11' },
      });
    }
    expect((await data().getEvent(events[0]?.eventId ?? '')).venueId).toBe('kisc-11');
  });

  it('reaches the engine', async () => {
    const venues = await createEngineData(database.db).readVenues();
    expect(idsOf(venues)).toContain('kisc-11');
    expect(idsOf(venues)).not.toContain('slampes-kulturas-pils');
  });

  it('is not asked again, be it same or different', async () => {
    const pairs = (await readSuggestions(database.db)).undecided.map(({ keep, other }) => [
      keep.id,
      other.id,
    ]);
    expect(pairs).toEqual([['kisc-12', 'tukuma-biblioteka']]);
  });

  it('lets a list of events name either row, and the name that both have is one place', async () => {
    await decide('same,kisc-11,kisc-11,slampes-kulturas-pils', 'same,kisc-12,kisc-12,tukuma-biblioteka');
    const report = await imports.importCsv(
      'events',
      'mine',
      'mine.csv',
      csv(
        'title,category,start,venue',
        'Viens,concert,2026-12-05 19:00,slampes-kulturas-pils',
        'Divi,concert,2026-12-06 19:00,Tukuma bibliotēka',
      ),
    );
    expect(report.rows).toBe(2);
    const { items } = await data().listOccurrences({ ...everything, filters: { list: 'mine' } });
    expect(items.map(({ venueId }) => venueId)).toEqual(['kisc-11', 'kisc-12']);
  });

  it('stays as it was said when dates are laid out anew and the shipped lists are looked at again', async () => {
    await layOutDates(database, testClock.now());
    await importShipped(database, shippedSource, testClock.now());
    const { rows } = { rows: await database.db.selectFrom('occurrence').select('venue_id').execute() };
    expect(rows.map((row) => row.venue_id)).toContain('slampes-kulturas-pils');
    expect(idsOf((await readUserRows(database.db)).venues)).toEqual(['kisc-11', 'kisc-12', 'kisc-13']);
    expect((await eventsAt('kisc-11')).length).toBeGreaterThan(0);
  });

  it('gives way when the list of the kept row goes, and holds again when it comes back', async () => {
    await retire('kisc', 'past');
    const [event] = await eventsAt('slampes-kulturas-pils');
    expect(event).toMatchObject({ venueId: 'slampes-kulturas-pils', venueName: 'Slampes Kultūras pils' });
    expect((await data().getVenue('kisc-11')).id).toBe('slampes-kulturas-pils');
    await retire('kisc', 'current');
    expect((await data().getVenue('slampes-kulturas-pils')).id).toBe('kisc-11');
  });

  it('is reported when a new version of the list no longer has the row', async () => {
    const without = official
      .split('\n')
      .filter((line) => !line.startsWith('11,'))
      .join('\n');
    const report = await imports.importFiles('kisc-objects', 'kisc', [file('next.csv', without)]);
    expect(
      (report.findings ?? []).filter(({ code }) => code === 'decided-row-gone').map(({ values }) => values),
    ).toEqual([{ id: 'kisc-11', name: 'Slampes kultūras pils' }]);
    expect(await shown()).toContain('slampes-kulturas-pils');
  });

  it('goes back and forth through the file in which people decide', async () => {
    const decided = await readDecisions(database.db);
    const text = writeSuggestions(await readSuggestions(database.db), 'lv');
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toBe(
      '\ufeffdecision,keep,list,id,name,otherList,otherId,otherName,distanceMetres,score,reasons',
    );
    expect(lines[1]).toBe(
      'same,kisc-11,kisc,kisc-11,Slampes kultūras pils,shipped,slampes-kulturas-pils,Slampes Kultūras pils,,,',
    );
    expect(lines[3]).toMatch(
      /^,kisc-13,kisc,kisc-13,Irlavas KN,shipped,irlavas-kulturas-nams,.*viens nosaukums/,
    );
    const report = await imports.importFiles('venue-matches', 'decided', [file('again.csv', text)]);
    expect(report.rows).toBe(2);
    expect((report.findings ?? []).map(({ code }) => code).toSorted()).toEqual([
      'decided-row-gone',
      'rows-undecided',
    ]);
    expect(await readDecisions(database.db)).toEqual(decided);
  });
});
