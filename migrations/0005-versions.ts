import { type Kysely, sql } from 'kysely';

/** Datasets whose past versions lost what is read from them: their files went at the switch-over. */
const keptInFiles = `('streets', 'timetable', 'on-demand')`;

const statements = [
  `alter table dataset_version
    add column import_id integer,
    add column source_name text,
    add column stands_alone boolean not null default false,
    add column counts jsonb,
    add column size_bytes double precision,
    add column replaced_by integer,
    add column is_retired boolean not null default false`,

  // What a version says of itself, in both languages; what was said before was English.
  `update dataset_version set warnings = (
    select coalesce(jsonb_agg(jsonb_build_object('lv', said, 'en', said) order by place), '[]')
    from jsonb_array_elements_text(warnings) with ordinality as t(said, place))`,

  // One import made the versions that have its list, its file and its moment in common.
  `update dataset_version v set import_id = case when v.list = 'shipped' then v.id else (
    select min(o.id) from dataset_version o
    where o.list = v.list and o.file_hash = v.file_hash and o.imported_at is not distinct from v.imported_at) end`,
  `update dataset_version set source_name = case
    when list = 'shipped' then 'shipped'
    when dataset in ('venues', 'events', 'population', 'on-demand') then dataset
    when dataset = 'timetable' then 'gtfs'
    else 'osm' end`,
  `update dataset_version set stands_alone = dataset not in ('venues', 'events')`,
  `alter table dataset_version alter column import_id set not null, alter column source_name set not null`,

  `alter table dataset_version drop constraint dataset_version_state_check`,
  `alter table dataset_version add constraint dataset_version_state_check
    check (state in ('building', 'current', 'past', 'forgotten'))`,
  // What ships is loaded again, to be there for whoever wants to go back to it.
  `delete from dataset_version where state = 'past' and list = 'shipped' and dataset in ${keptInFiles}`,
  `delete from street_edge where version_id in (
    select id from dataset_version where state = 'past' and dataset in ${keptInFiles})`,
  `update dataset_version set state = 'forgotten' where state = 'past' and dataset in ${keptInFiles}`,
];

/** Versions that can be gone back to: which belong together, where they come from and what replaced them. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
