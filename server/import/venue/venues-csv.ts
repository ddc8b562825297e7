import { fold, slug } from '#core/language/fold.ts';
import type { PhysicalAccess, Stated, Venue } from '#core/offer/venue.ts';
import type { Territory } from '#core/place/territory.ts';
import type { Bbox, LonLat } from '#core/place/units.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { AddressFinder, FoundByAddress } from '../address/address-finder.ts';
import { readTable } from '../format/read-table.ts';
import { RowReader } from '../format/row-reader.ts';
import type { Gazetteer } from './gazetteer.ts';
import { readPosition } from './position.ts';
import { kindWords, statedWords, statusWords, venueTemplate } from './venue-template.ts';

/** What a list of venues is read against. */
export interface VenueSurroundings {
  readonly list: string;
  readonly fileName: string;
  readonly bounds: Bbox;
  readonly gazetteer: Gazetteer;
  /** Finds places without coordinates by their address; absent or null where there are no addresses. */
  readonly addresses?: AddressFinder | null;
  /** Ids of the other current lists. */
  readonly takenIds: ReadonlySet<string>;
  /** The town or parish of each point. */
  readonly locate: (points: readonly LonLat[]) => Promise<readonly (string | null)[]>;
}

interface Draft {
  readonly row: RowReader;
  readonly venue: Venue;
  readonly givenId: boolean;
  readonly statedTerritory: Territory | null;
}

