import { type Fault, Problem } from '../problem.ts';
import { accessLevel, edgeFlag, roadSurfaces, type StreetColumns } from './columns.ts';
import { defaultSpeeds, knownSurface } from './speed.ts';
import { highwayClasses, modes, type StreetEdge, type StreetNetwork } from './street.ts';

/**
 * A network listed edge by edge, in columns; rows by id. It says nothing of access: a class is open to a mode or
 * closed (`closedTo`), a one-way sign binds wheels and not walkers. Throws `bad-import` when an edge has an
 * end that is no node, or no positive length.
 */
export function columnsOf(network: StreetNetwork): StreetColumns {
  const nodes = network.nodes.toSorted((a, b) => a.id - b.id);
  const edges = network.edges.toSorted((a, b) => a.id - b.id);
  const rowOf = new Map(nodes.map(({ id }, row) => [id, row]));
  checkEdges(edges, rowOf);
  const row = (id: number) => rowOf.get(id) ?? 0;
  const table = stringTable();
  const numbers = (value: (edge: StreetEdge) => number) => edges.map(value);
  return {
    nodeLonLat: Int32Array.from(nodes.flatMap(({ lonLat }) => lonLat.map(toUnits))),
    nodeKind: new Uint8Array(nodes.length),
    edgeFrom: Int32Array.from(numbers(({ from }) => row(from))),
    edgeTo: Int32Array.from(numbers(({ to }) => row(to))),
    edgeDecimetres: Int32Array.from(
      numbers(({ lengthMetres }) => Math.max(1, Math.round(lengthMetres * 10))),
    ),
    edgeHighway: Uint8Array.from(numbers(({ highway }) => highwayClasses.indexOf(highway))),
    edgeSurface: Uint8Array.from(numbers((edge) => roadSurfaces.indexOf(knownSurface(defaultSpeeds, edge)))),
    edgeFlags: Uint16Array.from(numbers(flagsOf)),
    edgeMaxSpeedKmh: new Uint8Array(edges.length),
    edgeAccess: Uint16Array.from(numbers(accessOf)),
    edgeFixedSeconds: new Int32Array(edges.length),
    edgeRef: Int32Array.from(numbers(({ ref }) => table.indexOf(ref))),
    edgeName: Int32Array.from(numbers(({ name }) => table.indexOf(name))),
    ...linesOf(edges),
    strings: table.strings,
    restrictions: [],
  };
}

const toUnits = (degrees: number) => Math.round(degrees * 1e7);

function flagsOf(edge: StreetEdge): number {
  return (
    (edge.isBuiltUp ? edgeFlag.builtUp : 0) |
    (edge.surface === 'unknown' ? edgeFlag.surfaceGuessed : 0) |
    (edge.role === 'link' ? edgeFlag.link : 0) |
    (edge.isModel ? edgeFlag.model : 0) |
    edgeFlag.lightUnknown
  );
}

function accessOf({ highway, oneway }: StreetEdge): number {
  let access = 0;
  modes.forEach((mode, index) => {
    if (defaultSpeeds.closedTo[mode].includes(highway)) return;
    access |= accessLevel.open << (2 * index);
    if (!oneway || mode === 'foot') access |= accessLevel.open << (2 * index + 6);
  });
  return access;
}

function linesOf(edges: readonly StreetEdge[]) {
  const lineOffset = new Int32Array(edges.length + 1);
  edges.forEach(({ line }, edge) => {
    lineOffset[edge + 1] = (lineOffset[edge] ?? 0) + line.length;
  });
  return {
    lineOffset,
    linePoints: Int32Array.from(edges.flatMap(({ line }) => line.flatMap((point) => point.map(toUnits)))),
  };
}

/** Strings by number, each kept once; number 0 is none. */
function stringTable() {
  const strings = [''];
  const known = new Map<string, number>();
  const indexOf = (text: string | null): number => {
    if (text === null) return 0;
    const found = known.get(text);
    if (found !== undefined) return found;
    known.set(text, strings.length);
    return strings.push(text) - 1;
  };
  return { strings, indexOf };
}

function checkEdges(edges: readonly StreetEdge[], rowOf: ReadonlyMap<number, number>): void {
  const faults: Fault[] = [];
  edges.forEach((edge, index) => {
    for (const end of ['from', 'to'] as const) {
      if (rowOf.has(edge[end])) continue;
      faults.push({ field: `edges/${edge.id}/${end}`, fault: 'unknown-reference', value: `${edge[end]}` });
    }
    if (!(edge.lengthMetres > 0 && edge.lengthMetres < 1e6)) {
      const field = `edges/${edge.id}/lengthMetres`;
      faults.push({ field, fault: 'out-of-range', value: `${edge.lengthMetres}`, expected: '0-1000000' });
    }
    if (edges[index - 1]?.id === edge.id) {
      faults.push({ field: `edges/${edge.id}`, fault: 'duplicate', value: `${edge.id}` });
    }
  });
  if (faults.length > 0) throw new Problem('bad-import', { faults: faults.slice(0, 100) });
}
