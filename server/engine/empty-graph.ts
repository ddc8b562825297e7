import type { StreetColumns } from '#core/roads/columns.ts';
import { encodeGraph } from '#core/roads/file.ts';
import { buildGraph } from '#core/roads/graph.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';

const nothing: StreetColumns = {
  nodeLonLat: new Int32Array(0),
  nodeKind: new Uint8Array(0),
  edgeFrom: new Int32Array(0),
  edgeTo: new Int32Array(0),
  edgeDecimetres: new Int32Array(0),
  edgeHighway: new Uint8Array(0),
  edgeSurface: new Uint8Array(0),
  edgeFlags: new Uint16Array(0),
  edgeMaxSpeedKmh: new Uint8Array(0),
  edgeAccess: new Uint16Array(0),
  edgeFixedSeconds: new Int32Array(0),
  edgeRef: new Int32Array(0),
  edgeName: new Int32Array(0),
  strings: [''],
  lineOffset: new Int32Array(1),
  linePoints: new Int32Array(0),
  restrictions: [],
};

/** Streets of a region to which none were imported yet: everything is too far from any. */
export const emptyGraph = (crs: number): Uint8Array => encodeGraph(buildGraph(nothing, defaultSpeeds, crs));
