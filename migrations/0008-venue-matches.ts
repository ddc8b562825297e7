import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table venue add column isil text`,
  `create index venue_by_id on venue (id)`,

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

  // Ids that lead to another row now, reckoned whenever a version comes or goes: when the row that stood for a place
  // goes, the next one takes over by itself.
  `create table venue_alias (alias_id text primary key, kept_id text not null)`,
  `create index venue_alias_kept on venue_alias (kept_id)`,
  `create function refresh_venue_alias() returns trigger language plpgsql as $$
    begin
      lock table venue_alias in share row exclusive mode;
      delete from venue_alias;
      insert into venue_alias (alias_id, kept_id)
      select distinct on (venue_id) venue_id, kept_id
      from (
        select m.venue_id,
          first_value(m.venue_id) over place as kept_id,
          first_value(p.id) over place is not null as is_kept_there
        from venue_match m
        join dataset_version v on v.id = m.version_id and v.state = 'current'
        left join (
          select t.id from venue t join dataset_version w on w.id = t.version_id and w.state = 'current'
        ) p on p.id = m.venue_id
        window place as (partition by m.version_id, m.place order by p.id is null, m.rank)
      ) members
      where is_kept_there and venue_id <> kept_id
      order by venue_id, kept_id;
      return null;
    end $$`,
  `create trigger refresh_venue_alias after insert or delete or update of state on dataset_version
    for each statement execute function refresh_venue_alias()`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
