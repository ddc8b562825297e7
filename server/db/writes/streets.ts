import type { Kysely } from 'kysely';
import { fold } from '#core/language/fold.ts';
import type { StreetEdge, StreetNetwork, StreetNode } from '#core/roads/street.ts';
import { fromLine, fromLonLat } from '../postgis.ts';
import type { Tables } from '../tables/index.ts';
import { batches } from './batches.ts';
import { provenanceColumns } from './places.ts';

const nodeRow = (version_id: number, node: StreetNode) => ({
  version_id,
  id: node.id,
  name: node.name,
  geom_4326: fromLonLat(node.lonLat),
});

const edgeRow = (version_id: number, edge: StreetEdge) => ({
  version_id,
  id: edge.id,
  from_node: edge.from,
  to_node: edge.to,
  length_metres: edge.lengthMetres,
  highway: edge.highway,
  surface: edge.surface,
  is_built_up: edge.isBuiltUp,
  oneway: edge.oneway,
  ref: edge.ref,
  name: edge.name,
  role: edge.role,
  geom_4326: fromLine(edge.line),
  search_text: fold([edge.ref, edge.name].filter((word) => word !== null).join(' ')),
  ...provenanceColumns(edge),
});

/** Nodes before edges: an edge to a node that is not there is refused by the database. */
export const writeStreets = async (
  db: Kysely<Tables>,
  version: number,
  network: StreetNetwork,
): Promise<void> => {
  await db
    .insertInto('street_network')
    .values({ version_id: version, node_count: network.nodes.length, edge_count: network.edges.length })
    .execute();
  for (const batch of batches(network.nodes.map((node) => nodeRow(version, node)))) {
    await db.insertInto('street_node').values(batch).execute();
  }
  for (const batch of batches(network.edges.map((edge) => edgeRow(version, edge)))) {
    await db.insertInto('street_edge').values(batch).execute();
  }
};
