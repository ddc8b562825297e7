import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table venue add column isil text`,

  // Rows of any lists that are one place by decision of a person; the first by rank that is current stands for all.
  `create table venue_match (
    version_id integer not null references dataset_version on delete cascade,
    place integer not null, rank integer not null check (rank >= 0),
    venue_id text not null, list text not null, name_lv text not null,
    primary key (version_id, venue_id),
    unique (version_id, place, rank))`,

  // Pairs that look alike and are two places by decision of a person.
  `create table venue_apart (
    version_id integer not null references dataset_version on delete cascade,
    venue_id text not null, other_id text not null check (venue_id < other_id),
    list text not null, other_list text not null, name_lv text not null, other_name_lv text not null,
    primary key (version_id, venue_id, other_id))`,

  // Ids that lead to another row now. When the row that stood for a place goes, the next one takes over by itself.
  `create view venue_alias as
    with present as (
      select m.version_id, m.place, m.rank, m.venue_id
      from venue_match m
      join dataset_version v on v.id = m.version_id and v.state = 'current'
      join venue t on t.id = m.venue_id
      join dataset_version w on w.id = t.version_id and w.state = 'current'
    ), kept as (
      select distinct on (version_id, place) version_id, place, venue_id as kept_id
      from present order by version_id, place, rank
    )
    select m.venue_id as alias_id, k.kept_id
    from venue_match m join kept k on k.version_id = m.version_id and k.place = m.place
    where m.venue_id <> k.kept_id`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
