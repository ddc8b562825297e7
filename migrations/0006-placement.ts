import { type Kysely, sql } from 'kysely';

const statements = [
  /**
   * In which town or parish each venue, settlement and cell lies, reckoned on one version of the territories:
   * borders that come or are taken back bring their own rows, and nothing is rewritten.
   */
  `create table placement (
    territories_version integer not null references dataset_version on delete cascade,
    version_id integer not null references dataset_version on delete cascade,
    row_id text not null,
    territory_id text,
    how text not null check (how in ('point', 'stated', 'nearest', 'neighbour', 'outside', 'unknown')),
    primary key (territories_version, version_id, row_id),
    check ((territory_id is null) = (how in ('neighbour', 'outside', 'unknown'))))`,
  // Forgetting a version of venues would read all of it otherwise.
  `create index placement_version on placement (version_id)`,
  // What no source states, and no unit covers, is blank and not a guess.
  `alter table population_cell alter column territory_id drop not null`,
  `alter table settlement alter column territory_id drop not null`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
