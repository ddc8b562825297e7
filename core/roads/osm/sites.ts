import type { Bbox, LonLat } from '../../place/units.ts';
import type { OsmFile } from './file.ts';
import { absent, createFinder, createNodeTable, type NodeTable } from './node-table.ts';
import type { OsmMember } from './relation.ts';
import { joinLines, type Ring, signedArea } from './rings.ts';
import type { TagList } from './string-table.ts';
import { walkOsm } from './walk.ts';
import type { WayRefs } from './way.ts';

/** Something that stands somewhere, with all its tags. */
export interface OsmSite {
  readonly type: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly tags: ReadonlyMap<string, string>;
  /** The node, or the centre of the area. */
  readonly lonLat: LonLat;
  /** From the centre to the farthest corner; 0 of a node. */
  readonly radiusMetres: number;
}

export interface OsmSites {
  readonly sites: readonly OsmSite[];
  /** Wanted ones of which no node is in the file. */
  readonly withoutPosition: readonly Pick<OsmSite, 'type' | 'id'>[];
}

interface Shape {
  readonly type: 'way' | 'relation';
  readonly id: number;
  readonly tags: ReadonlyMap<string, string>;
  /** Of a relation: ways of the outline. */
  readonly ways: readonly number[];
}

/** Nodes of the ways that are wanted, or belong to something wanted; nothing else of the file is held. */
class Collector {
  readonly shapes: Shape[] = [];
  readonly sites: OsmSite[] = [];
  readonly refs = new Map<number, Float64Array>();
  readonly #members = new Set<number>();
  readonly #isWanted: (tags: TagList) => boolean;
  readonly #bounds: Bbox | null;
  #table: NodeTable = createNodeTable(new Float64Array(0));
  #find: (id: number) => number = () => -1;

  constructor(isWanted: (tags: TagList) => boolean, bounds: Bbox | null) {
    this.#isWanted = isWanted;
    this.#bounds = bounds;
  }

