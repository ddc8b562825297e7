import type { Kysely } from 'kysely';
import { fold } from '#core/language/fold.ts';
import type { RoadLine } from '#core/roads/street.ts';
import { fromLine } from '../postgis.ts';
import type { Tables } from '../tables/index.ts';
import { batches } from './batches.ts';
import { provenanceColumns } from './places.ts';

const lineRow = (version_id: number, road: RoadLine) => ({
  version_id,
  id: road.id,
  length_metres: road.lengthMetres,
  highway: road.highway,
  surface: road.surface,
  is_built_up: road.isBuiltUp,
  oneway: road.oneway,
  ref: road.ref,
  name: road.name,
  role: road.role,
  geom_4326: fromLine(road.line),
  search_text: fold([road.ref, road.name].filter((word) => word !== null).join(' ')),
  ...provenanceColumns(road),
});

/** How many rows are turned into SQL at once: a whole country would not fit the memory. */
const stretch = 5000;

/** Roads as they are drawn. */
export const writeRoads = async (
  db: Kysely<Tables>,
  version: number,
  lines: readonly RoadLine[],
): Promise<void> => {
  for (let i = 0; i < lines.length; i += stretch) {
    const rows = lines.slice(i, i + stretch).map((road) => lineRow(version, road));
    for (const batch of batches(rows)) await db.insertInto('street_edge').values(batch).execute();
  }
};
