import type { Client } from 'pg';
import { buildGraph, type StreetGraph } from '#core/roads/graph.ts';
import { createSearch, unreachable } from '#core/roads/reach.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { type Mode, modes, type StreetNetwork } from '#core/roads/street.ts';
import { median, timed } from './measure.ts';
import { shippedNetwork, syntheticNetwork } from './networks.ts';
import { type Peer, withClient } from './peer.ts';
import { type Figure, ms, printFigures, times } from './print.ts';

/** What a search found: how many junctions, and the sum of their milliseconds. */
interface Found {
  readonly count: number;
  readonly sum: number;
}

interface Setting {
  readonly name: string;
  readonly network: StreetNetwork;
  readonly ourRuns: number;
  readonly peerRuns: number;
}

const different = 'DIFFERENT';

/** One-to-all by mode on both networks, ours and pgRouting's `pgr_drivingDistance`, same graph, same costs. */
export async function oneToAll(peer: Peer | null): Promise<void> {
  const settings: Setting[] = [
    { name: 'shipped', network: shippedNetwork(), ourRuns: 300, peerRuns: 15 },
    { name: 'synthetic', network: syntheticNetwork(100_000), ourRuns: 40, peerRuns: 4 },
  ];
  const address = peer?.hasRouting ? await peer.createDatabase('roads') : null;
  for (const setting of settings) {
    const { milliseconds, result: graph } = await timed(() => buildGraph(setting.network, defaultSpeeds));
    const size = `${graph.nodeCount.toLocaleString('en')} junctions, ${graph.edgeCount.toLocaleString('en')} roads`;
    const figures: Figure[] = [{ what: 'building the graph of all three modes', value: ms(milliseconds) }];
    for (const mode of modes) figures.push(...(await compare(graph, mode, setting, address)));
    printFigures(`One-to-all, ${setting.name} network: ${size}`, figures);
    // An aim that is missed is told; an answer that differs from the peer's is a fault.
    if (figures.some(({ value }) => value === different)) {
      throw new Error(`sums of cost differ from the peer's on the ${setting.name} network`);
    }
  }
}

async function compare(
  graph: StreetGraph,
  mode: Mode,
  { ourRuns, peerRuns }: Setting,
  address: string | null,
): Promise<Figure[]> {
  const main = [...graph.nodeId.keys()].filter((node) => graph.modes[mode].isMain[node] === 1);
  const pick = (i: number, of: number) => main[Math.floor(((i + 0.5) * main.length) / of)] ?? 0;
  const search = createSearch(graph.modes[mode].in);
  const reach = (node: number) => search([{ node, milliseconds: 0, decimetres: 0 }]).milliseconds;
  const ours: number[] = [];
  for (let i = 0; i < ourRuns; i += 1) ours.push((await timed(() => reach(pick(i, ourRuns)))).milliseconds);
  const figures: Figure[] = [{ what: `${mode}: median of ${ourRuns}`, value: ms(median(ours)) }];
  if (address === null) return figures;

  const theirs: number[] = [];
  let isEqual = true;
  await withClient(address, async (client) => {
    await loadEdges(client, graph, mode);
    await drivingDistance(client, pick(0, peerRuns));
    for (let i = 0; i < peerRuns; i += 1) {
      const destination = pick(i, peerRuns);
      const { milliseconds, result } = await timed(() => drivingDistance(client, destination));
      theirs.push(milliseconds);
      const own = sumUp(reach(destination));
      if (own.count !== result.count || own.sum !== result.sum) isEqual = false;
    }
  });
  const ratio = median(theirs) / median(ours);
  const equal = `${peerRuns} of ${peerRuns} destinations`;
  return [
    ...figures,
    { what: `${mode}: pgr_drivingDistance, median of ${peerRuns}`, value: ms(median(theirs)) },
    { what: `${mode}: ratio`, value: times(ratio), aim: 'at least 20 x', isMet: ratio >= 20 },
    {
      what: `${mode}: sums of cost`,
      value: isEqual ? 'equal' : different,
      aim: `equal for ${equal}`,
      isMet: isEqual,
    },
  ];
}

function sumUp(milliseconds: Int32Array): Found {
  let count = 0;
  let sum = 0;
  for (const value of milliseconds) {
    if (value === unreachable) continue;
    count += 1;
    sum += value;
  }
  return { count, sum };
}

/** The edges of one mode, turned round: from the destination outwards is to the destination. */
async function loadEdges(client: Client, graph: StreetGraph, mode: Mode): Promise<void> {
  const { forwardMs, backwardMs } = graph.modes[mode];
  await client.query('drop table if exists edges');
  await client.query('create table edges (id int, source int, target int, cost float8, reverse_cost float8)');
  await client.query(
    'insert into edges select * from unnest($1::int[], $2::int[], $3::int[], $4::float8[], $5::float8[])',
    [[...graph.edgeId], [...graph.edgeTo], [...graph.edgeFrom], [...forwardMs], [...backwardMs]],
  );
  await client.query('analyze edges');
}

async function drivingDistance(client: Client, node: number): Promise<Found> {
  const { rows } = await client.query<{ count: number; sum: number }>(
    `select count(*)::int as count, coalesce(sum(agg_cost), 0)::float8 as sum
     from pgr_drivingDistance('select id, source, target, cost, reverse_cost from edges', $1::int, 1e12, true)`,
    [node],
  );
  return rows[0] ?? { count: 0, sum: 0 };
}
