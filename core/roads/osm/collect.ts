import { freePassage, passageOf } from './barrier.ts';
import { brokenOsm } from './broken.ts';
import type { OsmExtract, Place, Point, RawArea } from './extract.ts';
import type { OsmFile } from './file.ts';
import type { DropReason, Tags } from './highway.ts';
import { IntList, Texts } from './lists.ts';
import { createFinder, createNodeTable } from './node-table.ts';
import { Profiles } from './profiles.ts';
import type { OsmMember } from './relation.ts';
import { type IgnoredReason, isRestriction, type RawRestriction, readRestriction } from './restriction.ts';
import { type ShapeKind, shapeKind } from './shape.ts';
import type { TagList } from './string-table.ts';
import { type OsmVisitor, walkOsm } from './walk.ts';
import type { WayRefs } from './way.ts';
import { WayStore } from './way-store.ts';

type Counts<K extends string> = Partial<Record<K, number>>;

function count<K extends string>(counts: Counts<K>, key: K): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

const wayKeys = new Set(['highway', 'route', 'natural', 'landuse', 'waterway', 'place']);
const places = new Set(['city', 'town', 'village', 'hamlet', 'suburb', 'quarter', 'neighbourhood']);

const speaksOfWay = ({ pairs, strings }: TagList): boolean => {
  for (let i = 0; i < pairs.length; i += 2) if (wayKeys.has(strings.get(pairs[i] ?? -1))) return true;
  return false;
};

/** What is kept of relations: restrictions, and areas with the ways they are made of. */
class Relations {
  readonly restrictions: RawRestriction[] = [];
  readonly areas: RawArea[] = [];
  readonly memberWays = new Set<number>();
  readonly ignored: Counts<IgnoredReason> = {};
  seen = 0;

  take(id: number, list: TagList, members: readonly OsmMember[]): void {
    this.seen += 1;
    const type = list.get('type');
    if (type === 'multipolygon') this.#takeArea(id, list.toMap(), members);
    else if (type?.startsWith('restriction')) this.#takeRestriction(id, list.toMap(), members);
  }

  #takeArea(id: number, tags: Tags, members: readonly OsmMember[]): void {
    const kind = shapeKind(tags);
    if (kind === null) return;
    const ways = members.filter(({ type }) => type === 'way').map((member) => member.id);
    this.areas.push({ id, kind, ways });
    for (const way of ways) this.memberWays.add(way);
  }

  #takeRestriction(id: number, tags: Tags, members: readonly OsmMember[]): void {
    if (!isRestriction(tags)) return;
    const restriction = readRestriction(id, tags, members);
    if (typeof restriction === 'string') count(this.ignored, restriction);
    else this.restrictions.push(restriction);
  }
}

/** What is kept of ways: streets, and the outlines of what is drawn. */
class WayCollector {
  readonly roads = new WayStore();
  readonly shapes = new WayStore();
  readonly profiles = new Profiles();
  readonly texts = new Texts();
  readonly profile = new IntList();
  readonly name = new IntList();
  readonly ref = new IntList();
  readonly kinds: (ShapeKind | null)[] = [];
  readonly dropped: Counts<DropReason> = {};
  readonly #memberWays: ReadonlySet<number>;
  seen = 0;

  constructor(memberWays: ReadonlySet<number>) {
    this.#memberWays = memberWays;
  }

  take(id: number, list: TagList, refs: WayRefs): void {
    this.seen += 1;
    const tags: Tags | null = speaksOfWay(list) ? list.toMap() : null;
    if (tags !== null && (tags.has('highway') || tags.get('route') === 'ferry'))
      this.#takeRoad(id, tags, refs);
    const kind = tags === null ? null : shapeKind(tags);
    if (kind === null && !this.#memberWays.has(id)) return;
    this.shapes.add(id, refs);
    this.kinds.push(kind);
  }

  #takeRoad(id: number, tags: Tags, refs: WayRefs): void {
    const profile = this.profiles.numberOf(tags);
    if (typeof profile === 'string') {
      count(this.dropped, profile);
      return;
    }
    this.roads.add(id, refs);
    this.profile.push(profile);
    this.name.push(this.texts.numberOf(tags.get('name')));
    this.ref.push(this.texts.numberOf(tags.get('ref')));
  }
}

