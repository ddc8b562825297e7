import { Problem } from '../problem.ts';
import type { Arcs, Hops } from './arcs.ts';
import type { TurnRestriction } from './columns.ts';
import type { Copies } from './expand.ts';
import type { ModeGraph, StreetGraph } from './graph.ts';
import { type Section, type SectionType, sectionView, writeSections } from './sections.ts';
import type { SpeedModel } from './speed.ts';
import { type Mode, modes } from './street.ts';

/*
 * One file holds a whole graph. Little-endian. Bytes 0-7 are the magic, then two 32-bit numbers: the version and
 * the length of a header in JSON; the sections, each on a multiple of 8, follow it. The header names every
 * section with type, place and length, and says how long the file is.
 */
const magic = 'STREETS\n';
/** Raised whenever a section changes its meaning. */
const version = 1;
const preamble = 16;

interface Header {
  readonly byteLength: number;
  readonly crs: number;
  readonly speeds: SpeedModel;
  readonly strings: readonly string[];
  readonly restrictions: readonly TurnRestriction[];
  /** Modes whose reversed graph is the graph itself. */
  readonly symmetric: readonly Mode[];
  readonly sections: Readonly<Record<string, Section>>;
}

const columnTypes = {
  nodeLonLat: 'int32',
  nodeKind: 'uint8',
  edgeFrom: 'int32',
  edgeTo: 'int32',
  edgeDecimetres: 'int32',
  edgeHighway: 'uint8',
  edgeSurface: 'uint8',
  edgeFlags: 'uint16',
  edgeMaxSpeedKmh: 'uint8',
  edgeAccess: 'uint16',
  edgeFixedSeconds: 'int32',
  edgeRef: 'int32',
  edgeName: 'int32',
  lineOffset: 'int32',
  linePoints: 'int32',
  usable: 'uint8',
  snapTree: 'uint8',
} as const satisfies Partial<Record<keyof StreetGraph, SectionType>>;

/** The bytes of a graph, to be kept with its data version. */
export function encodeGraph(graph: StreetGraph): Uint8Array {
  const arrays: Record<string, Int32Array | Uint16Array | Uint8Array> = {};
  for (const name of Object.keys(columnTypes) as (keyof typeof columnTypes)[]) arrays[name] = graph[name];
  for (const mode of modes) Object.assign(arrays, modeArrays(mode, graph.modes[mode]));
  const header = (byteLength: number, sections: Header['sections']): Uint8Array => {
    const { crs, speeds, strings, restrictions } = graph;
    const symmetric = modes.filter((mode) => graph.modes[mode].in === graph.modes[mode].out);
    const content: Header = { byteLength, crs, speeds, strings, restrictions, symmetric, sections };
    return new TextEncoder().encode(JSON.stringify(content));
  };
  return writeSections(magic, version, arrays, header);
}

function modeArrays(mode: Mode, graph: ModeGraph) {
  const { forwardMs, backwardMs, isMain, copies } = graph;
  return {
    [`${mode}/forwardMs`]: forwardMs,
    [`${mode}/backwardMs`]: backwardMs,
    [`${mode}/isMain`]: isMain,
    [`${mode}/copies/junction`]: copies.junction,
    [`${mode}/copies/layer`]: copies.layer,
    [`${mode}/copies/state`]: copies.state,
    ...hopArrays(`${mode}/out`, graph.out),
    [`${mode}/out/run`]: graph.out.run,
    ...(graph.in === graph.out ? {} : hopArrays(`${mode}/in`, graph.in)),
  };
}

const hopArrays = (name: string, { offset, hops }: Hops) => ({
  [`${name}/offset`]: offset,
  [`${name}/hops`]: hops,
});

/**
 * The graph of a file, its arrays being views into the file itself: shared bytes are not copied, others
 * once. Throws `bad-import` for a file that is cut short, is something else, or is of another version.
 */
export function decodeGraph(bytes: Uint8Array | SharedArrayBuffer): StreetGraph {
  const file = toShared(bytes);
  const header = readHeader(file);
  const int32 = (name: string) => sectionView(file, header.sections[name], 'int32') ?? refuse(name);
  const uint8 = (name: string) => sectionView(file, header.sections[name], 'uint8') ?? refuse(name);
  const hops = (name: string): Hops => ({
    offset: int32(`${name}/offset`),
    hops: int32(`${name}/hops`),
  });
  const copies = (mode: Mode): Copies => ({
    junction: int32(`${mode}/copies/junction`),
    layer: uint8(`${mode}/copies/layer`),
    state: int32(`${mode}/copies/state`),
  });
  const modeGraph = (mode: Mode): ModeGraph => {
    const out: Arcs = { ...hops(`${mode}/out`), run: int32(`${mode}/out/run`) };
    return {
      out,
      in: header.symmetric.includes(mode) ? out : hops(`${mode}/in`),
      forwardMs: int32(`${mode}/forwardMs`),
      backwardMs: int32(`${mode}/backwardMs`),
      copies: copies(mode),
      isMain: uint8(`${mode}/isMain`),
    };
  };
  const columns = Object.fromEntries(
    Object.entries(columnTypes).map(([name, type]) => [
      name,
      sectionView(file, header.sections[name], type) ?? refuse(name),
    ]),
  ) as unknown as Pick<StreetGraph, keyof typeof columnTypes>;
  return {
    ...columns,
    nodeCount: columns.nodeKind.length,
    edgeCount: columns.edgeFrom.length,
    crs: header.crs,
    speeds: header.speeds,
    strings: header.strings,
    restrictions: header.restrictions,
    modes: { car: modeGraph('car'), bicycle: modeGraph('bicycle'), foot: modeGraph('foot') },
  };
}

/** A view of a shared buffer that does not begin on a multiple of 8 is copied too. */
function toShared(bytes: Uint8Array | SharedArrayBuffer): Uint8Array<SharedArrayBuffer> {
  if (bytes instanceof SharedArrayBuffer) return new Uint8Array(bytes);
  const { buffer, byteOffset, byteLength } = bytes;
  if (buffer instanceof SharedArrayBuffer && byteOffset % 8 === 0) {
    return new Uint8Array(buffer, byteOffset, byteLength);
  }
  const shared = new Uint8Array(new SharedArrayBuffer(byteLength));
  shared.set(bytes);
  return shared;
}

function readHeader(file: Uint8Array<SharedArrayBuffer>): Header {
  // A decoder takes no shared bytes in a browser.
  const text = (from: number, to: number) => new TextDecoder().decode(file.slice(from, to));
  if (file.byteLength < preamble || text(0, 8) !== magic) refuse('magic', 'a graph of streets');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const found = view.getUint32(8, true);
  if (found !== version) refuse('version', `${version}`, `${found}`);
  const end = preamble + view.getUint32(12, true);
  if (end > file.byteLength) refuse('header', `${end}`, `${file.byteLength}`);
  let header: Header;
  try {
    header = JSON.parse(text(preamble, end)) as Header;
  } catch {
    return refuse('header');
  }
  const { byteLength } = header;
  if (byteLength !== file.byteLength) refuse('byteLength', `${byteLength}`, `${file.byteLength}`);
  return header;
}

function refuse(part: string, expected?: string, value?: string): never {
  const more = { ...(expected === undefined ? {} : { expected }), ...(value === undefined ? {} : { value }) };
  throw new Problem('bad-import', { faults: [{ field: `graph/${part}`, fault: 'malformed', ...more }] });
}
