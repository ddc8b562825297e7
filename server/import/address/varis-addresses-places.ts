import type { Findings } from '#core/findings.ts';
import { atvkCode } from '#core/place/atvk.ts';
import type { LonLat } from '#core/place/units.ts';
import { requireColumns, streamTable } from '../format/streamed-table.ts';
import type { VarisFiles, VarisTable } from './varis-addresses-files.ts';
import { readPoint } from './varis-addresses-point.ts';

/** Municipality, town, parish, village or street as the register has it. */
interface Place {
  readonly table: VarisTable;
  readonly name: string;
  readonly parent: string;
  readonly code: string | null;
}

/** Everything an address lies in. */
export interface Chain {
  readonly street: string | null;
  readonly village: string | null;
  readonly unit: string | null;
  readonly municipality: string | null;
  /** ATVK code of the town or parish. */
  readonly unitCode: string | null;
}

export interface VarisPlaces {
  /** By the code of the smallest; null where the register does not have it or no longer. */
  chainOf(code: string): Chain | null;
  /** Points of towns, parishes, villages and streets, with what they lie in. */
  points(): Iterable<{ readonly chain: Chain; readonly lonLat: LonLat }>;
}

/** Registers write "Slampes pag." and "Tukuma nov.", people and this map write them out. */
export const writtenOut = (name: string): string =>
  name
    .trim()
    .replace(/\s+pag\.?$/i, ' pagasts')
    .replace(/\s+nov\.?$/i, ' novads');

/** Quotation marks of all kinds around the name of a farm. */
export const withoutQuotes = (name: string): string =>
  name
    .replace(/["„“”«»‟]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const tablesOfPlaces: readonly VarisTable[] = ['novads', 'pilseta', 'pagasts', 'ciems', 'iela'];

/** Most that a chain has: street, village, parish, municipality; more is a circle. */
const longestChain = 8;

const readTable = async (
  files: VarisFiles,
  table: VarisTable,
  places: Map<string, Place>,
): Promise<number> => {
  const file = files.tables.get(table);
  if (file === undefined) return 0;
  const read = await streamTable(file);
  requireColumns(file.name, read, ['kods', 'nosaukums', 'vkur_cd']);
  let gone = 0;
  for await (const row of read.rows) {
    const isGone = !['', 'EKS'].includes(row.cell('statuss').toUpperCase());
    if (isGone || row.cell('apstipr').toUpperCase() === 'N') {
      gone += 1;
      continue;
    }
    places.set(row.cell('kods'), {
      table,
      name: writtenOut(withoutQuotes(row.cell('nosaukums'))),
      parent: row.cell('vkur_cd'),
      code: atvkCode(row.cell('atrib')),
    });
  }
  return gone;
};

const readPoints = async (files: VarisFiles): Promise<ReadonlyMap<string, LonLat>> => {
  const file = files.tables.get('vietu_centroidi');
  const points = new Map<string, LonLat>();
  if (file === undefined) return points;
  const read = await streamTable(file);
  requireColumns(file.name, read, ['kods']);
  for await (const row of read.rows) {
    const point = readPoint(row, null);
    if ('lonLat' in point) points.set(row.cell('kods'), point.lonLat);
  }
  return points;
};

const chainOf = (code: string, places: ReadonlyMap<string, Place>): Chain | null => {
  const chain: { -readonly [K in keyof Chain]: Chain[K] } = {
    street: null,
    village: null,
    unit: null,
    municipality: null,
    unitCode: null,
  };
  let at = places.get(code);
  if (at === undefined) return null;
  for (let steps = 0; at !== undefined && steps < longestChain; steps += 1) {
    if (at.table === 'iela') chain.street = at.name;
    else if (at.table === 'ciems') chain.village = at.name;
    else if (at.table === 'novads') chain.municipality = at.name;
    else [chain.unit, chain.unitCode] = [at.name, at.code];
    at = places.get(at.parent);
  }
  return chain;
};

/** Reads the tables of places, all of which fit into memory. @throws Problem `bad-import`. */
export const readVarisPlaces = async (files: VarisFiles, findings: Findings): Promise<VarisPlaces> => {
  const places = new Map<string, Place>();
  let gone = 0;
  for (const table of tablesOfPlaces) gone += await readTable(files, table, places);
  if (gone > 0) findings.add({ code: 'address-places-gone', values: { count: gone } });
  const points = await readPoints(files);
  const known = new Map<string, Chain | null>();
  const remembered = (code: string): Chain | null => {
    const found = known.get(code);
    if (found !== undefined) return found;
    const chain = chainOf(code, places);
    known.set(code, chain);
    return chain;
  };
  return {
    chainOf: remembered,
    *points() {
      for (const [code, lonLat] of points) {
        const chain = remembered(code);
        if (chain !== null) yield { chain, lonLat };
      }
    },
  };
};
