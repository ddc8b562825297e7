import { type Kysely, sql } from 'kysely';

const statements = [
  // Half a million rows: what they have in common, source and licence, stands with their version. Nobody asks for
  // them by area, so the point is two numbers and no geometry with an index to keep.
  `create table address (
    version_id integer not null references dataset_version on delete cascade,
    id text not null,
    kind text not null check (kind in ('house', 'place-name')),
    name text not null, street text, village text, unit text, municipality text, postcode text,
    territory_id text,
    longitude_degrees double precision not null check (longitude_degrees between -180 and 180),
    latitude_degrees double precision not null check (latitude_degrees between -90 and 90),
    primary key (version_id, id))`,
];

/** Houses and farms with the names they are written with. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
