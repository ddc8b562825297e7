import type { Findings } from '#core/findings.ts';
import { findSamePlaces } from '#core/offer/same-place.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { Database } from '../../db/database.ts';
import { readAll } from '../../db/queries/items.ts';
import { readApart, readDecisions } from '../../db/queries/matches.ts';
import { venueCollection } from '../../db/queries/venues.ts';

/** Pairs that would wait for a decision with these rows in place of a list: so many that one row of them is of it. */
const countWith = async (
  { db }: Pick<Database, 'db'>,
  list: string,
  rows: readonly Venue[],
): Promise<number> => {
  const current = await readAll(db, venueCollection);
  const merged = new Set(current.flatMap(({ merged = [] }) => merged.map(({ id }) => id)));
  const others = current.filter((venue) => venue.list !== list);
  const own = rows.filter(({ id }) => !merged.has(id));
  const found = findSamePlaces([...others, ...own], await readApart(db));
  return found.filter(({ keep, other }) => keep.list === list || other.list === list).length;
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

/** Says in the findings of an import which decisions lost their row, and how many pairs wait for a decision. */
export const sayOfVenues = async (
  database: Pick<Database, 'db'>,
  list: string,
  rows: readonly Venue[],
  findings: Pick<Findings, 'add'>,
): Promise<void> => {
  await sayGone(database, list, rows, findings);
  const count = await countWith(database, list, rows);
  if (count > 0) findings.add({ code: 'same-place-suggested', values: { count } });
};
