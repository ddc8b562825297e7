import { type Kysely, sql } from 'kysely';

const statements = [
  // A lighter outline for the screen, whose borders neighbours share; and how far it is from the full one.
  `alter table territory
    add column geom_screen_4326 geometry(Geometry, 4326),
    add column screen_tolerance_metres double precision check (screen_tolerance_metres > 0),
    add constraint territory_screen check (
      (geom_screen_4326 is null) = (screen_tolerance_metres is null) and not ST_IsEmpty(geom_screen_4326))`,

  // The classifier of administrative units: a unit under its municipality for a stretch of time.
  `create table territory_code (
    version_id integer not null references dataset_version on delete cascade,
    row integer not null,
    code text not null check (code ~ '^[0-9]{7}$'),
    generation text not null check (generation in ('2009', '2021')),
    level integer not null check (level between 0 and 4),
    name text not null,
    parent_code text,
    valid_from date,
    valid_to date,
    predecessors text[] not null,
    successors text[] not null,
    primary key (version_id, row),
    check (valid_to >= valid_from))`,
  `create index territory_code_code on territory_code (version_id, code)`,
  `create index territory_code_predecessors on territory_code using gin (predecessors)`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
