import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Polygon } from 'geojson';
import { toLks92 } from '#core/place/lks92.ts';
import type { PopulationCell, Territory } from '#core/place/territory.ts';
import { type Way, writeOsm } from '../core/osm/writer.ts';
import { type CspUnit, cspZip } from './csp.ts';
import { cspGridFile } from './grid-files.ts';
import { areas, jsonStat, times, total } from './population-tables.ts';
import { toWindows1257, varisTexts } from './varis.ts';
import { varisZip } from './varis-shapes.ts';

/*
 * The files that official publishers would give of Tukuma novads, in their formats, made from what the project
 * ships: so that a story can take the model away piece by piece and still know what has to come out.
 */

const geodata = join(import.meta.dirname, '../../geodata');
const rowsOf = <T>(name: string): readonly T[] =>
  (JSON.parse(readFileSync(join(geodata, `model/${name}.json`), 'utf8')) as { rows: readonly T[] }).rows;

const territories = rowsOf<Territory>('territories');
const units = territories.filter(({ kind }) => kind === 'town' || kind === 'parish');
const neighbours = territories.filter(({ kind }) => kind === 'neighbour');
const cells = rowsOf<PopulationCell>('population');

/** Rings clockwise, as a shapefile has outer ones. */
const ringsOf = ({ geometry }: Territory): CspUnit['rings'] =>
  (geometry as Polygon).coordinates.map((ring) =>
    ring
      .map(([lon = 0, lat = 0]) => {
        const { east, north } = toLks92([lon, lat]);
        return [Math.round(east * 10) / 10, Math.round(north * 10) / 10] as const;
      })
      .toReversed(),
  );

const areaKm2 = (rings: CspUnit['rings']): number =>
  rings.reduce((sum, ring) => {
    const twice = ring.slice(1).reduce((part, [x, y], i) => {
      const [px, py] = ring[i] ?? [x, y];
      return part + px * y - x * py;
    }, 0);
    return sum - twice / 2e6;
  }, 0);

const unitRow = (
  unit: Territory,
  L0: Pick<CspUnit, 'L0_code' | 'L0_name' | 'L0_area'>,
  code: string,
): CspUnit => {
  const rings = ringsOf(unit);
  return {
    L1_code: code,
    L1_name: unit.nameLv,
    L1_type: unit.kind === 'town' ? 6 : 7,
    L1_area: Number(areaKm2(rings).toFixed(6)),
    ...L0,
    rings,
  };
};

const tukums = { L0_code: '0052000', L0_name: 'Tukuma novads', L0_area: 2450.2 };
const other = { L0_code: '0051000', L0_name: 'Talsu novads', L0_area: 2600 };

/** `Territorial_units_LV` with the outlines of the model, so that every home stays in its parish. */
const territoriesZip = (): Uint8Array =>
  cspZip([
    ...units.map((unit) => unitRow(unit, tukums, unit.atvk2021 ?? '')),
    ...neighbours.map((unit, i) => unitRow(unit, other, `005${1400 + i * 10}`)),
  ]);

