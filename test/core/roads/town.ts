import { buildGraph, type StreetGraph } from '#core/roads/graph.ts';
import { columnsOf } from '#core/roads/network.ts';
import { graphOrder, inverse } from '#core/roads/order.ts';
import { defaultSpeeds, type SpeedModel } from '#core/roads/speed.ts';
import type { StreetNetwork } from '#core/roads/street.ts';

/** A graph of listed streets on LKS-92, and its numbers by the ids of the list. */
export interface Town {
  readonly graph: StreetGraph;
  nodeOf(id: number): number;
  edgeOf(id: number): number;
  /** Ids by number. */
  readonly nodeIds: readonly number[];
  readonly edgeIds: readonly number[];
}

export function townOf(network: StreetNetwork, speeds: SpeedModel = defaultSpeeds): Town {
  const columns = columnsOf(network);
  const order = graphOrder(columns);
  const ids = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id).sort((a, b) => a - b);
  const [nodes, edges] = [ids(network.nodes), ids(network.edges)];
  const [nodeNumbers, edgeNumbers] = [inverse(order.nodes), inverse(order.edges)];
  return {
    graph: buildGraph(columns, speeds, 3059),
    nodeOf: (id) => nodeNumbers[nodes.indexOf(id)] ?? -1,
    edgeOf: (id) => edgeNumbers[edges.indexOf(id)] ?? -1,
    nodeIds: Array.from(order.nodes, (row) => nodes[row] ?? -1),
    edgeIds: Array.from(order.edges, (row) => edges[row] ?? -1),
  };
}
