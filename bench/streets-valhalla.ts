import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LonLat } from '#core/place/units.ts';
import { nodeLonLat } from '#core/roads/attributes.ts';
import type { StreetGraph } from '#core/roads/graph.ts';
import { travelMatrix } from '#core/roads/journey.ts';
import { unreachable } from '#core/roads/reach.ts';
import { buildSnapIndex, snap } from '#core/roads/snap.ts';
import { type Mode, modes } from '#core/roads/street.ts';
import { median, quickest } from './measure.ts';
import { mainNodes } from './one-to-all.ts';
import { type Figure, ms, printFigures, say, times } from './print.ts';

const run = promisify(execFile);
const peerName = '@valhallajs/valhallajs';
const release = `${peerName}@3.6.1`;
const algorithm = 'timedistancematrix';
/** The most pairs that Valhalla takes at once, in the shape of the task: many homes, few places. */
const [homes, venues] = [250, 10];
const repeats = 5;

const costing: Readonly<Record<Mode, string>> = { car: 'auto', bicycle: 'bicycle', foot: 'pedestrian' };
/** A walker as ours: the shortest way, whatever kind of path it is. */
const walker = { pedestrian: { shortest: true } };

/** What is used of Valhalla: a matrix, row by row per source; kilometres, null where there is no way. */
interface Valhalla {
  matrix(query: object): Promise<{
    readonly sources_to_targets: readonly (readonly { readonly distance: number | null }[])[];
  }>;
}

/** The same pairs of junctions by Valhalla's `timedistancematrix`, installed for the moment into a folder of its own. */
export async function compareValhalla(graph: StreetGraph, extract: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-valhalla-'));
  try {
    const valhalla = await install(folder, extract).catch((error: unknown) => {
      say(`\nValhalla cannot be installed: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      return null;
    });
    if (valhalla === null) return;
    const figures: Figure[] = [];
    for (const mode of modes) figures.push(...(await compare(graph, mode, valhalla)));
    printFigures(
      `Streets of Porto Alegre, ${homes} homes x ${venues} places, against Valhalla's ${algorithm}`,
      figures,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function install(folder: string, extract: string): Promise<Valhalla> {
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  const inFolder = { cwd: folder, maxBuffer: 1 << 28 };
  await run('npm', ['install', '--no-audit', '--no-fund', release], inFolder);
  const tool = join(folder, 'node_modules', '.bin', 'valhalla');
  const tiles = ['--mjolnir-tile-dir', join(folder, 'tiles')];
  const { stdout } = await run(tool, ['build_config', ...tiles], inFolder);
  const config = JSON.parse(stdout) as { mjolnir: object; thor: object };
  config.mjolnir = { ...config.mjolnir, logging: { type: '' } };
  config.thor = { ...config.thor, source_to_target_algorithm: algorithm };
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  await run(tool, ['build_tiles', '-c', join(folder, 'config.json'), extract], inFolder);
  const require = createRequire(join(folder, 'package.json'));
  const { Actor } = require(peerName) as { Actor: new (config: object) => Valhalla };
  return new Actor(config);
}

async function compare(graph: StreetGraph, mode: Mode, valhalla: Valhalla): Promise<Figure[]> {
  // Junctions themselves, so that both begin at the same place and nothing is walked off the road.
  const junctions = mainNodes(graph.modes[mode], 2 * homes).filter((node) => node < graph.nodeCount);
  const sources = junctions.slice(0, homes).map((node) => nodeLonLat(graph, node));
  const targets = sources.filter((_, i) => i % (homes / venues) === 7);
  const index = buildSnapIndex(graph);
  const ours = await quickest(repeats, () => {
    const snaps = (places: readonly LonLat[]) => places.map((lonLat) => snap(index, lonLat, mode));
    return travelMatrix(graph, mode, snaps(sources), snaps(targets));
  });
  const theirs = await quickest(repeats, () => valhalla.matrix(queryOf(sources, targets, mode)));
  const off: number[] = [];
  theirs.result.sources_to_targets.forEach((row, from) => {
    row.forEach(({ distance }, to) => {
      const own = ours.result.decimetres[to * sources.length + from] ?? unreachable;
      if (!distance || own === unreachable) return;
      off.push(Math.abs(own / 10_000 / distance - 1));
    });
  });
  const ratio = theirs.milliseconds / ours.milliseconds;
  const distance = `${(100 * median(off)).toFixed(2)} %`;
  const isClose = median(off) <= 0.005;
  const what = `${mode}: lengths differ at the median of ${off.length} pairs`;
  return [
    { what: `${mode}: ours, snapping included`, value: ms(ours.milliseconds) },
    { what: `${mode}: Valhalla`, value: ms(theirs.milliseconds) },
    { what: `${mode}: ratio`, value: times(ratio), aim: 'at least 8 x', isMet: ratio >= 8 },
    mode === 'foot'
      ? { what, value: distance, aim: 'at most 0.5 %', isMet: isClose }
      : { what, value: distance },
  ];
}

const queryOf = (sources: readonly LonLat[], targets: readonly LonLat[], mode: Mode) => {
  const locations = (places: readonly LonLat[]) => places.map(([lon, lat]) => ({ lon, lat }));
  const options = mode === 'foot' ? { costing_options: walker } : {};
  return { sources: locations(sources), targets: locations(targets), costing: costing[mode], ...options };
};
