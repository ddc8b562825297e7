import { type Kysely, sql } from 'kysely';

const statements = [
  // Dates of an event besides those of its rule (RDATE).
  `alter table event add column also_local text[] not null default '{}'`,

  // What residents answered, by territory. What may not be told is never kept: a hidden row has no numbers.
  `create table survey_result (
    version_id integer not null references dataset_version on delete cascade,
    question_id text not null, question_lv text not null, question_en text,
    group_id text not null, group_lv text not null, group_en text,
    territory_id text not null,
    surveyed_on text not null,
    unit text not null,
    hidden text check (hidden in ('few', 'protects')),
    answers integer check (answers >= 0), value float8,
    min_answers integer not null check (min_answers >= 5),
    source text not null, licence text not null,
    place integer not null,
    primary key (version_id, question_id, group_id, territory_id, surveyed_on),
    check ((hidden is null) = (answers is not null and value is not null)),
    check (answers >= min_answers))`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