const readClosedOn = (row: RowReader): string | null => {
  const text = row.text('closedOn', 20);
  if (text === null || /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return text;
  row.fault('closedOn', 'malformed', '2025, 2025-07, 2025-07-31');
  return null;
};

const readAccess = (row: RowReader): PhysicalAccess => {
  const read = (field: string): Stated => row.oneOf(field, statedWords) ?? 'not-stated';
  return {
    stepFreeEntrance: read('stepFreeEntrance'),
    accessibleToilet: read('accessibleToilet'),
    disabledParking: read('disabledParking'),
    hearingLoop: read('hearingLoop'),
  };
};

const readStatedTerritory = (row: RowReader, gazetteer: Gazetteer): Territory | null => {
  const text = row.text('territory', 200);
  if (text === null) return null;
  const territory = gazetteer.findTerritory(text);
  if (territory === null) row.fault('territory', 'unknown-reference', 'Slampes pagasts');
  return territory;
};

const coordinates = ['lat', 'lon', 'lksEast', 'lksNorth'];

/** By the address with the village and parish that stand beside it; null where the list states coordinates. */
const findByAddress = (
  row: RowReader,
  { addresses }: VenueSurroundings,
  territory: Territory | null,
): FoundByAddress | null => {
  const address = row.text('address', 300);
  if (addresses == null || address === null || coordinates.some((field) => row.has(field))) return null;
  const text = [address, row.text('settlement', 200), territory?.nameLv].filter(Boolean).join(', ');
  return addresses.find(text, territory?.id ?? null);
};

const readDraft = (row: RowReader, around: VenueSurroundings, warnings: ImportWarning[]): Draft => {
  const nameLv = row.required('nameLv', 200);
  const kind = row.oneOf('kind', kindWords);
  if (!row.has('kind')) row.fault('kind', 'missing');
  const statedTerritory = readStatedTerritory(row, around.gazetteer);
  const settlement = row.text('settlement', 200);
  const place =
    settlement === null ? null : around.gazetteer.findSettlement(settlement, statedTerritory?.id ?? null);
  const byAddress = findByAddress(row, around, statedTerritory);
  const { position, warning } = readPosition(row, around.bounds, place, byAddress);
  if (byAddress?.position === null) warnings.push({ ...byAddress.finding, row: row.line });
  if (warning !== null) warnings.push(warning);
  const id = row.identifier('id');
  const closedOn = readClosedOn(row);
  return {
    row,
    givenId: id !== null,
    statedTerritory,
    venue: {
      id: id ?? slug(nameLv),
      list: around.list,
      nameLv,
      nameEn: row.text('nameEn', 200),
      kind: kind ?? 'event-place',
      subtype: row.text('subtype', 100),
      sectors: row.list('sectors', 20),
      territoryId: statedTerritory?.id ?? null,
      settlement,
      address: row.text('address', 300),
      position,
      status: row.oneOf('status', statusWords) ?? (closedOn === null ? 'open' : 'closed'),
      closedOn,
      capacity: row.whole('capacity', 0, 200_000),
      openingHours: row.text('openingHours', 300),
      physicalAccess: readAccess(row),
      url: row.url('url'),
      note: row.text('note', 2000),
      source: row.text('source', 300) ?? around.fileName,
      confidence: row.text('confidence', 100) ?? 'as stated by the list',
      isModel: false,
    },
  };
};

/** Two venues of one name in one list are told apart by their village. */
const withOwnIds = (drafts: readonly Draft[], taken: ReadonlySet<string>): readonly Draft[] => {
  const counts = new Map<string, number>();
  for (const { venue } of drafts) counts.set(venue.id, (counts.get(venue.id) ?? 0) + 1);
  const seen = new Set<string>();
  return drafts.map((draft) => {
    const { venue, row, givenId } = draft;
    const isShared = !givenId && (counts.get(venue.id) ?? 0) > 1 && venue.settlement !== null;
    const id = isShared ? `${venue.id}-${slug(venue.settlement ?? '')}` : venue.id;
    if (id === '') row.fault('id', 'missing', 'a-z 0-9 _ -');
    else if (seen.has(id) || taken.has(id)) row.fault('id', 'duplicate', `${id}: another id`);
    seen.add(id);
    return { ...draft, venue: { ...venue, id } };
  });
};

const pointOf = ({ venue }: Draft): LonLat | null =>
  venue.position.state === 'missing' ? null : venue.position.lonLat;

/**
 * Tells what a point says of the territory. Only a stated one stays with the row: where a point lies is reckoned
 * anew with every version of the borders.
 */
const checkTerritory = (draft: Draft, located: string | null, warnings: ImportWarning[]): void => {
  const { venue, statedTerritory, row } = draft;
  if (statedTerritory === null) {
    if (located === null && venue.position.state !== 'missing') {
      warnings.push({ code: 'outside-map', row: row.line, values: {} });
    }
    return;
  }
  if (located !== null && located !== statedTerritory.id) {
    const values = { stated: statedTerritory.nameLv, located };
    warnings.push({ code: 'other-territory', row: row.line, values });
  }
};

const warnOfStatus = (drafts: readonly Draft[]): readonly ImportWarning[] => {
  const count = drafts.filter(({ row, venue }) => !row.has('status') && venue.status === 'open').length;
  return count === 0 ? [] : [{ code: 'status-assumed', values: { count } }];
};

/**
 * Reads a list of venues by the template.
 * @throws Problem `bad-import` with every fault by row and field.
 */
export const readVenuesCsv = async (
  bytes: Uint8Array,
  around: VenueSurroundings,
): Promise<{ readonly rows: readonly Venue[]; readonly warnings: readonly ImportWarning[] }> => {
  const table = await readTable(bytes, venueTemplate);
  const { faults } = table;
  const warnings: ImportWarning[] = [...table.warnings];
  const drafts = table.rows.map((row) => readDraft(new RowReader(row, faults), around, warnings));
  const named = withOwnIds(drafts, around.takenIds);
  faults.throwIfAny();
  const points = named.map(pointOf);
  const found = await around.locate(points.filter((point) => point !== null));
  let next = 0;
  named.forEach((draft, i) => {
    checkTerritory(draft, points[i] === null ? null : (found[next++] ?? null), warnings);
  });
  return {
    rows: named.map(({ venue }) => venue),
    warnings: [...warnings, ...warnOfStatus(named)],
  };
};

/** Folded name to id, where the name means one place only, however many lists have it. */
export const uniqueNames = (
  venues: readonly { readonly id: string; readonly nameLv: string; readonly keptId?: string }[],
): ReadonlyMap<string, string> => {
  const byName = Map.groupBy(venues, ({ nameLv }) => fold(nameLv));
  const names = new Map<string, string>();
  for (const [name, called] of byName) {
    const [id, ...others] = new Set(called.map((venue) => venue.keptId ?? venue.id));
    if (id !== undefined && others.length === 0) names.set(name, id);
  }
  return names;
};
