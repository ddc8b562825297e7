import { fromLks92, toLks92 } from '#core/place/lks92.ts';
import type { Lks92, LonLat } from '#core/place/units.ts';
import type { StreetEdge, StreetNetwork, StreetNode } from '#core/roads/street.ts';
import type { BuiltUp } from './built-up.ts';
import { distance, middle, nearestOnSegment, roundLonLat } from './plane.ts';
import type { Road, RoadPlan } from './roads.ts';

/** Found road lengths are about this many times the straight line (compared in SOURCES.md). */
export const detourFactor = 1.15;

/** Joining points nearer than this to an existing node use that node. */
const mergeMetres = 30;

/** A place, venue or cell centre that must be reachable. */
export interface Stop {
  readonly name: string | null;
  readonly lonLat: LonLat;
}

/** What all pieces of a stretch have in common. */
type Kind = Pick<StreetEdge, 'highway' | 'surface' | 'ref' | 'name' | 'role' | 'source' | 'confidence'>;

/** A straight stretch with the points at which it is to be cut. */
interface Drawn {
  readonly kind: Kind;
  readonly from: StreetNode;
  readonly to: StreetNode;
  readonly a: Lks92;
  readonly b: Lks92;
  /** Junctions of links and borders of towns, by their share of the way from `from`. */
  readonly junctions: { share: number; node: StreetNode }[];
}

/** A lane of gravel is assumed. */
const linkKind: Kind = {
  highway: 'residential',
  surface: 'gravel',
  ref: null,
  name: null,
  role: 'link',
  source: 'constructed link',
  confidence: 'model',
};

/**
 * Real roads as straight lines between their places, then one constructed link from every stop that is
 * not on a road to the nearest point of the nearest road, all cut where they go into or out of a
 * built-up area. Ids count from 0.
 */
export function buildStreets(plan: RoadPlan, stops: readonly Stop[], builtUp: BuiltUp): StreetNetwork {
  const nodes: StreetNode[] = [];
  const addNode = (name: string | null, position: LonLat): StreetNode => {
    const node = { id: nodes.length, lonLat: roundLonLat(position), name };
    nodes.push(node);
    return node;
  };
  const roads = drawRoads(plan, addNode);
  const links = stops.flatMap((stop) => {
    const at = toLks92(stop.lonLat);
    if (nodes.some((node) => isSamePlace(node.lonLat, stop.lonLat))) return [];
    const junction = joinNearest(roads, at, addNode);
    if (distance(toLks92(junction.lonLat), at) < 1) return [];
    return [draw(linkKind, addNode(stop.name, stop.lonLat), junction)];
  });
  // Borders come last, so that they do not move where a link joins.
  for (const drawn of [...roads, ...links]) cutAtBorders(drawn, builtUp, addNode);
  const edges = [...roads, ...links].flatMap((drawn) => edgesOf(drawn, builtUp));
  return { nodes, edges: edges.map((edge, id) => ({ id, ...edge })) };
}

type AddNode = (name: string | null, position: LonLat) => StreetNode;
type EdgeWithoutId = Omit<StreetEdge, 'id'>;

function drawRoads(plan: RoadPlan, addNode: AddNode): Drawn[] {
  const byPlace = new Map<string, StreetNode>();
  const nodeOf = (place: string): StreetNode => {
    const position = plan.places.get(place);
    if (position === undefined) throw new Error(`no position for ${place}`);
    const node = byPlace.get(place) ?? addNode(place, position);
    byPlace.set(place, node);
    return node;
  };
  return plan.roads.map((road) => draw(kindOf(road), nodeOf(road.from), nodeOf(road.to)));
}

const kindOf = ({ highway, surface, ref, name, source, confidence }: Road): Kind => ({
  highway,
  surface,
  ref,
  name,
  role: 'road',
  source,
  confidence,
});

const draw = (kind: Kind, from: StreetNode, to: StreetNode): Drawn => ({
  kind,
  from,
  to,
  a: toLks92(from.lonLat),
  b: toLks92(to.lonLat),
  junctions: [],
});

function isSamePlace(a: LonLat, b: LonLat): boolean {
  return Math.abs(a[0] - b[0]) < 1e-5 && Math.abs(a[1] - b[1]) < 1e-5;
}

/** Node on the nearest road at the point nearest to `at`: an end, an earlier junction close by, or a new one. */
function joinNearest(drawn: readonly Drawn[], at: Lks92, addNode: AddNode): StreetNode {
  let best: { line: Drawn; distance: number; share: number } | undefined;
  for (const line of drawn) {
    const near = nearestOnSegment(at, line.a, line.b);
    if (best === undefined || near.distance < best.distance) best = { line, ...near };
  }
  if (best === undefined) throw new Error('no road to join');
  const { line, share } = best;
  const length = distance(line.a, line.b);
  const candidates = [{ share: 0, node: line.from }, { share: 1, node: line.to }, ...line.junctions];
  const near = candidates.find((other) => Math.abs(other.share - share) * length < mergeMetres);
  if (near !== undefined) return near.node;
  const node = addNode(null, fromLks92(middle(line.a, line.b, share)));
  line.junctions.push({ share, node });
  return node;
}

/** A border nearer than 1 m to an end or a junction makes no stretch of its own. */
function cutAtBorders({ a, b, junctions }: Drawn, builtUp: BuiltUp, addNode: AddNode): void {
  const length = distance(a, b);
  for (const share of builtUp.crossings(a, b)) {
    const taken = [0, 1, ...junctions.map((junction) => junction.share)];
    if (taken.some((other) => Math.abs(other - share) * length < 1)) continue;
    junctions.push({ share, node: addNode(null, fromLks92(middle(a, b, share))) });
  }
}

/** The pieces of a stretch between its junctions; their lengths add up to the length of the whole. */
function edgesOf({ kind, from, to, a, b, junctions }: Drawn, builtUp: BuiltUp): EdgeWithoutId[] {
  const length = distance(a, b) * detourFactor;
  const points = [
    { share: 0, node: from },
    ...[...junctions].sort((x, y) => x.share - y.share),
    { share: 1, node: to },
  ];
  return points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    return {
      from: start.node.id,
      to: end.node.id,
      lengthMetres: round((end.share - start.share) * length),
      highway: kind.highway,
      surface: kind.surface,
      isBuiltUp: builtUp.contains(middle(a, b, (start.share + end.share) / 2)),
      oneway: false,
      ref: kind.ref,
      name: kind.name,
      role: kind.role,
      line: [start.node.lonLat, end.node.lonLat],
      source: kind.source,
      confidence: kind.confidence,
      isModel: true,
    };
  });
}

const round = (metres: number) => Math.round(metres * 10) / 10;
