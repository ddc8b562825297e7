import type { HighwayClass, StreetEdge, Surface } from '#core/roads/street.ts';
import { flag, geometry, integer, nullable, real, text } from './column.ts';

/** One row per version: what was loaded. */
export const streetNetwork = { version_id: integer(), node_count: integer(), edge_count: integer() };

export const streetNode = {
  version_id: integer(),
  id: integer(),
  name: nullable(text()),
  geom_4326: geometry(),
};

export const streetEdge = {
  version_id: integer(),
  id: integer(),
  from_node: integer(),
  to_node: integer(),
  length_metres: real(),
  highway: text<HighwayClass>(),
  surface: text<Surface>(),
  is_built_up: flag(),
  oneway: flag(),
  ref: nullable(text()),
  name: nullable(text()),
  role: text<StreetEdge['role']>(),
  geom_4326: geometry(),
  search_text: text(),
  source: text(),
  confidence: text(),
  is_model: flag(),
};
