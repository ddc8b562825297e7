import type { Geometry } from 'geojson';
import type { LonLat } from '#core/place/units.ts';
import type { Data } from '../context.ts';
import { cellShape } from './cell-shape.ts';
import { everyFeature } from './extent.ts';

type Shapes = ReadonlyMap<string, Geometry | null>;

/** Outlines of the cells of an answer, by id. */
export const cellShapes = (cells: {
  readonly id: readonly string[];
  readonly ring: readonly (readonly LonLat[])[] | null;
}): Shapes => new Map(cells.id.map((id, index) => [id, cellShape(id, cells.ring?.[index])]));

/** Borders of every territory, by id. */
export async function territoryShapes(data: Data): Promise<Shapes> {
  const shapes = new Map<string, Geometry | null>();
  for await (const feature of everyFeature(data, 'territories')) shapes.set(feature.id, feature.geometry);
  return shapes;
}
