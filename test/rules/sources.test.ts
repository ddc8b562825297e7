import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileRules } from '#core/contract/import-files.ts';
import { type FileSource, fileSources, licenceNotStated } from '#core/place/provenance.ts';
import { Problem } from '#core/problem.ts';
import { userAgent } from '#server/fetch/settings.ts';
import { findSource, mostBytesOf, type OfficialSource, readSources } from '#server/fetch/sources.ts';
import { fileImporters } from '#server/import/files.ts';

/** What people make themselves; nobody publishes it for all. */
const ownLists: readonly FileSource[] = ['population', 'on-demand', 'venue-matches', 'ical', 'survey'];
/** Each may be shown and worked with beside our own CC BY data, with its attribution. */
const compatible = ['CC BY 4.0', 'CC0 1.0', 'ODbL 1.0', 'Eurostat/GISCO', licenceNotStated];

const shipped = 'geodata/sources.json';
const sources = await readSources(shipped);
const one = (id: FileSource): OfficialSource => findSource(sources, id);

describe('geodata/sources.json', () => {
  it('names every source that somebody publishes, and no other', () => {
    const named = sources.map(({ id }) => id);
    const expected = fileSources.filter((source) => !ownLists.includes(source));
    expect(named.toSorted()).toEqual(expected.toSorted());
  });

  it.each(sources.map(({ id }) => id))(
    '%s: licence, page, words, and files that its importer takes',
    (id) => {
      const source = one(id);
      expect(compatible, `licence of ${id}`).toContain(source.licence);
      expect(source.licenceUrl === null).toBe(source.licence === licenceNotStated);
      expect(source.title.lv).not.toBe(source.title.en);
      expect(source.byHand.lv).not.toBe(source.byHand.en);
      expect(source.downloads.length).toBeLessThanOrEqual(fileImporters[id].mostFiles);
      const most = Math.max(0, ...source.downloads.map(mostBytesOf));
      expect(most, `mostMegabytes of ${id} against what an import takes`).toBeLessThanOrEqual(
        fileRules[id].mostBytes,
      );
    },
  );

  it('asks over https only', () => {
    const addresses = readFileSync(shipped, 'utf8').match(/http:\/\/[^"]+/g);
    expect(addresses).toBeNull();
  });

  it('says how to read the licence where none is stated', () => {
    for (const source of sources.filter(({ licence }) => licence === licenceNotStated)) {
      expect(source.byHand.lv).toMatch(/licence/);
      expect(source.byHand.en).toMatch(/licence/);
    }
  });
});

describe('a list of sources that somebody wrote', () => {
  const path = join(tmpdir(), `sources-${process.pid}.json`);
  afterAll(() => writeFileSync(path, ''));
  const faults = async (changed: Record<string, unknown>): Promise<readonly string[]> => {
    const list = JSON.parse(readFileSync(shipped, 'utf8')) as { sources: Record<string, unknown>[] };
    Object.assign(list.sources[0] ?? {}, changed);
    writeFileSync(path, JSON.stringify(list));
    const error = await readSources(path).catch((cause: unknown) => cause);
    return error instanceof Problem ? error.faults.map(({ field }) => field) : [];
  };

  it('is refused with the field that does not fit', async () => {
    expect(await faults({ id: 'osmm' })).toEqual(['sources.0.id']);
    expect(await faults({ licence: '' })).toEqual(['sources.0.licence']);
    expect(await faults({ landingPage: 'file:///etc/passwd' })).toEqual(['sources.0.landingPage']);
    expect(await faults({ adress: 'x' })).toEqual(['sources.0']);
    expect(await faults({ id: 'gtfs' })).toEqual(['sources.1.id']);
  });

  it('cannot write outside its folder', async () => {
    const climbing = (file: string) => faults({ downloads: [{ ...one('osm').downloads[0], file }] });
    for (const file of ['../x.pbf', '/etc/x', 'a/b.pbf', '.ssh']) {
      expect(await climbing(file)).toEqual(['sources.0.downloads.0.file']);
    }
  });

  it('is refused where it is no JSON or not there', async () => {
    writeFileSync(path, '{');
    await expect(readSources(path)).rejects.toMatchObject({ faults: [{ fault: 'malformed' }] });
    await expect(readSources('/nowhere.json')).rejects.toMatchObject({ faults: [{ fault: 'missing' }] });
  });

  it('names the sources there are when another is asked for', () => {
    expect(() => findSource(sources, 'survey')).toThrow(Problem);
  });
});

it('says who asks, and is no browser', () => {
  expect(userAgent()).toMatch(/^TukumsCultureMap\/\d+\.\d+\.\d+ \(.+\)$/);
  expect(userAgent()).not.toMatch(/Mozilla|Chrome|Safari|Gecko/);
});
