import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeGraph } from '#core/roads/file.ts';
import { buildGraph } from '#core/roads/graph.ts';
import { columnsOf } from '#core/roads/network.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import type { StreetEdge, StreetNetwork } from '#core/roads/street.ts';
import type { ShippedSource } from './shipped.ts';
import { hashOf, refuseShipped, type ShippedContent, type ShippedList } from './shipped-list.ts';

const file = 'streets.json';

/**
 * The road network of the model, as it is drawn and as it is travelled on. When the layout of graph files
 * changes, a migration deletes the versions that hold the old one; what ships is then loaded again.
 */
export const shippedStreets = async ({ folder, region }: ShippedSource): Promise<ShippedList> => {
  const text = await readFile(join(folder, 'model', file), 'utf8');
  const read = async (): Promise<ShippedContent> => {
    const model = JSON.parse(text) as StreetNetwork & Partial<Pick<ShippedContent, 'header'>>;
    const { header, nodes, edges } = model;
    if (header?.dataset !== 'streets') return refuseShipped(file, '/header/dataset', 'streets');
    if (!Array.isArray(nodes) || !Array.isArray(edges)) {
      return refuseShipped(file, '/nodes', '/nodes, /edges');
    }
    const graph = buildGraph(columnsOf({ nodes, edges }), defaultSpeeds, region.crs);
    const report = { kind: 'model', ...measure(edges), junctions: graph.nodeCount, edges: graph.edgeCount };
    const files = { graph: encodeGraph(graph), report: new TextEncoder().encode(JSON.stringify(report)) };
    const lines = edges.map(({ from: _from, to: _to, ...line }: StreetEdge) => line);
    return { header, content: { dataset: 'streets', lines, files } };
  };
  return { dataset: 'streets', fileHash: hashOf(text), read };
};

/** Kilometres by class and surface, and how far the surface had to be guessed; three decimals. */
const measure = (edges: readonly StreetEdge[]) => {
  const sum = (of: readonly StreetEdge[]) =>
    Math.round(of.reduce((metres, { lengthMetres }) => metres + lengthMetres, 0)) / 1000;
  const by = (key: (edge: StreetEdge) => string) =>
    Object.fromEntries([...Map.groupBy(edges, key)].map(([name, some]) => [name, sum(some)]));
  return {
    km: sum(edges),
    kmByClass: by(({ highway }) => highway),
    kmBySurface: by(({ surface }) => surface),
    guessed: { surfaceKm: sum(edges.filter(({ surface }) => surface === 'unknown')) },
    linkKm: sum(edges.filter(({ role }) => role === 'link')),
  };
};
