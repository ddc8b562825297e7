import type { Findings } from '#core/findings.ts';
import { findSamePlaces, type SamePlace } from '#core/offer/same-place.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { Database } from '../db/database.ts';
import { readAll } from '../db/queries/items.ts';
import { readApart, readDecisions } from '../db/queries/matches.ts';
import { venueCollection } from '../db/queries/venues.ts';

/** Pairs of current rows that may be one place and that nobody has judged yet, the surest first. */
export const suggestSamePlaces = async ({ db }: Pick<Database, 'db'>): Promise<readonly SamePlace[]> =>
  findSamePlaces(await readAll(db, venueCollection), await readApart(db));

/** The same as it would be with these rows in place of a list. */
export const suggestWith = async (
  { db }: Pick<Database, 'db'>,
  list: string,
  rows: readonly Venue[],
): Promise<readonly SamePlace[]> => {
  const current = await readAll(db, venueCollection);
  const merged = new Set(current.flatMap(({ merged = [] }) => merged.map(({ id }) => id)));
  const others = current.filter((venue) => venue.list !== list);
  const own = rows.filter(({ id }) => !merged.has(id));
  const found = findSamePlaces([...others, ...own], await readApart(db));
  return found.filter(({ keep, other }) => keep.list === list || other.list === list);
};

/** Rows of the list about which somebody has decided and that its new version does not hold. */
const sayGone = async (
  { db }: Pick<Database, 'db'>,
  list: string,
  rows: readonly Venue[],
  findings: Pick<Findings, 'add'>,
): Promise<void> => {
  const ids = new Set(rows.map(({ id }) => id));
  const { places, apart } = await readDecisions(db);
  const decided = new Map([...places, ...apart].flat().map((row) => [row.id, row]));
  for (const { id, list: own, nameLv } of decided.values()) {
    if (own !== list || ids.has(id)) continue;
    findings.add({ code: 'decided-row-gone', values: { id, name: nameLv } });
  }
};

/** Says in the findings of an import which decisions lost their row, and how many of its rows may be a place that is there already. */
export const sayOfVenues = async (
  database: Pick<Database, 'db'>,
  list: string,
  rows: readonly Venue[],
  findings: Pick<Findings, 'add'>,
): Promise<void> => {
  await sayGone(database, list, rows, findings);
  const { length: count } = await suggestWith(database, list, rows);
  if (count > 0) findings.add({ code: 'same-place-suggested', values: { count } });
};
