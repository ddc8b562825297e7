import { type Kysely, sql } from 'kysely';
import { fold } from '#core/language/fold.ts';
import { squareOf } from '#core/place/cell.ts';
import type { PopulationCell } from '#core/place/territory.ts';
import type { Tables } from '../tables/index.ts';

/** Rows in one statement: one text of them is far cheaper than a parameter for every value. */
const rowsAtOnce = 5000;

const outlineOf = ({ id, ring }: PopulationCell) => {
  if (ring !== undefined) return { ring: JSON.stringify({ type: 'Polygon', coordinates: [ring] }) };
  const found = squareOf(id);
  if (found === null) throw new Error(`${id} names no square`);
  return { east: found.corner.east, north: found.corner.north, metres: found.metres };
};

const rowOf = (cell: PopulationCell) => ({
  id: cell.id,
  territory_id: cell.territoryId,
  people: cell.people,
  small_counts: cell.smallCounts ?? 0,
  nearest_settlement: cell.nearestSettlement,
  search_text: fold(cell.nearestSettlement),
  lon: cell.centre[0],
  lat: cell.centre[1],
  source: cell.source,
  confidence: cell.confidence,
  is_model: cell.isModel,
  ...outlineOf(cell),
});

/** Writes residents by cell, a few thousand at a time. */
export const writeCells = async (
  db: Kysely<Tables>,
  version: number,
  rows: readonly PopulationCell[],
): Promise<void> => {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const batch = rows.slice(from, from + rowsAtOnce).map(rowOf);
    await sql`
      insert into population_cell (version_id, id, territory_id, people, small_counts, nearest_settlement,
        search_text, source, confidence, is_model, centre_geom_4326, geom_4326)
      select ${version}::integer, r.id, r.territory_id, r.people, r.small_counts, r.nearest_settlement,
        r.search_text, r.source, r.confidence, r.is_model, ST_SetSRID(ST_MakePoint(r.lon, r.lat), 4326),
        case when r.ring is not null then ST_SetSRID(ST_GeomFromGeoJSON(r.ring), 4326)
          else ST_Transform(
            ST_MakeEnvelope(r.east, r.north, r.east + r.metres, r.north + r.metres, 3059), 4326) end
      from json_to_recordset(${JSON.stringify(batch)}::json) as r(
        id text, territory_id text, people float8, small_counts integer, nearest_settlement text,
        search_text text, source text, confidence text, is_model boolean, lon float8, lat float8,
        east float8, north float8, metres float8, ring text)`.execute(db);
  }
};
