import { type Kysely, sql } from 'kysely';
import type { HighwayClass, StreetEdge, StreetNetwork, StreetNode, Surface } from '#core/roads/street.ts';
import { asGeoJson, toLine, toLonLat } from '../postgis.ts';
import { stated } from '../stated.ts';
import type { Tables } from '../tables/index.ts';
import type { Collection } from './collection.ts';
import { readAll } from './items.ts';

interface Row {
  id: number;
  from_node: number;
  to_node: number;
  length_metres: number;
  highway: HighwayClass;
  surface: Surface;
  is_built_up: boolean;
  oneway: boolean;
  ref: string | null;
  name: string | null;
  role: StreetEdge['role'];
  line: string;
  source: string;
  confidence: string;
  is_model: boolean;
}

const toEdge = (row: Row): StreetEdge => ({
  id: row.id,
  from: row.from_node,
  to: row.to_node,
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

export const roadCollection: Collection<Row, StreetEdge> = {
  name: 'roads',
  from: sql`street_edge t join dataset_version v on v.id = t.version_id and v.state = 'current'`,
  columns: sql`t.id, t.from_node, t.to_node, t.length_metres, t.highway, t.surface, t.is_built_up, t.oneway,
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
  toItem: toEdge,
};

const readNodes = async (db: Kysely<Tables>): Promise<readonly StreetNode[]> => {
  const { rows } = await sql<{ id: number; name: string | null; position: string }>`
    select t.id, t.name, ${asGeoJson('t.geom_4326')} as position
    from street_node t join dataset_version v on v.id = t.version_id and v.state = 'current'
    order by t.id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    lonLat: stated(toLonLat(row.position), `position of node ${row.id}`),
  }));
};

/** The current street network, nodes and edges by id. */
export const readStreetNetwork = async (db: Kysely<Tables>): Promise<StreetNetwork> => ({
  nodes: await readNodes(db),
  edges: await readAll(db, roadCollection),
});
