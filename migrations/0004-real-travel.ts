import { type Kysely, sql } from 'kysely';

const statements = [
  // What a version keeps as bytes: a graph or a timetable in parts that fit a statement.
  `create table version_file (
    version_id integer not null references dataset_version on delete cascade,
    name text not null, part integer not null check (part >= 0), bytes bytea not null,
    primary key (version_id, name, part))`,
  `alter table version_file alter column bytes set storage external`,

  // Streets loaded before have no graph file; what ships is loaded again at the next start.
  `delete from dataset_version where dataset = 'streets'`,
  `alter table street_edge drop column from_node, drop column to_node`,
  `alter table street_edge drop constraint street_edge_version_id_fkey`,
  `drop table street_node`,
  `drop table street_network`,
  `alter table street_edge
    add constraint street_edge_version foreign key (version_id) references dataset_version on delete cascade`,

  // A cell may be a hexagon: its outline in degrees is what all cells have.
  `alter table population_cell drop column geom_3059`,
  `alter table population_cell add constraint population_cell_outline check (not ST_IsEmpty(geom_4326))`,

  // Travel from every home to one place, kept as long as streets, homes and timetable stay the same.
  `create table travel_column (
    basis text not null,
    longitude_e7 integer not null, latitude_e7 integer not null,
    costs bytea not null,
    primary key (basis, longitude_e7, latitude_e7))`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
