import { closeSync, openSync, writeSync } from 'node:fs';
import type { Address } from '#core/place/address.ts';
import { toLks92 } from '#core/place/lks92.ts';
import { labelOf } from './addresses.ts';

/*
 * Writes addresses as the state's address register does: tables of municipalities, towns, parishes, villages, streets
 * and buildings that name each other by code; of the layout since 2026, or the older one.
 */

export type Layout = 'new' | 'old';

const placeColumns =
  'kods,tips_cd,nosaukums,vkur_cd,vkur_tips,apstipr,apst_pak,statuss,sort_nos,dat_sak,dat_mod,dat_beig,atrib,std';
const buildingColumns =
  'kods,tips_cd,statuss,apstipr,apst_pak,vkur_cd,vkur_tips,nosaukums,sort_nos,atrib,pnod_cd,dat_sak,dat_mod,' +
  'dat_beig,for_build,plan_adr,std,koord_x,koord_y,dd_n,dd_e';

const types = { novads: 113, pilseta: 104, pagasts: 105, ciems: 106, iela: 107, eka: 108 } as const;
type PlaceTable = Exclude<keyof typeof types, 'eka'>;

/** Sequential codes by what a place is called and lies in. */
const createPlaces = () => {
  const rows = new Map<PlaceTable, string[][]>();
  const codes = new Map<string, number>();
  return {
    rows,
    codeOf(table: PlaceTable, name: string, parent: number | '', parentType: number | '', atvk = ''): number {
      const key = `${table}/${name}/${parent}`;
      const found = codes.get(key);
      if (found !== undefined) return found;
      const code = 100_000_000 + codes.size;
      codes.set(key, code);
      const stated = name.replace(/ pagasts$/, ' pag.').replace(/ novads$/, ' nov.');
      const list = rows.get(table) ?? [];
      rows.set(table, list);
      const dates = ['1994-02-01 00:00:00', '2021-07-01 00:00:00', ''];
      list.push([
        `${code}`,
        `${types[table]}`,
        stated,
        `${parent}`,
        `${parentType}`,
        'Y',
        '251',
        'EKS',
        stated,
        ...dates,
        atvk,
        stated,
      ]);
      return code;
    },
  };
};

/** The building's row, as an object, so that a test may spoil a cell. */
export type BuildingRow = Record<string, string>;

const writeOut = (layout: Layout, cells: readonly string[]): string => {
  const quote = layout === 'new' ? '"' : '#';
  const needs = (text: string) => layout === 'old' || /[",\n]/.test(text);
  return cells
    .map((text) => (needs(text) ? `${quote}${text.replaceAll(quote, quote + quote)}${quote}` : text))
    .join(layout === 'new' ? ',' : ';');
};

/** In windows-1257, of which Node only reads. */
const pageOf1257 = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1257').decode(Uint8Array.of(byte)),
    byte,
  ]),
);
export const toWindows1257 = (text: string): Buffer =>
  Buffer.from(
    Array.from(text, (sign) => {
      const byte = pageOf1257.get(sign);
      if (byte === undefined) throw new Error(`${sign} is not in windows-1257`);
      return byte;
    }),
  );

/** Codes of towns and parishes by name, for tests that want those of the map. */
type CodeOf = (unit: string) => string;

const chainCode = (
  places: ReturnType<typeof createPlaces>,
  { street, village, unit, municipality }: Address,
  atvkOf: CodeOf,
): readonly [code: number, type: number] => {
  const novads = places.codeOf('novads', municipality ?? '', 100_000, 101);
  const isParish = unit?.endsWith(' pagasts') === true;
  const table = isParish ? 'pagasts' : 'pilseta';
  let at: readonly [number, number] = [
    places.codeOf(table, unit ?? '', novads, types.novads, atvkOf(unit ?? '')),
    types[table],
  ];
  if (village !== null) at = [places.codeOf('ciems', village, ...at), types.ciems];
  if (street !== null) at = [places.codeOf('iela', street, ...at), types.iela];
  return at;
};

const buildingRow = (address: Address, parent: readonly [number, number]): BuildingRow => {
  const { east, north } = toLks92(address.lonLat);
  return {
    kods: address.id,
    tips_cd: '108',
    statuss: 'EKS',
    apstipr: 'Y',
    apst_pak: '251',
    vkur_cd: `${parent[0]}`,
    vkur_tips: `${parent[1]}`,
    nosaukums: address.name,
    sort_nos: address.name,
    atrib: address.postcode ?? '',
    pnod_cd: '10341',
    dat_sak: '1997-08-12 00:00:00',
    dat_mod: '2014-03-11 13:12:00',
    dat_beig: '',
    for_build: 'N',
    plan_adr: 'N',
    std: labelOf(address),
    koord_x: north.toFixed(3),
    koord_y: east.toFixed(3),
    dd_n: address.lonLat[1].toFixed(7),
    dd_e: address.lonLat[0].toFixed(7),
  };
};

/** The tables by file name, as text. `spoil` may change any building's row, or repeat it. */
export const varisTexts = (
  addresses: Iterable<Address>,
  layout: Layout = 'new',
  spoil: (row: BuildingRow) => readonly BuildingRow[] = (row) => [row],
  atvkOf: CodeOf = () => '',
): Readonly<Record<string, string>> => {
  const places = createPlaces();
  const columns = buildingColumns.split(',');
  const heading = (names: string) =>
    writeOut(
      layout,
      names.split(',').map((name) => (layout === 'old' ? name.toUpperCase() : name)),
    );
  const buildings = [heading(buildingColumns)];
  for (const address of addresses) {
    for (const row of spoil(buildingRow(address, chainCode(places, address, atvkOf)))) {
      buildings.push(
        writeOut(
          layout,
          columns.map((column) => row[column] ?? ''),
        ),
      );
    }
  }
  const nameOf = (table: string) => (layout === 'new' ? `aw_${table}.csv` : `AW_${table.toUpperCase()}.CSV`);
  const tables = [...places.rows].map(([table, rows]) => [
    nameOf(table),
    `${[heading(placeColumns), ...rows.map((cells) => writeOut(layout, cells))].join('\r\n')}\r\n`,
  ]);
  return { ...Object.fromEntries(tables), [nameOf('eka')]: `${buildings.join('\r\n')}\r\n` };
};

/** Writes half a million of them piece by piece; returns the paths. */
export const writeVaris = (
  addresses: Iterable<Address>,
  folder: string,
  atvkOf: CodeOf = () => '',
): string[] => {
  const places = createPlaces();
  const columns = buildingColumns.split(',');
  const eka = `${folder}/aw_eka.csv`;
  const file = openSync(eka, 'w');
  let lines = [buildingColumns];
  const flush = () => {
    writeSync(file, `${lines.join('\r\n')}\r\n`);
    lines = [];
  };
  for (const address of addresses) {
    const row = buildingRow(address, chainCode(places, address, atvkOf));
    lines.push(
      writeOut(
        'new',
        columns.map((column) => row[column] ?? ''),
      ),
    );
    if (lines.length === 10_000) flush();
  }
  flush();
  closeSync(file);
  const paths = [...places.rows].map(([table, rows]) => {
    const path = `${folder}/aw_${table}.csv`;
    const out = openSync(path, 'w');
    writeSync(out, [placeColumns, ...rows.map((cells) => writeOut('new', cells))].join('\r\n'));
    closeSync(out);
    return path;
  });
  return [...paths, eka];
};
