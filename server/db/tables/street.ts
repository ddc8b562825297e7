import type { HighwayClass, RoadLine, Surface } from '#core/roads/street.ts';
import { flag, geometry, integer, nullable, real, text } from './column.ts';

/** What is drawn of the streets; what is travelled on is the file of the graph. */
export const streetEdge = {
  version_id: integer(),
  id: integer(),
  length_metres: real(),
  highway: text<HighwayClass>(),
  surface: text<Surface>(),
  is_built_up: flag(),
  oneway: flag(),
  ref: nullable(text()),
  name: nullable(text()),
  role: text<RoadLine['role']>(),
  geom_4326: geometry(),
  search_text: text(),
  source: text(),
  confidence: text(),
  is_model: flag(),
};
