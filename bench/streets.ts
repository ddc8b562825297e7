import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endEnclosed } from '#core/roads/enclosed.ts';
import { decodeGraph, encodeGraph } from '#core/roads/file.ts';
import { buildGraph } from '#core/roads/graph.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { readOsmStreets } from '#server/import/transport/osm-file.ts';
import { timed } from './measure.ts';
import { compareModes } from './one-to-all.ts';
import type { Peer } from './peer.ts';
import { ms, say } from './print.ts';
import { compareValhalla } from './streets-valhalla.ts';

const extract = fileURLToPath(new URL('../../shared/real/porto-alegre/poa_osm.pbf', import.meta.url));

/** Real streets by mode against pgRouting and against Valhalla, when the extract lies beside the project. */
export async function realStreets(peer: Peer | null): Promise<void> {
  if (!existsSync(extract)) {
    say('\nReal streets: no extract of Porto Alegre beside the project');
    return;
  }
  const { columns } = await readOsmStreets(extract);
  const built = await timed(() => buildGraph(endEnclosed(columns), defaultSpeeds, 32722));
  const graph = built.result;
  const written = await timed(() => encodeGraph(graph));
  const read = await timed(() => decodeGraph(written.result));
  const address = peer?.hasRouting ? await peer.createDatabase('streets') : null;
  // A matrix of as many places as its hexagon grid has cells: on a small one both mostly search, and pgRouting
  // stops early.
  const runs = { ours: 200, theirs: 10, matrix: 1227 };
  await compareModes('Streets of Porto Alegre', graph, runs, address, [
    { what: 'building the graph of all three modes', value: ms(built.milliseconds) },
    { what: 'its file', value: `${(written.result.byteLength / 1e6).toFixed(1)} MB` },
    { what: 'reading it back', value: ms(read.milliseconds) },
  ]);
  await compareValhalla(graph, extract);
}
