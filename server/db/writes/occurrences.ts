import type { Kysely } from 'kysely';
import type { Occurrence } from '#core/offer/event.ts';
import type { Tables } from '../tables/index.ts';
import { batches } from './batches.ts';

type Db = Kysely<Tables>;

const toRow = (version_id: number, occurrence: Occurrence) => ({
  version_id,
  id: occurrence.id,
  event_id: occurrence.eventId,
  starts_at: new Date(occurrence.startsAt).toISOString(),
  ends_at: occurrence.endsAt === null ? null : new Date(occurrence.endsAt).toISOString(),
  status: occurrence.status,
  note: occurrence.note,
  venue_id: occurrence.venueId,
});

type Row = ReturnType<typeof toRow>;

const readRows = (db: Db, version: number): Promise<Row[]> =>
  db.selectFrom('occurrence').selectAll().where('version_id', '=', version).execute();

const keyOf = (row: Row): string =>
  JSON.stringify([row.id, row.starts_at, row.ends_at, row.status, row.note, row.venue_id]);

/**
 * Makes the dates of one version of events exactly these, in one transaction; only differences are
 * written. Returns how many dates were added and taken away.
 */
export const replaceOccurrences = (
  db: Db,
  version: number,
  occurrences: readonly Occurrence[],
): Promise<{ readonly added: number; readonly removed: number }> =>
  db.transaction().execute(async (trx) => {
    const kept = new Map((await readRows(trx, version)).map((row) => [keyOf(row), row.id]));
    const wanted = new Map(
      occurrences.map((occurrence) => toRow(version, occurrence)).map((row) => [keyOf(row), row]),
    );
    const removed = [...kept].filter(([key]) => !wanted.has(key)).map(([, id]) => id);
    const added = [...wanted].filter(([key]) => !kept.has(key)).map(([, row]) => row);
    for (let i = 0; i < removed.length; i += 5000) {
      const ids = removed.slice(i, i + 5000);
      await trx.deleteFrom('occurrence').where('version_id', '=', version).where('id', 'in', ids).execute();
    }
    for (const batch of batches(added)) await trx.insertInto('occurrence').values(batch).execute();
    return { added: added.length, removed: removed.length };
  });
