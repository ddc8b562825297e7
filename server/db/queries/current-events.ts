import { type Kysely, sql } from 'kysely';
import type { CultureEvent } from '#core/offer/event.ts';
import type { Tables } from '../tables/index.ts';
import { type EventRow, eventCollection, toEvent } from './events.ts';

/** The events of each current version, for laying out their dates anew. */
export const readEventsByVersion = async (
  db: Kysely<Tables>,
): Promise<ReadonlyMap<number, readonly CultureEvent[]>> => {
  const { rows } = await sql<EventRow & { version_id: number }>`
    select e.version_id, ${eventCollection.columns} from ${eventCollection.from} order by e.id`.execute(db);
  const byVersion = new Map<number, CultureEvent[]>();
  for (const row of rows) {
    const events = byVersion.get(row.version_id) ?? [];
    events.push(toEvent(row));
    byVersion.set(row.version_id, events);
  }
  return byVersion;
};

/** The events of one version, current or not. */
export const readEventsOf = async (db: Kysely<Tables>, version: number): Promise<readonly CultureEvent[]> => {
  const { rows } = await sql<EventRow>`
    select ${eventCollection.columns} from event e join dataset_version v on v.id = e.version_id
    where e.version_id = ${version} order by e.id`.execute(db);
  return rows.map(toEvent);
};
