import { roadOf } from '#core/roads/attributes.ts';
import { encodeGraph } from '#core/roads/file.ts';
import { withSpeeds } from '#core/roads/graph.ts';
import type { World } from '../world.ts';
import { graphOf } from './on-streets.ts';

/** What the log says of the streets. */
export interface Survey {
  readonly junctions: number;
  readonly roads: number;
  /** Kilometres whose surface nobody stated, and all. */
  readonly surfaceKm: { readonly guessed: number; readonly all: number };
  /** The graph reckoned anew, where it was made with other speeds than the settings have now. */
  readonly renewed: Uint8Array | null;
}

/** Looks over the streets before anybody travels on them. */
export function surveyStreets(world: World): Survey {
  const graph = graphOf(world);
  const renewed = withSpeeds(graph, world.settings.speeds);
  const surfaceKm = { guessed: 0, all: 0 };
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const { surface, lengthMetres } = roadOf(graph, edge);
    surfaceKm.all += lengthMetres / 1000;
    if (surface === 'unknown') surfaceKm.guessed += lengthMetres / 1000;
  }
  return {
    junctions: graph.nodeCount,
    roads: graph.edgeCount,
    surfaceKm,
    renewed: renewed === graph ? null : sharedCopy(encodeGraph(renewed)),
  };
}

function sharedCopy(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
