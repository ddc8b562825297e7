import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { recognise } from '#server/import/recognise.ts';
import { village } from '../../core/osm/village.ts';
import { writeOsm } from '../../core/osm/writer.ts';
import { oneMunicipality, syntheticAddresses } from '../../official/addresses.ts';
import { cspZip, squareCountry } from '../../official/csp.ts';
import { cspGridFile } from '../../official/grid-files.ts';
import { areas, jsonStat, times } from '../../official/population-tables.ts';
import { varisTexts } from '../../official/varis.ts';
import { varisZip } from '../../official/varis-shapes.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'culture-map-recognise-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Under a name that tells nothing, unless given. */
const put = (content: string | Uint8Array, name = 'download.bin'): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const fromRoot = (path: string) => join(root, path);

const newAddresses = varisTexts(syntheticAddresses(3, oneMunicipality));
const oldAddresses = varisTexts(syntheticAddresses(3, oneMunicipality), 'old');

describe('what a file is by its content', () => {
  it.each([
    ['venues', () => fromRoot('geodata/templates/venues.csv')],
    ['venues', () => fromRoot('geodata/templates/venues.xlsx')],
    ['events', () => fromRoot('geodata/templates/events.csv')],
    ['events', () => fromRoot('geodata/templates/events.xlsx')],
    ['population', () => fromRoot('geodata/templates/population.csv')],
    ['survey', () => fromRoot('geodata/templates/survey.csv')],
    ['survey', () => fromRoot('geodata/templates/survey.xlsx')],
    ['on-demand', () => fromRoot('geodata/on-demand.json')],
    ['kisc-objects', () => fromRoot('test/fixtures/kisc/objektusaraksts.csv')],
    ['gtfs', () => put(zip('feed_info.txt', 'stops.txt', 'trips.txt', 'stop_times.txt'))],
    ['csp-territories', () => put(cspZip(squareCountry('2021').slice(0, 2)))],
    ['varis-territories', () => put(varisZip({ Novadi: [], Pagasti: [] }))],
    ['csp-grid', () => put(cspGridFile('100m', [{ x: 3135, y: 2431, people: 5 }]))],
    ['csp-population', () => put(jsonStat([areas({ LV0052000: 'Tukuma novads' }), times(2025)], [43430]))],
    ['varis-addresses', () => put(newAddresses['aw_eka.csv'] ?? '', 'aw_eka.csv')],
    ['varis-addresses', () => put(oldAddresses['AW_EKA.CSV'] ?? '', 'AW_EKA.CSV')],
    ['varis-addresses', () => put(zip('aw_csv/AW_EKA.CSV', 'aw_csv/AW_CIEMS.CSV'))],
    [
      'vdb',
      () => put('OBJECTID;OBJEKTAID;PAMATNOSAUKUMS;PAMATNOSAUKUMS2;STAVOKLIS\r\n1;2;Slampe;;pastāv\r\n'),
    ],
    [
      'atvk',
      () =>
        put(
          'Level,Code,Code_version,Name,Code_parent,Validity_period_begin,Validity_period_end\n0,LV,1,Latvija,,,',
        ),
    ],
    ['atvk', () => put('at_kods,at_nosaukums,tv_kods,tv_nosaukums,at2021_kods,at2021_nosaukums\n')],
    [
      'culture-statistics',
      () => put('\ufeff_id,Objekta nosaukums,ISIL kods,Adrese,LAT,LON,LKS-92 X,LKS-92 Y,Misija,Darbība\n'),
    ],
    [
      'varam-municipalities',
      () =>
        put(
          '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"NOSAUKUMS":"Tukuma novads"}}]}',
        ),
    ],
    ['ical', () => put('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')],
  ])('%s', (source, file) => {
    expect(recognise(file())).toEqual([source]);
  });

  it('may be one of several: then all are named', () => {
    expect(recognise(put(writeOsm(village(3))))).toEqual(['osm', 'osm-venues']);
  });

  it('may be nothing that is known', () => {
    for (const content of ['', 'Sveiki!\n', '{"hello": 1}', 'a,b\n1,2\n'])
      expect(recognise(put(content))).toEqual([]);
    expect(recognise(put(zip('readme.txt')))).toEqual([]);
    expect(recognise(fromRoot('package.json'))).toEqual([]);
  });

  it('is not believed of an archive that climbs out', () => {
    expect(() => recognise(put(zip('../../stops.txt', 'trips.txt', 'stop_times.txt')))).toThrow();
  });
});
