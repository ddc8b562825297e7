import { sql } from 'kysely';
import type { HighwayClass, RoadLine, Surface } from '#core/roads/street.ts';
import { asGeoJson, toLine } from '../postgis.ts';
import type { Collection } from './collection.ts';

interface Row {
  id: number;
  length_metres: number;
  highway: HighwayClass;
  surface: Surface;
  is_built_up: boolean;
  oneway: boolean;
  ref: string | null;
  name: string | null;
  role: RoadLine['role'];
  line: string;
  source: string;
  confidence: string;
  is_model: boolean;
}

const toRoad = (row: Row): RoadLine => ({
  id: row.id,
  lengthMetres: row.length_metres,
  highway: row.highway,
  surface: row.surface,
  isBuiltUp: row.is_built_up,
  oneway: row.oneway,
  ref: row.ref,
  name: row.name,
  role: row.role,
  line: toLine(row.line),
  source: row.source,
  confidence: row.confidence,
  isModel: row.is_model,
});

export const roadCollection: Collection<Row, RoadLine> = {
  name: 'roads',
  from: sql`street_edge t join dataset_version v on v.id = t.version_id and v.state = 'current'`,
  columns: sql`t.id, t.length_metres, t.highway, t.surface, t.is_built_up, t.oneway,
    t.ref, t.name, t.role, ${asGeoJson('t.geom_4326')} as line, t.source, t.confidence, t.is_model`,
  id: sql`t.id`,
  idType: 'number',
  properties: {
    id: { sql: sql`t.id`, type: 'number' },
    ref: { sql: sql`t.ref`, type: 'text' },
    name: { sql: sql`t.name`, type: 'text' },
    highway: { sql: sql`t.highway`, type: 'text' },
    surface: { sql: sql`t.surface`, type: 'text' },
    role: { sql: sql`t.role`, type: 'text' },
    isBuiltUp: { sql: sql`t.is_built_up`, type: 'text' },
    oneway: { sql: sql`t.oneway`, type: 'text' },
    lengthMetres: { sql: sql`t.length_metres`, type: 'number' },
    isModel: { sql: sql`t.is_model`, type: 'text' },
  },
  defaultSort: 'id',
  geometry: sql`t.geom_4326`,
  searchText: sql`t.search_text`,
  toItem: toRoad,
};
