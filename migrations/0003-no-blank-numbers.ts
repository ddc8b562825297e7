import { type Kysely, sql } from 'kysely';

/** What is stated is stated whole: nothing that is read may have to stand for a blank. */
const statements = [
  `alter table venue
    add constraint venue_accuracy check (geom_4326 is null or accuracy_metres is not null),
    add constraint venue_point check (not ST_IsEmpty(geom_4326))`,
  `alter table territory
    add constraint territory_count check (
      (population_people is null) = (population_series is null)
      and (population_people is null) = (population_source is null)),
    add constraint territory_centre check (not ST_IsEmpty(centre_geom_4326)),
    add constraint territory_area check (not ST_IsEmpty(geom_4326))`,
  `alter table settlement
    add constraint settlement_count check (
      (population_people is null) = (population_series is null)
      and (population_people is null) = (population_source is null)),
    add constraint settlement_point check (not ST_IsEmpty(geom_4326))`,
  `alter table population_cell
    add constraint population_cell_centre check (not ST_IsEmpty(centre_geom_4326)),
    add constraint population_cell_square check (not ST_IsEmpty(geom_3059) and not ST_IsEmpty(geom_4326))`,
  `alter table street_node add constraint street_node_point check (not ST_IsEmpty(geom_4326))`,
  `alter table street_edge add constraint street_edge_line check (not ST_IsEmpty(geom_4326))`,
  `alter table landcover add constraint landcover_area check (not ST_IsEmpty(geom_4326))`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