function readPoint(tags: Tags): Point | null {
  const kind =
    tags.get('highway') === 'traffic_signals'
      ? 'signals'
      : tags.get('railway') === 'level_crossing'
        ? 'level-crossing'
        : 'plain';
  const passage = passageOf(tags);
  return kind === 'plain' && passage === null ? null : { kind, passage: passage ?? freePassage };
}

function readPlace(id: number, lon: number, lat: number, tags: Tags): Place | null {
  const [kind, name] = [tags.get('place') ?? '', tags.get('name:lv') ?? tags.get('name')];
  if (!places.has(kind) || name === undefined || name.trim() === '') return null;
  const people = Number(tags.get('population')?.replace(/[\s.,]/g, '') ?? Number.NaN);
  const population = Number.isInteger(people) && people >= 0 ? people : null;
  return { id, kind, name: name.trim(), lonLat: [lon / 1e7, lat / 1e7], population };
}

/** Takes the nodes that are needed, and those that are a place or hold somebody up. */
class NodeCollector {
  readonly table;
  readonly points = new Map<number, Point>();
  readonly places: Place[] = [];
  readonly #find;
  seen = 0;

  constructor(refs: Float64Array) {
    this.table = createNodeTable(refs);
    this.#find = createFinder(this.table);
  }

  take(id: number, lon: number, lat: number, list: TagList): void {
    this.seen += 1;
    const index = this.#find(id);
    if (index >= 0) {
      this.table.lon[index] = lon;
      this.table.lat[index] = lat;
    }
    if (list.pairs.length === 0) return;
    const tags = list.toMap();
    const point = index < 0 ? null : readPoint(tags);
    if (point !== null) this.points.set(index, point);
    const place = readPlace(id, lon, lat, tags);
    if (place !== null) this.places.push(place);
  }
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/**
 * Reads what is kept of a file: streets, turn restrictions, what is drawn, and the nodes that these need.
 *
 * @throws Problem `bad-import` for a broken file, and for one without streets.
 */
export async function collectOsm(file: OsmFile): Promise<OsmExtract> {
  const relations = new Relations();
  const ways = new WayCollector(relations.memberWays);
  let nodes = new NodeCollector(new Float64Array(0));
  const visitor: OsmVisitor = {
    relation: (id, tags, members) => relations.take(id, tags, members),
    way: (id, tags, refs) => ways.take(id, tags, refs),
    node: (id, lon, lat, tags) => nodes.take(id, lon, lat, tags),
    beforeNodes: () => {
      if (ways.roads.count === 0) throw noRoads();
      nodes = new NodeCollector(joined(ways.roads.refs.view(), ways.shapes.refs.view()));
    },
  };
  await walkOsm(file, visitor);
  const { table, points, places: found } = nodes;
  return {
    header: file.header,
    nodes: table,
    roads: {
      ...ways.roads.resolve(table),
      profile: ways.profile.view(),
      name: ways.name.view(),
      ref: ways.ref.view(),
    },
    profiles: ways.profiles.all,
    texts: ways.texts.all,
    shapes: { ...ways.shapes.resolve(table), kind: ways.kinds },
    areas: relations.areas,
    points,
    places: found,
    restrictions: relations.restrictions,
    counts: {
      nodes: nodes.seen,
      ways: ways.seen,
      relations: relations.seen,
      dropped: ways.dropped,
      restrictionsIgnored: relations.ignored,
    },
  };
}

const noRoads = () =>
  brokenOsm('no streets in it', 'an extract with highways, not filtered to something else');
