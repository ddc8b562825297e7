import type { Bbox } from '../../place/units.ts';
import type { OsmExtract } from './extract.ts';
import { IntList } from './lists.ts';
import { absent } from './node-table.ts';

/** Stretches of ways whose nodes are all there: a way with a gap gives several. */
export interface Runs {
  readonly count: number;
  /** Index of the way of each run. */
  readonly way: Int32Array;
  /** Nodes of run r: `nodes[offset[r]] .. nodes[offset[r + 1]]`, at least two, no two alike in a row. */
  readonly offset: Int32Array;
  readonly nodes: Int32Array;
  /** Ways that lack a node, and how many nodes they lack together. */
  readonly waysWithMissingNodes: number;
  readonly missingNodes: number;
  /** Ways without a stretch inside the bounds. */
  readonly waysOutside: number;
}

/** Whether nodes of the table lie in a box. */
function insideTest({ nodes }: OsmExtract, bounds: Bbox | null): (node: number) => boolean {
  if (bounds === null) return () => true;
  const [west, south, east, north] = bounds.map((degrees) => Math.round(degrees * 1e7));
  return (node) => {
    const [lon, lat] = [nodes.lon[node] ?? absent, nodes.lat[node] ?? absent];
    return lon >= (west ?? 0) && lon <= (east ?? 0) && lat >= (south ?? 0) && lat <= (north ?? 0);
  };
}

/** Cuts the streets of an extract at missing nodes and at the bounds. */
export function cutRuns(extract: OsmExtract, bounds: Bbox | null): Runs {
  const { roads, nodes } = extract;
  const isInside = insideTest(extract, bounds);
  const [way, offset, kept] = [new IntList(), new IntList(), new IntList()];
  let [waysWithMissingNodes, missingNodes, waysOutside, begun] = [0, 0, 0, 0];
  offset.push(0);
  const close = (road: number) => {
    // One node alone is no stretch.
    if (kept.length - begun < 2) kept.length = begun;
    else {
      way.push(road);
      offset.push(kept.length);
    }
    begun = kept.length;
  };
  for (let road = 0; road < roads.ids.length; road += 1) {
    const [runsBefore, missingBefore] = [way.length, missingNodes];
    for (let i = roads.offset[road] ?? 0; i < (roads.offset[road + 1] ?? 0); i += 1) {
      const node = roads.refs[i] ?? -1;
      const isMissing = nodes.lon[node] === absent;
      if (isMissing) missingNodes += 1;
      if (isMissing || !isInside(node)) close(road);
      else if (kept.length === begun || kept.last() !== node) kept.push(node);
    }
    close(road);
    if (missingNodes > missingBefore) waysWithMissingNodes += 1;
    else if (way.length === runsBefore) waysOutside += 1;
  }
  return {
    count: way.length,
    way: way.view(),
    offset: offset.view(),
    nodes: kept.view(),
    waysWithMissingNodes,
    missingNodes,
    waysOutside,
  };
}
