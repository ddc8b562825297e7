import type { Client } from 'pg';
import { buildGraph, type ModeGraph, type StreetGraph } from '#core/roads/graph.ts';
import { columnsOf } from '#core/roads/network.ts';
import { createSearch, type Search, unreachable } from '#core/roads/reach.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { type Mode, modes } from '#core/roads/street.ts';
import { median, quickest, timed } from './measure.ts';
import { shippedNetwork, syntheticNetwork } from './networks.ts';
import { type Peer, withClient } from './peer.ts';
import { type Figure, ms, printFigures, times } from './print.ts';
import { costMatrix, drivingDistance, type Found, loadArcs } from './streets-arcs.ts';

interface Runs {
  readonly ours: number;
  readonly theirs: number;
  /** Nodes between all pairs of which the matrix is. */
  readonly matrix: number;
}

const different = 'DIFFERENT';

/** One-to-all by mode on two networks, ours and pgRouting's `pgr_drivingDistance`, same graph, same costs. */
export async function oneToAll(peer: Peer | null): Promise<void> {
  const settings = [
    { name: 'shipped', network: shippedNetwork(), runs: { ours: 300, theirs: 15, matrix: 400 } },
    { name: 'synthetic', network: syntheticNetwork(100_000), runs: { ours: 40, theirs: 4, matrix: 60 } },
  ];
  const address = peer?.hasRouting ? await peer.createDatabase('roads') : null;
  for (const { name, network, runs } of settings) {
    const columns = columnsOf(network);
    const { milliseconds, result: graph } = await timed(() => buildGraph(columns, defaultSpeeds, 3059));
    const built = { what: 'building the graph of all three modes', value: ms(milliseconds) };
    await compareModes(`One-to-all, ${name} network`, graph, runs, address, [built]);
  }
}

/** Prints all modes of one network. Throws when an answer differs from the peer's: an aim that is missed is told, that is a fault. */
export async function compareModes(
  title: string,
  graph: StreetGraph,
  runs: Runs,
  address: string | null,
  figures: Figure[],
): Promise<void> {
  for (const mode of modes) figures.push(...(await compare(graph, mode, runs, address)));
  const size = `${graph.nodeCount.toLocaleString('en')} junctions, ${graph.edgeCount.toLocaleString('en')} roads`;
  printFigures(`${title}: ${size}`, figures);
  if (figures.some(({ value }) => value === different)) {
    throw new Error(`sums of cost differ from the peer's: ${title}`);
  }
}

async function compare(
  graph: StreetGraph,
  mode: Mode,
  runs: Runs,
  address: string | null,
): Promise<Figure[]> {
  const modeGraph = graph.modes[mode];
  const search = createSearch(modeGraph.in);
  const ours = await sample(modeGraph, runs.ours, (node) => reach(search, node));
  const own = median(ours.milliseconds);
  const figures: Figure[] = [{ what: `${mode}: median of ${runs.ours}`, value: ms(own) }];
  if (address === null) return figures;
  return withClient(address, async (client) => {
    await loadArcs(client, modeGraph);
    await drivingDistance(client, 0);
    const theirs = await sample(modeGraph, runs.theirs, (node) => drivingDistance(client, node));
    const isEqual = theirs.nodes.every((node, i) => isSame(sumUp(reach(search, node)), theirs.results[i]));
    const ratio = median(theirs.milliseconds) / own;
    const value = ms(median(theirs.milliseconds));
    figures.push(
      { what: `${mode}: pgr_drivingDistance, median of ${runs.theirs}`, value },
      { what: `${mode}: ratio`, value: times(ratio), aim: 'at least 20 x', isMet: ratio >= 20 },
      equality(`${mode}: sums of cost`, isEqual, `equal for ${runs.theirs} destinations`),
      ...(await compareMatrix(client, mode, modeGraph, search, runs.matrix)),
    );
    return figures;
  });
}

async function compareMatrix(
  client: Client,
  mode: Mode,
  modeGraph: ModeGraph,
  search: Search,
  size: number,
): Promise<Figure[]> {
  const nodes = mainNodes(modeGraph, size);
  const ours = await quickest(3, () => ownMatrix(search, nodes));
  const theirs = await timed(() => costMatrix(client, nodes));
  const pairs = size * (size - 1);
  const perPair = (milliseconds: number) => `${((1000 * milliseconds) / pairs).toFixed(1)} us`;
  const ratio = theirs.milliseconds / ours.milliseconds;
  return [
    { what: `${mode}: matrix of ${size} x ${size}, a pair`, value: perPair(ours.milliseconds) },
    { what: `${mode}: pgr_dijkstraCostMatrix, a pair`, value: perPair(theirs.milliseconds) },
    { what: `${mode}: ratio`, value: times(ratio), aim: 'at least 10 x', isMet: ratio >= 10 },
    equality(`${mode}: sum of the matrix`, isSame(ours.result, theirs.result), `equal for ${pairs} pairs`),
  ];
}

const equality = (what: string, isEqual: boolean, aim: string): Figure => ({
  what,
  value: isEqual ? 'equal' : different,
  aim,
  isMet: isEqual,
});

const isSame = (a: Found, b: Found | undefined) => a.count === b?.count && a.sum === b.sum;

/** Search nodes of the main network, spread evenly. */
export function mainNodes({ isMain }: ModeGraph, count: number): number[] {
  const main = [...isMain.keys()].filter((node) => isMain[node] === 1);
  return Array.from({ length: count }, (_, i) => main[Math.floor(((i + 0.5) * main.length) / count)] ?? 0);
}

const reach = (search: Search, node: number, limitMs?: number) =>
  search([{ node, milliseconds: 0, decimetres: 0 }], limitMs).milliseconds;

async function sample<T>(modeGraph: ModeGraph, count: number, run: (node: number) => T | Promise<T>) {
  const nodes = mainNodes(modeGraph, count);
  const [milliseconds, results]: [number[], T[]] = [[], []];
  for (const node of nodes) {
    const measured = await timed(() => run(node));
    milliseconds.push(measured.milliseconds);
    results.push(measured.result);
  }
  return { nodes, milliseconds, results };
}

function ownMatrix(search: Search, nodes: readonly number[]): Found {
  let [count, sum] = [0, 0];
  for (const to of nodes) {
    const milliseconds = reach(search, to);
    for (const from of nodes) {
      const value = milliseconds[from] ?? unreachable;
      if (from === to || value === unreachable) continue;
      count += 1;
      sum += value;
    }
  }
  return { count, sum };
}

function sumUp(milliseconds: Int32Array): Found {
  let [count, sum] = [0, 0];
  for (const value of milliseconds) {
    if (value === unreachable) continue;
    count += 1;
    sum += value;
  }
  return { count, sum };
}
