import type { Findings } from '#core/findings.ts';
import { fold } from '#core/language/fold.ts';
import type { Venue, VenueKind } from '#core/offer/venue.ts';
import type { Region } from '#core/place/region.ts';
import { type Fault, Problem } from '#core/problem.ts';
import type { Database } from '../../db/database.ts';
import { readListsOfIds } from '../../db/queries/known.ts';
import { locateTerritories } from '../../db/queries/locate.ts';
import { readPlaces } from '../../db/queries/places.ts';
import { findInSea } from '../../db/queries/sea.ts';
import { readAddressFinder } from '../address/address-finder.ts';
import { createPauses } from '../pauses.ts';
import { type Draft, idOf, readDraft, readPoints, venueOf } from './kisc-objects-read.ts';
import { type Settled, settle } from './kisc-objects-settle.ts';
import type { OfficialRow, OfficialTable } from './kisc-objects-table.ts';
import { createCodes } from './kisc-objects-units.ts';

/** How a table of venues of one publisher becomes a list. */
export interface OfficialList {
  readonly list: string;
  readonly fileName: string;
  /** Ids of its venues begin with it. */
  readonly prefix: string;
  /** Of every row, where the table is of one kind. */
  readonly kind: VenueKind | null;
  readonly source: string;
  readonly confidence: string;
  /** What the table tells besides; applied to each venue. */
  readonly refine?: (venue: Venue, row: OfficialRow) => Venue;
}

interface Surroundings {
  readonly database: Database;
  readonly region: Region;
}

/** The same name in the same unit at the same place, or with the same ISIL: one object written twice. */
const sameAs = ({ draft, territoryId, position }: Settled): string => {
  const place =
    position.state === 'missing'
      ? (draft.address ?? '')
      : position.lonLat.map((degree) => degree.toFixed(4)).join(' ');
  return [fold(draft.name), draft.kind, territoryId, draft.isil ?? place].join('|');
};

const withoutDuplicates = (settled: readonly Settled[], findings: Findings): readonly Settled[] => {
  const seen = new Map<string, number>();
  return settled.filter((one) => {
    const key = sameAs(one);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, one.draft.line);
      return true;
    }
    findings.drop({
      code: 'duplicate-row',
      row: one.draft.line,
      values: { first: before, name: one.draft.name },
    });
    return false;
  });
};

/** An ISIL names one institution: of a second row with it only the name and place can tell what it is. */
const withOwnIsil = (settled: readonly Settled[], findings: Findings): readonly Settled[] => {
  const seen = new Map<string, number>();
  return settled.map((one) => {
    const { isil, line: row } = one.draft;
    if (isil === null) return one;
    const before = seen.get(isil);
    if (before === undefined) {
      seen.set(isil, row);
      return one;
    }
    findings.add({ code: 'isil-repeated', row, field: 'isil', values: { isil, first: before } });
    return { ...one, draft: { ...one.draft, isil: null } };
  });
};

/** Numbers of objects count as such only where each stands once. */
const withOwnObjects = (settled: readonly Settled[]): readonly Settled[] => {
  const counts = new Map<string, number>();
  for (const { draft } of settled) counts.set(draft.object, (counts.get(draft.object) ?? 0) + 1);
  return settled.map((one) =>
    (counts.get(one.draft.object) ?? 0) > 1 ? { ...one, draft: { ...one.draft, object: '' } } : one,
  );
};

/** Ids that no other list has; where another list holds most of them, this file belongs into that list. */
const checkIds = async (
  { database }: Surroundings,
  official: OfficialList,
  venues: readonly (readonly [Venue, Settled])[],
  findings: Findings,
): Promise<readonly (readonly [Venue, Settled])[]> => {
  const taken = await readListsOfIds(database.db, official.list);
  const lists = venues.flatMap(([{ id }]) => taken.get(id) ?? []);
  const [other] = lists;
  if (other !== undefined && lists.length * 2 > venues.length) {
    const expected = `--list ${other}`;
    const fault: Fault = { field: 'list', fault: 'duplicate', value: official.list, expected };
    throw new Problem('bad-import', { faults: [fault] });
  }
  const seen = new Set<string>();
  return venues.filter(([{ id, nameLv }, { draft }]) => {
    const isFree = !taken.has(id) && !seen.has(id);
    seen.add(id);
    if (!isFree) findings.drop({ code: 'id-taken', row: draft.line, values: { id, name: nameLv } });
    return isFree;
  });
};

