import type { Geometry } from 'geojson';
import { sql } from 'kysely';
import type { LandcoverArea } from '#core/place/landcover.ts';
import { asGeoJson } from '../postgis.ts';
import type { Collection } from './collection.ts';

interface Row {
  id: string;
  kind: LandcoverArea['kind'];
  geometry: string;
  source: string;
  confidence: string;
  is_model: boolean;
}

export const landcoverCollection: Collection<Row, LandcoverArea> = {
  name: 'landcover',
  from: sql`landcover t join dataset_version v on v.id = t.version_id and v.state = 'current'`,
  columns: sql`t.id, t.kind, ${asGeoJson('t.geom_4326')} as geometry, t.source, t.confidence, t.is_model`,
  id: sql`t.id`,
  idType: 'text',
  properties: {
    id: { sql: sql`t.id`, type: 'text' },
    kind: { sql: sql`t.kind`, type: 'text' },
    isModel: { sql: sql`t.is_model`, type: 'text' },
  },
  defaultSort: 'id',
  geometry: sql`t.geom_4326`,
  searchText: null,
  toItem: (row) => ({
    id: row.id,
    kind: row.kind,
    geometry: JSON.parse(row.geometry) as Geometry,
    source: row.source,
    confidence: row.confidence,
    isModel: row.is_model,
  }),
};
