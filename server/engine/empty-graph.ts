import { encodeGraph } from '#core/roads/file.ts';
import { buildGraph } from '#core/roads/graph.ts';
import { columnsOf } from '#core/roads/network.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';

/** Streets of a region to which none were imported yet: everything is too far from any. */
export const emptyGraph = (crs: number): Uint8Array =>
  encodeGraph(buildGraph(columnsOf({ nodes: [], edges: [] }), defaultSpeeds, crs));