  relation(id: number, tags: TagList, members: readonly OsmMember[]): void {
    if (!this.#isWanted(tags)) return;
    const ways = members
      .filter(({ type, role }) => type === 'way' && role !== 'inner')
      .map((each) => each.id);
    this.shapes.push({ type: 'relation', id, tags: tags.toMap(), ways });
    for (const way of ways) this.#members.add(way);
  }

  way(id: number, tags: TagList, refs: WayRefs): void {
    const isWanted = this.#isWanted(tags);
    if (isWanted) this.shapes.push({ type: 'way', id, tags: tags.toMap(), ways: [id] });
    if (isWanted || this.#members.has(id)) this.refs.set(id, refs.ids.slice(0, refs.count));
  }

  beforeNodes(): void {
    let length = 0;
    for (const refs of this.refs.values()) length += refs.length;
    const all = new Float64Array(length);
    let at = 0;
    for (const refs of this.refs.values()) {
      all.set(refs, at);
      at += refs.length;
    }
    this.#table = createNodeTable(all);
    this.#find = createFinder(this.#table);
  }

  node(id: number, lon: number, lat: number, tags: TagList): void {
    const index = this.#find(id);
    if (index >= 0) {
      this.#table.lon[index] = lon;
      this.#table.lat[index] = lat;
    }
    if (tags.pairs.length === 0 || !this.#isWanted(tags)) return;
    const lonLat = [lon / 1e7, lat / 1e7] as const;
    if (isWithin(this.#bounds, lonLat)) {
      this.sites.push({ type: 'node', id, tags: tags.toMap(), lonLat, radiusMetres: 0 });
    }
  }

  /** Known corners of a way's nodes, in units of 1e-7 degrees; nodes that are missing are passed over. */
  cornersOf(nodes: readonly number[]): Ring {
    const find = createFinder(this.#table);
    return nodes.flatMap((node) => {
      const at = find(node);
      const [lon, lat] = [this.#table.lon[at] ?? absent, this.#table.lat[at] ?? absent];
      return lon === absent ? [] : [lon, lat];
    });
  }
}

const isWithin = (bounds: Bbox | null, [lon, lat]: LonLat): boolean =>
  bounds === null || (bounds[0] <= lon && lon <= bounds[2] && bounds[1] <= lat && lat <= bounds[3]);

/** Centre of gravity of a closed ring, or of a line's corners where there is no area. */
const centreOf = (ring: Ring): readonly [lon: number, lat: number] => {
  const [lon0 = 0, lat0 = 0] = ring;
  let [twice, x, y] = [0, 0, 0];
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [x1, y1] = [(ring[i] ?? 0) - lon0, (ring[i + 1] ?? 0) - lat0];
    const [x2, y2] = [(ring[i + 2] ?? 0) - lon0, (ring[i + 3] ?? 0) - lat0];
    const cross = x1 * y2 - x2 * y1;
    twice += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  if (twice !== 0) return [lon0 + x / (3 * twice), lat0 + y / (3 * twice)];
  const count = ring.length / 2;
  let [sumLon, sumLat] = [0, 0];
  for (let i = 0; i < ring.length; i += 2) {
    sumLon += ring[i] ?? 0;
    sumLat += ring[i + 1] ?? 0;
  }
  return [sumLon / count, sumLat / count];
};

const metresPerUnit = 0.0111195;

const radiusOf = (ring: Ring, [lon, lat]: readonly [number, number]): number => {
  const parallel = Math.cos((lat / 1e7) * (Math.PI / 180));
  let most = 0;
  for (let i = 0; i < ring.length; i += 2) {
    most = Math.max(most, Math.hypot(((ring[i] ?? 0) - lon) * parallel, (ring[i + 1] ?? 0) - lat));
  }
  return Math.round(most * metresPerUnit);
};

/** The outline of a shape: its largest closed ring; where nothing closes, all that is known of it. */
const outlineOf = (collector: Collector, shape: Shape): Ring | null => {
  const lines = shape.ways.flatMap((way) => {
    const refs = collector.refs.get(way);
    return refs === undefined ? [] : [Array.from(refs)];
  });
  const rings = joinLines(lines).closed.map((line) => collector.cornersOf(line));
  const [largest] = rings.toSorted((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)));
  const known = largest !== undefined && largest.length >= 8 ? largest : collector.cornersOf(lines.flat());
  return known.length === 0 ? null : known;
};

/**
 * Reads what stands somewhere and has the tags that are wanted: nodes, and areas by their centre.
 *
 * @param isWanted asked for every node, way and relation that has tags.
 * @param bounds nothing outside it is given; null for the whole file.
 * @throws Problem `bad-import` for a broken file.
 */
export async function collectSites(
  file: OsmFile,
  isWanted: (tags: TagList) => boolean,
  bounds: Bbox | null,
): Promise<OsmSites> {
  const collector = new Collector(isWanted, bounds);
  await walkOsm(file, {
    relation: (id, tags, members) => collector.relation(id, tags, members),
    way: (id, tags, refs) => collector.way(id, tags, refs),
    node: (id, lon, lat, tags) => collector.node(id, lon, lat, tags),
    beforeNodes: () => collector.beforeNodes(),
  });
  const withoutPosition: Pick<OsmSite, 'type' | 'id'>[] = [];
  const areas = collector.shapes.flatMap((shape): OsmSite[] => {
    const { type, id, tags } = shape;
    const outline = outlineOf(collector, shape);
    if (outline === null) {
      withoutPosition.push({ type, id });
      return [];
    }
    const centre = centreOf(outline);
    const lonLat = [Math.round(centre[0]) / 1e7, Math.round(centre[1]) / 1e7] as const;
    return isWithin(bounds, lonLat)
      ? [{ type, id, tags, lonLat, radiusMetres: radiusOf(outline, centre) }]
      : [];
  });
  return { sites: [...collector.sites, ...areas], withoutPosition };
}