const line = (cells: readonly (string | number)[]): string =>
  cells.map((cell) => (/[",]/.test(`${cell}`) ? `"${`${cell}`.replaceAll('"', '""')}"` : cell)).join(',');

const codesCsv = (): string =>
  [
    'Level,Code,Code_version,Name,Code_parent,Validity_period_begin,Validity_period_end,Predecessors,Successors',
    '0,LV,1,Latvija,,1991-08-21,,,',
    '3,0900200,1,Tukuma novads,LV,2009-07-01,2021-06-30,,0052000',
    '3,0052000,1,Tukuma novads,LV,2021-07-01,,"0900200, 0901200, 0905100, 0905700",',
    ...units.flatMap(({ nameLv, atvk2009, atvk2021 }) => [
      line([
        4,
        `${atvk2009}`,
        1,
        nameLv,
        `${atvk2009?.slice(0, 5)}00`,
        '2009-07-01',
        '2021-06-30',
        '',
        `${atvk2021}`,
      ]),
      line([4, `${atvk2021}`, 1, nameLv, '0052000', '2021-07-01', '', `${atvk2009}`, '']),
    ]),
  ].join('\n');

/** One resident more in every cell than the model has; up to ten are published as 5. */
const publishedPeople = (people: number): number => (people + 1 <= 10 ? 5 : people + 1);

const gridCsv = (): string =>
  cspGridFile(
    '1km',
    cells.map(({ id, people }) => {
      const [, x = '', y = ''] = /^1kmX(\d+)Y(\d+)$/.exec(id) ?? [];
      return { x: Number(x), y: Number(y), people: publishedPeople(people) };
    }),
  );

/** What the official grid adds up to. */
export const gridPeople = cells.reduce((sum, { people }) => sum + publishedPeople(people), 0);

/** 1000 and 10 more for each unit in order, so that every one can be told by its number. */
export const officialPeople = new Map(units.map(({ id }, i) => [id, 1000 + 10 * i]));

const totalsJson = (): string =>
  jsonStat(
    [
      total,
      areas(Object.fromEntries(units.map(({ atvk2021, nameLv }) => [`LV${atvk2021}`, `..${nameLv}`]))),
      times(2025),
    ],
    units.map(({ id }) => officialPeople.get(id) ?? null),
  );

const statisticsCsv = (): string =>
  [
    '\ufeff_id,Objekta nosaukums,ISIL kods,Adrese,LAT,LON,LKS-92 X,LKS-92 Y,Vadītājs/ direktors,Juridiskais statuss,Dibināšanas gads,Darbojās 2025.gadā',
    '1,Zentenes kultūras nams,,"Zentene, Zentenes pag., Tukuma nov., LV-3123",57.1042,22.9117,329400,434100,,pašvaldības iestāde,1956,Jā',
  ].join('\n');

const addresses = units.flatMap((unit, i) => {
  const [lon, lat] = unit.centre ?? [23.15, 56.96];
  return Array.from({ length: 8 }, (_, n) => ({
    id: `${100_000_000 + 100 * i + n}`,
    kind: 'house' as const,
    name: n < 4 ? `${['Bērzi', 'Kalēji', 'Rožkalni', 'Upmaļi'][n]}` : `${n}`,
    street: n < 4 ? null : 'Skolas iela',
    village: n < 4 || unit.kind === 'town' ? null : (unit.centreName ?? 'Ciems'),
    unit: unit.nameLv,
    municipality: 'Tukuma novads',
    postcode: `LV-${3100 + i}`,
    territoryId: null,
    lonLat: [lon + 0.002 * n, lat] as const,
  }));
});

const namesColumns = [
  ...[
    'OBJECTID',
    'OBJEKTAID',
    'PAMATNOSAUKUMS',
    'PAMATNOSAUKUMS2',
    'STAVOKLIS',
    'ATKKODS',
    'PAGASTS',
    'NOVADS',
  ],
  ...['VEIDS', 'GEOPLATUMS', 'GEOGARUMS', 'OFICIALS_NOSAUKUMS', 'KOMENTARI', 'OFICIALS'],
  ...Array.from({ length: 19 }, (_, i) => `CITS${i}`),
  'DATUMSIZM',
];

/** The national place names: the centre of every unit as a village, in windows-1257. */
const namesZip = (): Uint8Array => {
  const rows = units.map((unit, i) => {
    const [lon, lat] = unit.centre ?? [23.15, 56.96];
    const cells: Readonly<Record<string, string>> = {
      OBJECTID: `${i + 1}`,
      OBJEKTAID: `${7000 + i}`,
      PAMATNOSAUKUMS: unit.centreName ?? unit.nameLv,
      STAVOKLIS: 'pastāv',
      ATKKODS: unit.atvk2021 ?? '',
      PAGASTS: unit.nameLv,
      NOVADS: 'Tukuma novads',
      VEIDS: unit.kind === 'town' ? 'novada pilsēta' : 'ciems',
      GEOPLATUMS: `${lat}`,
      GEOGARUMS: `${lon}`,
      OFICIALS: 'Oficiāls',
    };
    return namesColumns.map((column) => cells[column] ?? '').join(';');
  });
  return zipSync({ 'VDB.csv': toWindows1257([namesColumns.join(';'), ...rows, ''].join('\r\n')) });
};

interface Streets {
  readonly edges: readonly {
    readonly from: number;
    readonly to: number;
    readonly highway: string;
    readonly isBuiltUp: boolean;
    readonly ref: string | null;
    readonly line: readonly (readonly [number, number])[];
  }[];
}

/** The roads of the model as an OpenStreetMap extract, with one wood and one lake. */
const streetsPbf = (): Uint8Array => {
  const { edges } = JSON.parse(readFileSync(join(geodata, 'model/streets.json'), 'utf8')) as Streets;
  const nodes: { id: number; lon: number; lat: number }[] = [];
  const known = new Map<string, number>();
  const nodeAt = (lon: number, lat: number): number => {
    const key = `${lon} ${lat}`;
    const id = known.get(key) ?? known.size + 1;
    if (id > known.size) {
      known.set(key, id);
      nodes.push({ id, lon, lat });
    }
    return id;
  };
  const square = ([lon, lat]: readonly [number, number], half: number) =>
    [
      [lon - half, lat - half],
      [lon + half, lat - half],
      [lon + half, lat + half],
      [lon - half, lat + half],
      [lon - half, lat - half],
    ].map(([x = 0, y = 0]) => nodeAt(x, y));
  const ways: Way[] = edges.map(({ highway, ref, line: places }, i) => ({
    id: i + 1,
    refs: places.map(([lon, lat]) => nodeAt(lon, lat)),
    tags: { highway, ...(ref === null ? {} : { ref }), surface: 'asphalt' },
  }));
  ways.push(
    { id: 900_001, refs: square([22.95, 56.9], 0.05), tags: { landuse: 'forest' } },
    { id: 900_002, refs: square([23.25, 56.93], 0.03), tags: { natural: 'water', name: 'Valguma ezers' } },
  );
  return writeOsm({ nodes, ways });
};

const timetableZip = (): Uint8Array =>
  zipSync(
    Object.fromEntries(
      readdirSync(join(geodata, 'timetable')).map((name) => [
        name,
        readFileSync(join(geodata, 'timetable', name)),
      ]),
    ),
  );

/** One official source: the files it is fetched as. */
export interface OfficialFiles {
  readonly id: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly content: 'zip' | 'csv' | 'json' | 'pbf';
}

/** In an order in which they can be brought: codes and borders before what lies within them. */
export const officialFiles = (): readonly OfficialFiles[] => [
  { id: 'atvk', files: { 'atu_nuts_codes.csv': codesCsv() }, content: 'csv' },
  { id: 'csp-territories', files: { 'territorial_units_lv_1.2m.zip': territoriesZip() }, content: 'zip' },
  { id: 'csp-population', files: { 'IRS051.json': totalsJson() }, content: 'json' },
  { id: 'csp-grid', files: { 'Grid_LV_1k_population_2019_PUBLIC.csv': gridCsv() }, content: 'csv' },
  { id: 'varis-addresses', files: varisTexts(addresses), content: 'csv' },
  {
    id: 'kisc-objects',
    files: {
      'objektusaraksts.csv': readFileSync(join(import.meta.dirname, '../fixtures/kisc/objektusaraksts.csv')),
    },
    content: 'csv',
  },
  { id: 'osm', files: { 'latvia-latest.osm.pbf': streetsPbf() }, content: 'pbf' },
  { id: 'vdb', files: { 'vdb.zip': namesZip() }, content: 'zip' },
  { id: 'gtfs', files: { 'gtfs-latvia-lv.zip': timetableZip() }, content: 'zip' },
];

const municipality = territories.find(({ id }) => id === 'tukuma-novads');

const registerZip = (): Uint8Array =>
  varisZip({
    Novadi: municipality
      ? [{ key: 100, name: 'Tukuma novads', parent: 1, atvk: '0052000', shape: ringsOf(municipality) }]
      : [],
    Pilsetas: unitsInRegister('town'),
    Pagasti: unitsInRegister('parish'),
  });

const unitsInRegister = (kind: Territory['kind']) =>
  units
    .filter((unit) => unit.kind === kind)
    .map((unit) => ({
      key: 200 + units.indexOf(unit),
      name: unit.nameLv,
      parent: 100,
      atvk: unit.atvk2021 ?? '',
      shape: ringsOf(unit),
    }));

const ministryJson = (): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3059' } },
    features: municipality
      ? [
          {
            type: 'Feature',
            properties: { NOSAUKUMS: 'Tukuma novads', LABEL: 'Tukuma nov.' },
            geometry: {
              type: 'Polygon',
              coordinates: ringsOf(municipality).map((ring) => ring.toReversed()),
            },
          },
        ]
      : [],
  });

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//imitated//lv',
  'BEGIN:VEVENT',
  'UID:koncerts-1@imitated',
  'DTSTAMP:20261101T100000Z',
  'DTSTART:20270112T170000Z',
  'DTEND:20270112T190000Z',
  'SUMMARY:Ziemas koncerts',
  'LOCATION:Slampes Kultūras pils',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const library = { id: 1, lon: 23.155, lat: 56.967, tags: { amenity: 'library', name: 'Tukuma bibliotēka' } };

/** Sources that stand for others, or beside them: each can be brought by itself. */
export const moreFiles = (): readonly OfficialFiles[] => [
  {
    id: 'varam-municipalities',
    files: { 'administrativas_teritorijas_2021.geojson': ministryJson() },
    content: 'json',
  },
  { id: 'varis-territories', files: { 'aw_shp.zip': registerZip() }, content: 'zip' },
  {
    id: 'geostat',
    files: { 'grid.csv': 'GRD_ID,T,M,F,CNTR_ID\nCRS3035RES1000mN3835000E5116000,321,150,171,LV\n' },
    content: 'csv',
  },
  { id: 'culture-statistics', files: { 'kulturas-centri.csv': statisticsCsv() }, content: 'csv' },
  { id: 'osm-venues', files: { 'latvia-latest.osm.pbf': writeOsm({ nodes: [library] }) }, content: 'pbf' },
  {
    id: 'survey',
    files: { 'survey.csv': readFileSync(join(geodata, 'templates/survey.csv')) },
    content: 'csv',
  },
  { id: 'ical', files: { 'kultura.ics': calendar }, content: 'csv' },
];
