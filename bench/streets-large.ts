import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endEnclosed } from '#core/roads/enclosed.ts';
import { decodeGraph, encodeGraph } from '#core/roads/file.ts';
import { buildGraph, type StreetGraph } from '#core/roads/graph.ts';
import { createSearch } from '#core/roads/reach.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { modes } from '#core/roads/street.ts';
import { median, timed } from './measure.ts';
import { syntheticColumns } from './networks.ts';
import { mainNodes } from './one-to-all.ts';
import { type Figure, ms, printFigures, seconds } from './print.ts';

const junctions = 2_000_000;
const hourMs = 3_600_000;
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

/** A road network as large as a country: building, its file, reading it back, searches, memory. */
export async function largeStreets(): Promise<void> {
  const columns = endEnclosed(syntheticColumns(junctions));
  const built = await timed(() => buildGraph(columns, defaultSpeeds, 3059));
  const encoded = await timed(() => encodeGraph(built.result));
  const folder = await mkdtemp(join(tmpdir(), 'bench-streets-'));
  try {
    const path = join(folder, 'graph');
    const written = await timed(() => writeFile(path, encoded.result));
    const read = await timed(() => readFile(path));
    const decoded = await timed(() => decodeGraph(read.result));
    const graph = decoded.result;
    const title = `Synthetic streets: ${graph.nodeCount.toLocaleString('en')} junctions, ${graph.edgeCount.toLocaleString('en')} roads`;
    printFigures(title, [
      { what: 'building the graph of all three modes', value: seconds(built.milliseconds) },
      { what: 'its file', value: megabytes(encoded.result.byteLength) },
      { what: 'encoding', value: ms(encoded.milliseconds) },
      { what: 'writing to disk', value: ms(written.milliseconds) },
      { what: 'reading from disk', value: ms(read.milliseconds) },
      { what: 'decoding, one copy into shared memory', value: ms(decoded.milliseconds) },
      ...(await searches(graph)),
      { what: 'resident memory at the end', value: megabytes(process.memoryUsage.rss()) },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function searches(graph: StreetGraph): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const mode of modes) {
    const modeGraph = graph.modes[mode];
    const search = createSearch(modeGraph.in);
    for (const { name, limitMs, runs } of [
      { name: 'full', limitMs: undefined, runs: 9 },
      { name: 'at most 60 minutes', limitMs: hourMs, runs: 25 },
    ]) {
      const found: { readonly milliseconds: number; readonly result: number }[] = [];
      for (const node of mainNodes(modeGraph, runs)) {
        const seeds = [{ node, milliseconds: 0, decimetres: 0 }];
        found.push(await timed(() => search(seeds, limitMs).nodes.length));
      }
      const reached = median(found.map(({ result }) => result)).toLocaleString('en');
      const time = ms(median(found.map(({ milliseconds }) => milliseconds)));
      figures.push({ what: `${mode}, ${name}: median of ${runs}, ${reached} nodes reached`, value: time });
    }
  }
  return figures;
}
