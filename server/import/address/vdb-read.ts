import type { Findings } from '#core/findings.ts';
import type { LonLat } from '#core/place/units.ts';
import type { StreamedRow, StreamedTable } from '../format/streamed-table.ts';
import { withoutQuotes, writtenOut } from './varis-addresses-places.ts';
import { type Note, readDegrees } from './varis-addresses-point.ts';
import type { createUnits } from './varis-addresses-units.ts';

/** What a name stands for on this map. */
type PlaceKind = 'town' | 'village' | 'hamlet' | 'place-name';

/** A name of the database that belongs to the region, or may: then its parish is found by its point. */
export interface NamedPlace {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** Town or parish and municipality as written; null where that is no such name. */
  readonly unit: string | null;
  readonly municipality: string | null;
  /** Null: to be found by the point. */
  readonly territoryId: string | null;
  readonly lonLat: LonLat;
  readonly note: Note | undefined;
}

export const vdbColumns = ['pamatnosaukums', 'veids', 'geoplatums', 'geogarums'];

const settlementKinds: ReadonlyMap<string, PlaceKind> = new Map([
  ['valstspilsēta', 'town'],
  ['novada pilsēta', 'town'],
  ['pilsēta', 'town'],
  ['ciems', 'village'],
  ['lielciems', 'village'],
  ['vidējciems', 'village'],
  ['mazciems', 'hamlet'],
  ['skrajciems', 'hamlet'],
]);
const units: ReadonlySet<string> = new Set(['pagasts', 'novads', 'rajons', 'valsts', 'apriņķis']);
/** States of what is no longer there; "daļēji izzudis" (partly vanished) still is. */
const gone: ReadonlySet<string> = new Set([
  'nepastāv',
  'izzudis',
  'nosusināts/ nolaists',
  'nosusināts/nolaists',
]);

interface Counts {
  gone: number;
  elsewhere: number;
  units: number;
}

/** PAGASTS holds a parish, a town, or a municipality or "Latvija" for what lies in several. */
const chainOf = (row: StreamedRow) => {
  const said = writtenOut(row.cell('pagasts')).replace(/ pilsēta$/, '');
  const isUnit = said !== '' && said !== 'Latvija' && !said.endsWith(' novads');
  const novads = writtenOut(row.cell('novads'));
  const municipality = said.endsWith(' novads') && novads === '' ? said : novads;
  return {
    unit: isUnit ? said : null,
    municipality: municipality.endsWith(' novads') ? municipality : null,
    unitCode: null,
    street: null,
    village: null,
  };
};

/** Null for what is left out, and counted or named. */
const readPlace = (
  row: StreamedRow,
  file: string,
  regionUnits: ReturnType<typeof createUnits>,
  findings: Findings,
  counts: Counts,
): NamedPlace | null => {
  const about = { file, row: row.line } as const;
  if (!row.isWhole) {
    findings.drop({ code: 'address-row-broken', ...about, values: {} });
    return null;
  }
  const kind = row.cell('veids').toLowerCase();
  if (units.has(kind)) {
    counts.units += 1;
    return null;
  }
  if (gone.has(row.cell('stavoklis').toLowerCase())) {
    counts.gone += 1;
    return null;
  }
  const chain = chainOf(row);
  const unit = regionUnits.find(chain);
  // Of a municipality of the map the parish may be told by the point; of another one it is elsewhere.
  if (unit === 'elsewhere' && (chain.unit !== null || !regionUnits.isOurs(chain.municipality))) {
    counts.elsewhere += 1;
    return null;
  }
  const point = readDegrees(row.cell('geoplatums'), row.cell('geogarums'), 'geoplatums');
  if ('fault' in point) {
    const values = { value: point.value };
    findings.drop({ code: point.fault, ...about, field: 'geoplatums', values });
    return null;
  }
  const name = withoutQuotes(row.cell('oficials_nosaukums') || row.cell('pamatnosaukums'));
  if (name === '') {
    findings.drop({ code: 'address-without-name', ...about, field: 'pamatnosaukums', values: {} });
    return null;
  }
  return {
    row: row.line,
    id: row.cell('objektaid') || row.cell('objectid') || `${row.line}`,
    name,
    kind: settlementKinds.get(kind) ?? 'place-name',
    unit: chain.unit,
    municipality: chain.municipality,
    territoryId: unit !== null && unit !== 'elsewhere' ? unit.territoryId : null,
    lonLat: point.lonLat,
    note: point.note,
  };
};

/** Reads the names of the region; the rest of the country is passed over as it comes. */
export const readNames = async (
  table: StreamedTable,
  file: string,
  regionUnits: ReturnType<typeof createUnits>,
  findings: Findings,
  step: (rows: number) => void,
): Promise<readonly NamedPlace[]> => {
  const counts: Counts = { gone: 0, elsewhere: 0, units: 0 };
  const places: NamedPlace[] = [];
  let rows = 0;
  for await (const row of table.rows) {
    findings.read();
    rows += 1;
    if (rows % 5000 === 0) step(rows);
    const place = readPlace(row, file, regionUnits, findings, counts);
    if (place !== null) places.push(place);
  }
  const tell = (code: 'places-gone' | 'places-elsewhere' | 'places-units', count: number) => {
    if (count === 0) return;
    findings.leftOut(count);
    findings.add({ code, file, effect: 'dropped', values: { count } });
  };
  tell('places-gone', counts.gone);
  tell('places-elsewhere', counts.elsewhere);
  tell('places-units', counts.units);
  return places;
};
