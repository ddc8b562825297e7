import Flatbush from 'flatbush';
import type { Projection } from '../place/projection.ts';
import type { StreetColumns } from './columns.ts';

/** Boxes are whole centimetres, rounded outwards. */
export const boxesPerMetre = 100;

/** Boxes of all edges in the plane, to be found by place; the bytes of a Flatbush, empty without edges. */
export function buildSnapTree(columns: StreetColumns, projection: Projection): Uint8Array {
  const edgeCount = columns.edgeFrom.length;
  if (edgeCount === 0) return new Uint8Array(new SharedArrayBuffer(0));
  const tree = new Flatbush(edgeCount, 16, Int32Array, SharedArrayBuffer);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const [west, south, east, north] = boxOf(columns, projection, edge);
    tree.add(
      Math.floor(west * boxesPerMetre),
      Math.floor(south * boxesPerMetre),
      Math.ceil(east * boxesPerMetre),
      Math.ceil(north * boxesPerMetre),
    );
  }
  tree.finish();
  return new Uint8Array(tree.data);
}

function boxOf({ lineOffset, linePoints }: StreetColumns, { toPlane }: Projection, edge: number) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const end = lineOffset[edge + 1] ?? 0;
  for (let point = lineOffset[edge] ?? 0; point < end; point += 1) {
    const at = toPlane([(linePoints[2 * point] ?? 0) / 1e7, (linePoints[2 * point + 1] ?? 0) / 1e7]);
    west = Math.min(west, at.east);
    south = Math.min(south, at.north);
    east = Math.max(east, at.east);
    north = Math.max(north, at.north);
  }
  return [west, south, east, north] as const;
}
