import type { Client } from 'pg';
import { arcStride } from '#core/roads/arcs.ts';
import type { ModeGraph } from '#core/roads/graph.ts';

/** What a search found: how many nodes, and the sum of their milliseconds. */
export interface Found {
  readonly count: number;
  readonly sum: number;
}

/**
 * The arcs that our search runs over, copies for turn restrictions and ends-only streets included, as a
 * table that pgRouting reads; the reversed graph, so that outwards from a destination is towards it.
 */
export async function loadArcs(client: Client, { in: arcs }: ModeGraph): Promise<void> {
  const [source, target, cost]: number[][] = [[], [], []];
  for (let node = 0; node + 1 < arcs.offset.length; node += 1) {
    for (let arc = arcs.offset[node] ?? 0; arc < (arcs.offset[node + 1] ?? 0); arc += 1) {
      source?.push(node);
      target?.push(arcs.hops[arcStride * arc] ?? 0);
      cost?.push(arcs.hops[arcStride * arc + 1] ?? 0);
    }
  }
  await client.query('drop table if exists arcs');
  await client.query('create table arcs (id serial, source int, target int, cost float8)');
  await client.query(
    'insert into arcs (source, target, cost) select * from unnest($1::int[], $2::int[], $3::float8[])',
    [source, target, cost],
  );
  await client.query('analyze arcs');
}

const arcsSql = 'select id, source, target, cost from arcs';

/** One-to-all of pgRouting from a node, summed up in the database so that no time goes into rows. */
export async function drivingDistance(client: Client, node: number): Promise<Found> {
  const { rows } = await client.query<{ count: number; sum: number }>(
    `select count(*)::int as count, coalesce(sum(agg_cost), 0)::float8 as sum
     from pgr_drivingDistance('${arcsSql}', $1::int, 1e12, true)`,
    [node],
  );
  return rows[0] ?? { count: 0, sum: 0 };
}

/** Times between all pairs of nodes by pgRouting, summed up; pairs without a way are left out. */
export async function costMatrix(client: Client, nodes: readonly number[]): Promise<Found> {
  const { rows } = await client.query<{ count: number; sum: number }>(
    `select count(*)::int as count, coalesce(sum(agg_cost), 0)::float8 as sum
     from pgr_dijkstraCostMatrix('${arcsSql}', $1::int[], true)`,
    [nodes],
  );
  return rows[0] ?? { count: 0, sum: 0 };
}
