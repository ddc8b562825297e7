import { type Kysely, sql } from 'kysely';

const statements = [
  // Published counts of 5 within `people`, each of which stands for 1 to 10 residents.
  `alter table population_cell add column small_counts integer not null default 0 check (small_counts >= 0)`,

  // Every unit of the file by its code, those without a place on the map too: borders may come later.
  // generation: of the code, because 2009-2021 codes and those since 2021 must not be joined by number.
  `create table territory_population (
    version_id integer not null references dataset_version on delete cascade,
    generation text not null check (generation in ('2009', '2021')),
    code text not null check (code ~ '^[0-9]{7}$'),
    name text not null, sort_key text not null,
    year integer not null check (year between 1900 and 2200),
    series text not null, source text not null,
    sex text not null check (sex in ('T', 'F', 'M')),
    age_group text not null check (age_group in ('all', '0-14', '15-64', '65+')),
    people integer not null check (people >= 0),
    primary key (version_id, generation, code, year, sex, age_group))`,
  `create index territory_population_code on territory_population (generation, code, year)`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
