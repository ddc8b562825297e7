import type { Findings } from '#core/findings.ts';
import type { Address } from '#core/place/address.ts';
import type { IndexBuilder } from '#core/place/geocode/build-index.ts';
import type { Bbox, LonLat } from '#core/place/units.ts';
import type { StreamedRow, StreamedTable } from '../format/streamed-table.ts';
import { type Label, postcodeOf, readLabel } from './varis-addresses-label.ts';
import { type VarisPlaces, withoutQuotes } from './varis-addresses-places.ts';
import { type Note, readPoint } from './varis-addresses-point.ts';
import type { createUnits } from './varis-addresses-units.ts';

/** What the buildings are read against. */
export interface Reading {
  readonly file: string;
  readonly places: VarisPlaces;
  readonly units: ReturnType<typeof createUnits>;
  /** Where addresses of the region lie; a point outside is a fault of its row. */
  readonly bounds: Bbox;
  readonly findings: Findings;
  readonly index: IndexBuilder;
}

const rowsAtOnce = 5000;

const isIn = ([west, south, east, north]: Bbox, [lon, lat]: LonLat): boolean =>
  west <= lon && lon <= east && south <= lat && lat <= north;

/** Rows that are no address of today or none of here: counted, because there are far more of them than others. */
interface LeftOut {
  deleted: number;
  erroneous: number;
  unapproved: number;
  elsewhere: number;
}

/** By the tables of places; by the text of the row where they are missing or do not have it. */
const labelOf = (row: StreamedRow, places: VarisPlaces): Label | null => {
  const chain = places.chainOf(row.cell('vkur_cd'));
  const said = readLabel(row.cell('std'));
  if (chain === null) return said;
  return {
    ...chain,
    municipality: chain.municipality ?? said?.municipality ?? null,
    name: withoutQuotes(row.cell('nosaukums')),
    postcode: postcodeOf(row.cell('atrib')) ?? said?.postcode ?? null,
  };
};

/** Why a row is no address that exists; null for one that does. */
const statusOf = (row: StreamedRow): 'deleted' | 'erroneous' | 'unapproved' | null => {
  const status = row.cell('statuss').toUpperCase();
  if (status === 'DEL') return 'deleted';
  if (status !== '' && status !== 'EKS') return 'erroneous';
  return row.cell('apstipr').toUpperCase() === 'N' ? 'unapproved' : null;
};

interface ReadAddress {
  readonly address: Address;
  readonly note: Note | undefined;
}

const readRow = (row: StreamedRow, reading: Reading, leftOut: LeftOut): ReadAddress | null => {
  const { file, findings, units, bounds } = reading;
  const about = { file, row: row.line } as const;
  if (!row.isWhole) {
    findings.drop({ code: 'address-row-broken', ...about, values: {} });
    return null;
  }
  const status = statusOf(row);
  if (status !== null) {
    leftOut[status] += 1;
    return null;
  }
  const label = labelOf(row, reading.places);
  const unit = label === null ? null : units.find(label);
  if (unit === 'elsewhere' && units.hasUnits) {
    leftOut.elsewhere += 1;
    return null;
  }
  const point = readPoint(row, bounds);
  if ('fault' in point) {
    const field = point.fault === 'address-without-point' ? 'dd_n' : 'dd_e';
    findings.drop({ code: point.fault, ...about, field, values: { value: point.value } });
    return null;
  }
  const isHere = isIn(bounds, point.lonLat);
  const territoryId = unit !== null && unit !== 'elsewhere' ? unit.territoryId : null;
  if (!isHere && territoryId === null) {
    leftOut.elsewhere += 1;
    return null;
  }
  const id = row.cell('kods');
  const name = label?.name ?? '';
  if (id === '' || name === '' || label === null) {
    const code = id === '' ? 'address-without-code' : 'address-without-name';
    findings.drop({ code, ...about, field: id === '' ? 'kods' : 'nosaukums', values: {} });
    return null;
  }
  if (!isHere) {
    const [lon, lat] = point.lonLat;
    findings.drop({ code: 'address-far-away', ...about, field: 'dd_n', values: { name, lat, lon } });
    return null;
  }
  const { street, village, unit: unitName, municipality, postcode } = label;
  const names = { name, street, village, unit: unitName, municipality, postcode };
  const address = { id, kind: 'house', ...names, territoryId, lonLat: point.lonLat } as const;
  return { address, note: point.note };
};

/** False for one that was there before, which is dropped by its row. */
const take = (
  { address, note }: ReadAddress,
  row: number,
  { file, findings, index }: Reading,
  seen: Set<string | number>,
): boolean => {
  const { id, name } = address;
  // Codes are numbers, of which a set takes far less memory than of texts.
  const code = /^\d{1,15}$/.test(id) ? Number(id) : id;
  if (seen.has(code) || !index.add(address)) {
    const why = seen.has(code) ? 'address-code-twice' : 'address-twice';
    findings.drop({ code: why, file, row, values: { value: id, name } });
    return false;
  }
  seen.add(code);
  if (note?.isCorrected === true) findings.corrected();
  else findings.kept();
  if (note === undefined) return true;
  const effect = note.isCorrected ? 'corrected' : 'kept';
  const values = { name, metres: note.metres ?? 0 };
  findings.add({ code: note.code, file, row, field: note.field, effect, values });
  return true;
};

/** Says of what was left out how many there were, and why. */
const tellLeftOut = ({ deleted, erroneous, unapproved, elsewhere }: LeftOut, { file, findings }: Reading) => {
  const tell = (
    code: 'addresses-deleted' | 'addresses-erroneous' | 'addresses-unapproved' | 'addresses-elsewhere',
    count: number,
  ) => {
    if (count === 0) return;
    findings.leftOut(count);
    findings.add({ code, file, effect: 'dropped', values: { count } });
  };
  tell('addresses-deleted', deleted);
  tell('addresses-erroneous', erroneous);
  tell('addresses-unapproved', unapproved);
  tell('addresses-elsewhere', elsewhere);
};

/** Reads the buildings in batches, as they are written; nothing of a row is kept but its place in the index. */
export async function* readBuildings(
  table: StreamedTable,
  reading: Reading,
  step: (rows: number) => void,
): AsyncGenerator<readonly Address[]> {
  const { findings } = reading;
  const leftOut: LeftOut = { deleted: 0, erroneous: 0, unapproved: 0, elsewhere: 0 };
  const seen = new Set<string | number>();
  let batch: Address[] = [];
  let rows = 0;
  for await (const row of table.rows) {
    findings.read();
    rows += 1;
    if (rows % rowsAtOnce === 0) step(rows);
    const found = readRow(row, reading, leftOut);
    if (found === null || !take(found, row.line, reading, seen)) continue;
    batch.push(found.address);
    if (batch.length < rowsAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
  tellLeftOut(leftOut, reading);
}
