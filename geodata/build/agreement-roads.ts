import type { StreetNetwork } from '#core/roads/street.ts';
import { table } from './markdown.ts';
import { detourFactor } from './streets.ts';
import { number, readTable, text } from './tables.ts';

/** How drawn road lengths compare with published kilometres, as Markdown. */
export function roadAgreement(network: StreetNetwork): string[] {
  const rows = readTable('facts/road-checks.csv').map((row) => {
    const [from, to, published] = [text(row, 'from'), text(row, 'to'), number(row, 'km')];
    const km = shortestMetres(network, nodeNamed(network, from), nodeNamed(network, to)) / 1000;
    const straight = km / detourFactor;
    return [
      `${from}–${to}`,
      km.toFixed(1),
      String(published),
      `${((km / published - 1) * 100).toFixed(0)} %`,
      (published / straight).toFixed(2),
    ];
  });
  const roads = network.edges.filter(({ role }) => role === 'road');
  const links = network.edges.filter(({ role }) => role === 'link');
  const km = (edges: typeof roads) =>
    (edges.reduce((sum, edge) => sum + edge.lengthMetres, 0) / 1000).toFixed(0);
  return [
    ...table(['way', 'network km', 'published km', 'difference', 'published / straight'], rows),
    '',
    `- ${network.nodes.length} junctions; ${roads.length} road pieces of ${km(roads)} km; ${links.length} pieces of constructed links, ${km(links)} km.`,
    `- Built-up, because inside one of the towns: ${builtUp(roads).length} road pieces of ${km(builtUp(roads))} km; ${builtUp(links).length} pieces of links, ${km(builtUp(links))} km. In villages, whose extent is not in the facts: none.`,
    `- Connected components: ${components(network)}.`,
  ];
}

const builtUp = (edges: StreetNetwork['edges']) => edges.filter(({ isBuiltUp }) => isBuiltUp);

function nodeNamed(network: StreetNetwork, name: string): number {
  const node = network.nodes.find((candidate) => candidate.name === name);
  if (node === undefined) throw new Error(`no junction named ${name}`);
  return node.id;
}

function neighbours(network: StreetNetwork): Map<number, { to: number; metres: number }[]> {
  const found = new Map<number, { to: number; metres: number }[]>();
  for (const { from, to, lengthMetres } of network.edges) {
    found.set(from, [...(found.get(from) ?? []), { to, metres: lengthMetres }]);
    found.set(to, [...(found.get(to) ?? []), { to: from, metres: lengthMetres }]);
  }
  return found;
}

/** Dijkstra by length with a plain list, which is quick enough for a dozen comparisons. */
function shortestMetres(network: StreetNetwork, from: number, to: number): number {
  const around = neighbours(network);
  const best = new Map([[from, 0]]);
  const open = new Set([from]);
  while (open.size > 0) {
    let at = from;
    let least = Number.POSITIVE_INFINITY;
    for (const node of open) {
      const metres = best.get(node) ?? 0;
      if (metres < least) [at, least] = [node, metres];
    }
    if (at === to) return least;
    open.delete(at);
    for (const next of around.get(at) ?? []) {
      if (least + next.metres >= (best.get(next.to) ?? Number.POSITIVE_INFINITY)) continue;
      best.set(next.to, least + next.metres);
      open.add(next.to);
    }
  }
  throw new Error(`no way from junction ${from} to ${to}`);
}

/** Number of parts of the network that no way joins; 1 is what routing needs. */
export function components(network: StreetNetwork): number {
  const around = neighbours(network);
  const seen = new Set<number>();
  let count = 0;
  for (const { id } of network.nodes) {
    if (seen.has(id)) continue;
    count++;
    const open = [id];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      for (const { to } of around.get(at) ?? []) open.push(to);
    }
  }
  return count;
}