const refuseEmpty = (fileName: string, findings: Findings): never => {
  const first = findings
    .list()
    .slice(0, 5)
    .map(({ code }) => code);
  const expected = `rows of the region (${[...new Set(first)].join(', ') || '-'})`;
  throw new Problem('bad-import', { faults: [{ field: fileName, fault: 'missing', expected }] });
};

/** Drafts of rows that could be about the region, and how many are not. */
const readDrafts = async (
  table: OfficialTable,
  reading: Parameters<typeof readDraft>[1],
): Promise<{
  readonly drafts: readonly Draft[];
  readonly rows: ReadonlyMap<number, OfficialRow>;
  readonly far: number;
}> => {
  const drafts: Draft[] = [];
  const rows = new Map<number, OfficialRow>();
  const pause = createPauses();
  let far = 0;
  for (const row of table.rows) {
    const draft = readDraft(row, reading);
    if (draft === 'far') far += 1;
    else if (draft !== null) {
      drafts.push(draft);
      rows.set(draft.line, row);
    }
    await pause();
  }
  return { drafts, rows, far };
};

/**
 * Makes venues of an official table: those that lie in the region, by their code or else their point. Rows that cannot
 * be used are dropped and named in `findings`.
 *
 * @throws Problem `bad-import` when no row is left, or when the list is there under another name.
 */
export const readOfficialList = async (
  around: Surroundings,
  table: OfficialTable,
  official: OfficialList,
  findings: Findings,
): Promise<readonly Venue[]> => {
  const { db, bulk } = around.database;
  const { bounds } = around.region;
  const { territories } = await readPlaces(db);
  const codes = createCodes(territories);
  const { drafts, rows, far } = await readDrafts(table, { codes, kind: official.kind, bounds, findings });
  const names = new Map(territories.map(({ id, nameLv }) => [id, nameLv]));
  const { settled, elsewhere } = await settle(drafts, readPoints(drafts, bounds, findings), {
    bounds,
    findings,
    addresses: await readAddressFinder(db),
    hasUnits: territories.some(({ kind }) => kind === 'town' || kind === 'parish'),
    nameOf: (id) => names.get(id) ?? id,
    locate: async (points) => {
      const units = await locateTerritories(bulk, points);
      // What lies in a unit is not asked about again.
      const outside = points.flatMap((point, at) => (units[at] == null ? [{ point, at }] : []));
      const inSea = await findInSea(
        bulk,
        outside.map(({ point }) => point),
      );
      const wet = new Set(outside.filter((_, i) => inSea[i]).map(({ at }) => at));
      return points.map((_, at) => ({ unit: units[at] ?? null, isInSea: wet.has(at) }));
    },
  });
  sayElsewhere(far + elsewhere, findings);
  const own = withOwnIsil(withOwnObjects(withoutDuplicates(settled, findings)), findings);
  const made = own.map((one) => [toVenue(one, official, rows.get(one.draft.line)), one] as const);
  const kept = await checkIds(around, official, made, findings);
  if (kept.length === 0) return refuseEmpty(official.fileName, findings);
  for (const [, { isCorrected }] of kept) {
    if (isCorrected) findings.corrected();
    else findings.kept();
  }
  return kept.map(([venue]) => venue);
};

const sayElsewhere = (count: number, findings: Findings): void => {
  if (count === 0) return;
  findings.leftOut(count);
  findings.add({ code: 'rows-elsewhere', values: { count } });
};

const toVenue = (one: Settled, official: OfficialList, row: OfficialRow | undefined): Venue => {
  const { draft, territoryId, position } = one;
  const venue: Venue = {
    ...venueOf(draft),
    id: idOf(official.prefix, draft, territoryId),
    list: official.list,
    territoryId,
    position,
    source: official.source,
    confidence: official.confidence,
  };
  return row === undefined || official.refine === undefined ? venue : official.refine(venue, row);
};
