import { describe, expect, it } from 'vitest';
import {
  accessLevel,
  edgeFlag,
  junctionKinds,
  roadSurfaces,
  type StreetColumns,
} from '#core/roads/columns.ts';
import { defaultOsmSettings } from '#core/roads/osm/settings.ts';
import type { OsmStreets } from '#core/roads/osm/streets.ts';
import { highwayClasses } from '#core/roads/street.ts';
import { type Content, type Node, type Relation, read, row, type Way } from './writer.ts';

const residential = { highway: 'residential' };
const way = (id: number, refs: readonly number[], tags: Way['tags'] = residential): Way => ({
  id,
  refs,
  tags,
});

/** Edges as pairs of coordinates in thousandths of a degree east of 23 and north of 57, for reading. */
const edges = ({ columns }: OsmStreets): string[] => {
  const name = (node: number) => {
    const [lon = 0, lat = 0] = columns.nodeLonLat.subarray(2 * node, 2 * node + 2);
    return `${Math.round((lon - 230_000_000) / 10_000)},${Math.round((lat - 570_000_000) / 10_000)}`;
  };
  return Array.from(columns.edgeFrom, (from, e) => `${name(from)}>${name(columns.edgeTo[e] ?? 0)}`);
};

const car = (columns: StreetColumns, edge: number) => (columns.edgeAccess[edge] ?? 0) & 3;
const foot = (columns: StreetColumns, edge: number) => ((columns.edgeAccess[edge] ?? 0) >> 4) & 3;

describe('junctions', () => {
  it('splits ways where they meet, and nowhere else', async () => {
    const nodes = [...row(5), { id: 9, lon: 23.002, lat: 57.001 }];
    const streets = await read({ nodes, ways: [way(1, [1, 2, 3, 4, 5]), way(2, [3, 9])] });
    expect(edges(streets)).toEqual(['0,0>2,0', '2,0>4,0', '2,0>2,1']);
    expect(streets.columns.nodeKind).toHaveLength(4);
    expect(Array.from(streets.columns.lineOffset)).toEqual([0, 3, 6, 8]);
  });

  it('measures on the ellipsoid', async () => {
    const { columns } = await read({ nodes: row(2), ways: [way(1, [1, 2])] });
    // 0.001 degrees of the parallel at 57 N are 60.77 m (GRS80/WGS 84).
    expect(columns.edgeDecimetres[0]).toBe(608);
  });

  it('cuts a ring without other junctions in two, and drops repeated nodes', async () => {
    const nodes = [...row(2), { id: 3, lon: 23.001, lat: 57.001 }, { id: 4, lon: 23, lat: 57.001 }];
    const streets = await read({ nodes, ways: [way(1, [1, 1, 2, 2, 3, 4, 1, 1])] });
    expect(edges(streets)).toEqual(['0,0>1,1', '1,1>0,0']);
    expect(streets.pieces.loopsCut).toBe(1);
  });

  it('handles a way that crosses itself, and one that turns back', async () => {
    const nodes = row(4);
    expect(edges(await read({ nodes, ways: [way(1, [1, 2, 3, 2, 4])] }))).toEqual([
      '0,0>1,0',
      '1,0>2,0',
      '2,0>1,0',
      '1,0>3,0',
    ]);
    expect(edges(await read({ nodes, ways: [way(1, [1, 2, 1])] }))).toEqual(['0,0>1,0', '1,0>0,0']);
  });

  it('gives nodes in one place a length of at least a decimetre, and drops a way of one node', async () => {
    const nodes: Node[] = [...row(1), { id: 2, lon: 23, lat: 57 }];
    const { columns } = await read({ nodes, ways: [way(1, [1, 2]), way(2, [1]), way(3, [2, 2])] });
    expect(Array.from(columns.edgeDecimetres)).toEqual([1]);
  });

  it('keeps traffic lights and level crossings as nodes of their kind', async () => {
    const nodes = row(4).map((node, i) => ({
      ...node,
      tags: ([{}, { highway: 'traffic_signals' }, { railway: 'level_crossing' }, {}] as const)[i] ?? {},
    }));
    const { columns } = await read({ nodes, ways: [way(1, [1, 2, 3, 4])] });
    expect(columns.edgeFrom).toHaveLength(3);
    const kinds = Array.from(columns.nodeKind, (kind) => junctionKinds[kind]).sort();
    expect(kinds).toEqual(['level-crossing', 'plain', 'plain', 'signals']);
  });
});

describe('gaps and bounds', () => {
  it('cuts a way at a missing node and counts it', async () => {
    const nodes = row(6).filter(({ id }) => id !== 3);
    const streets = await read({ nodes, ways: [way(1, [1, 2, 3, 4, 5, 6]), way(2, [3, 4])] });
    expect(edges(streets)).toEqual(['0,0>1,0', '3,0>5,0']);
    expect(streets.runs).toMatchObject({ waysWithMissingNodes: 2, missingNodes: 2, waysOutside: 0 });
  });

  it('keeps what lies within the bounds, the edge included', async () => {
    const ways = [way(1, [1, 2, 3, 4, 5, 6]), way(2, [5, 6])];
    const streets = await read({ nodes: row(6), ways }, { bounds: [23.001, 56, 23.003, 58] });
    expect(edges(streets)).toEqual(['1,0>3,0']);
    expect(streets.runs.waysOutside).toBe(1);
  });
});

describe('barriers', () => {
  const gate = (tags: Node['tags']): Content => ({
    nodes: row(3).map((node) => (node.id === 2 ? { ...node, tags: tags ?? {} } : node)),
    ways: [way(1, [1, 2, 3])],
  });

  it('makes an edge of its own of what stops somebody', async () => {
    const { columns, network } = await read(gate({ barrier: 'bollard' }));
    expect(columns.edgeFrom).toHaveLength(3);
    const [bar] = [...network.barriers.keys()];
    if (bar === undefined) throw new Error('no barrier');
    expect(columns.edgeDecimetres[bar]).toBe(1);
    expect(car(columns, bar)).toBe(accessLevel.closed);
    expect(foot(columns, bar)).toBe(accessLevel.open);
    // The line of the barrier leads from its one node to the other, a hand's breadth on.
    const [from, to] = [columns.edgeFrom[bar] ?? 0, columns.edgeTo[bar] ?? 0];
    expect(from).not.toBe(to);
    expect(columns.nodeLonLat[2 * from]).not.toBe(columns.nodeLonLat[2 * to]);
  });

  it('lets residents through a private gate', async () => {
    const { columns, network } = await read(gate({ barrier: 'gate', access: 'private' }));
    const [bar = -1] = [...network.barriers.keys()];
    expect(car(columns, bar)).toBe(accessLevel.ends);
  });

  it('does not split at a gate that stands open, or at the end of a road', async () => {
    expect((await read(gate({ barrier: 'gate' }))).columns.edgeFrom).toHaveLength(1);
    const end = { nodes: [...row(1), { id: 2, lon: 23.001, lat: 57, tags: { barrier: 'bollard' } }] };
    const { network } = await read({ ...end, ways: [way(1, [1, 2])] });
    expect(network.barriers.size).toBe(0);
  });

  it('stands between all ways that meet at it', async () => {
    const nodes = [...(gate({ barrier: 'bollard' }).nodes ?? []), { id: 4, lon: 23.001, lat: 57.001 }];
    const { network, columns } = await read({ nodes, ways: [way(1, [1, 2, 3]), way(2, [2, 4])] });
    expect(network.barriers.size).toBe(2);
    // For a car, no two of the three roads hang together.
    const passable = Array.from(columns.edgeFrom.keys()).filter((edge) => car(columns, edge) !== 0);
    const ends = passable.flatMap((edge) => [columns.edgeFrom[edge], columns.edgeTo[edge]]);
    expect(new Set(ends).size).toBe(6);
  });
});

describe('attributes', () => {
  const one = async (tags: Way['tags'], more: Partial<Content> = {}) => {
    const { columns, builtUpBy } = await read({
      nodes: [...row(2), ...(more.nodes ?? [])],
      ways: [way(1, [1, 2], tags), ...(more.ways ?? [])],
    });
    const flags = columns.edgeFlags[0] ?? 0;
    return {
      highway: highwayClasses[columns.edgeHighway[0] ?? -1],
      surface: roadSurfaces[columns.edgeSurface[0] ?? -1],
      isGuessed: (flags & edgeFlag.surfaceGuessed) !== 0,
      isBuiltUp: (flags & edgeFlag.builtUp) !== 0,
      kmh: columns.edgeMaxSpeedKmh[0],
      reason: builtUpBy[0],
    };
  };
  /** A square around the road, half a degree of a thousandth each way: about 2 km. */
  const around = (tags: Way['tags'], size = 0.01): Partial<Content> => ({
    nodes: [
      { id: 91, lon: 23 - size, lat: 57 - size },
      { id: 92, lon: 23 + size, lat: 57 - size },
      { id: 93, lon: 23 + size, lat: 57 + size },
      { id: 94, lon: 23 - size, lat: 57 + size },
    ],
    ways: [way(90, [91, 92, 93, 94, 91], tags)],
  });

  it('guesses the surface and says so', async () => {
    expect(await one({ highway: 'unclassified' })).toMatchObject({ surface: 'gravel', isGuessed: true });
    expect(await one({ highway: 'tertiary' })).toMatchObject({ surface: 'paved', isGuessed: true });
    expect(await one({ highway: 'unclassified', surface: 'asphalt' })).toMatchObject({
      surface: 'paved',
      isGuessed: false,
    });
    const settings = { ...defaultOsmSettings, untaggedIsPaved: { outside: [], builtUp: [] } };
    const { columns } = await read(
      { nodes: row(2), ways: [way(1, [1, 2], { highway: 'tertiary' })] },
      { settings },
    );
    expect(roadSurfaces[columns.edgeSurface[0] ?? -1]).toBe('gravel');
  });

  it('judges built-up by law, by area, by light, by streets around, in this order', async () => {
    const built = around({ landuse: 'residential' });
    expect(await one({ highway: 'tertiary' })).toMatchObject({ isBuiltUp: false, reason: 'none' });
    expect(await one({ highway: 'tertiary' }, built)).toMatchObject({ isBuiltUp: true, reason: 'area' });
    expect(await one({ highway: 'tertiary', maxspeed: 'LV:rural' }, built)).toMatchObject({
      isBuiltUp: false,
      reason: 'zone',
    });
    expect(await one({ highway: 'tertiary', maxspeed: 'LV:urban' })).toMatchObject({
      isBuiltUp: true,
      reason: 'zone',
    });
    expect(await one({ highway: 'tertiary' }, around({ place: 'village' }, 0.001))).toMatchObject({
      isBuiltUp: true,
      reason: 'area',
    });
    expect(await one({ highway: 'tertiary', lit: 'yes' })).toMatchObject({ reason: 'lit-or-pavement' });
    expect(await one({ highway: 'tertiary', sidewalk: 'right' })).toMatchObject({ isBuiltUp: true });
  });

  it('takes a farmyard for no village', async () => {
    const yard = around({ landuse: 'residential' }, 0.0005);
    expect(await one({ highway: 'tertiary' }, yard)).toMatchObject({ isBuiltUp: false });
  });

  it('takes a dense net of residential streets for a village', async () => {
    const nodes = Array.from({ length: 8 }, (_, i) => row(4, 57.0002 + i / 5000, 100 + 10 * i)).flat();
    const ways = Array.from({ length: 8 }, (_, i) =>
      way(
        100 + i,
        [0, 1, 2, 3].map((k) => 100 + 10 * i + k),
      ),
    );
    const found = await one({ highway: 'tertiary' }, { nodes, ways });
    expect(found).toMatchObject({ isBuiltUp: true, reason: 'streets-around' });
  });

  it('keeps signed limits, and no number that the law sets there anyway', async () => {
    expect(await one({ highway: 'tertiary', maxspeed: '70' })).toMatchObject({ kmh: 70 });
    expect(await one({ highway: 'tertiary', maxspeed: '90' })).toMatchObject({ kmh: 0 });
    expect(await one({ highway: 'tertiary', maxspeed: '50' })).toMatchObject({ kmh: 50 });
    expect(await one({ highway: 'tertiary', maxspeed: '50', lit: 'yes' })).toMatchObject({ kmh: 0 });
    expect(await one({ highway: 'tertiary', maxspeed: '30', lit: 'yes' })).toMatchObject({ kmh: 30 });
  });
});

describe('ferries', () => {
  it('shares crossing and waiting between the edges of a way', async () => {
    const ferry = { route: 'ferry', duration: '00:20' };
    const ways = [way(1, [1, 2, 3], ferry), way(2, [2, 4])];
    const { columns } = await read({ nodes: row(4), ways });
    const isFerry = Array.from(columns.edgeFlags, (flags) => (flags & edgeFlag.ferry) !== 0);
    expect(isFerry).toEqual([true, true, false]);
    const wait = defaultOsmSettings.ferryWaitMinutes * 60;
    expect((columns.edgeFixedSeconds[0] ?? 0) + (columns.edgeFixedSeconds[1] ?? 0)).toBe(1200 + wait);
    expect(columns.edgeFixedSeconds[2]).toBe(0);
  });

  it('guesses a crossing by its length', async () => {
    const { columns } = await read({ nodes: row(2), ways: [way(1, [1, 2], { route: 'ferry' })] });
    const { ferryKmh, ferryWaitMinutes } = defaultOsmSettings;
    expect(columns.edgeFixedSeconds[0]).toBe(Math.round(60.8 / (ferryKmh / 3.6) + ferryWaitMinutes * 60));
  });
});

describe('turn restrictions', () => {
  /** A cross: 1-2-3 from west to east, 4-2-5 from south to north. */
  const cross: Content = {
    nodes: [...row(3), { id: 4, lon: 23.001, lat: 56.999 }, { id: 5, lon: 23.001, lat: 57.001 }],
    ways: [way(1, [1, 2]), way(2, [2, 3]), way(3, [4, 2]), way(4, [2, 5])],
  };
  const relation = (tags: Record<string, string>, members: Relation['members']): Relation => ({
    id: 1,
    tags: { type: 'restriction', ...tags },
    members,
  });
  const turn = (tags: Record<string, string>, to = 4): Relation =>
    relation(tags, [
      ['way', 1, 'from'],
      ['node', 2, 'via'],
      ['way', to, 'to'],
    ]);
  const resolve = async (restriction: Relation, content = cross) => {
    const { columns, turns } = await read({ ...content, relations: [restriction] });
    return { found: columns.restrictions, turns };
  };

  it('keeps a turn over a node by its edges', async () => {
    const { found } = await resolve(turn({ restriction: 'no_left_turn' }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      kind: 'no',
      fromEdge: 0,
      toEdge: 3,
      viaEdges: [],
      modes: ['car', 'bicycle'],
    });
    const only = await resolve(turn({ restriction: 'only_straight_on' }, 2));
    expect(only.found[0]).toMatchObject({ kind: 'only', fromEdge: 0, toEdge: 1 });
  });

  it.each([
    [{ restriction: 'no_left_turn', except: 'bicycle' }, ['car']],
    [{ restriction: 'no_left_turn', except: 'psv;motorcar' }, ['bicycle']],
    [{ 'restriction:motorcar': 'no_left_turn' }, ['car']],
    [{ 'restriction:bicycle': 'no_left_turn' }, ['bicycle']],
  ])('%o is for %s', async (tags, modes) => {
    const { found } = await resolve(turn(tags as unknown as Record<string, string>));
    expect(found[0]?.modes).toEqual(modes);
  });

  it('follows via ways from end to end', async () => {
    // 1-2, then the dual carriageway 2-6-7, then 7-8 back.
    const nodes = [
      ...row(2),
      { id: 6, lon: 23.001, lat: 57.0005 },
      { id: 7, lon: 23.001, lat: 57.001 },
      { id: 8, lon: 23, lat: 57.001 },
      { id: 9, lon: 23.002, lat: 57.0005 },
    ];
    const ways = [way(1, [1, 2]), way(2, [2, 6, 7]), way(3, [7, 8]), way(4, [6, 9])];
    const { found } = await resolve(
      relation({ restriction: 'no_u_turn' }, [
        ['way', 1, 'from'],
        ['way', 2, 'via'],
        ['way', 3, 'to'],
      ]),
      { nodes, ways },
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ fromEdge: 0, viaEdges: [1, 2], toEdge: 3 });
  });

  it('gives one for each pair where several ways are named', async () => {
    const { found, turns } = await resolve(
      relation({ restriction: 'no_entry' }, [
        ['way', 1, 'from'],
        ['way', 3, 'from'],
        ['node', 2, 'via'],
        ['way', 4, 'to'],
      ]),
    );
    expect(found.map(({ fromEdge }) => fromEdge)).toEqual([0, 2]);
    expect(turns.kept).toBe(1);
  });

  it.each([
    ['conditional', turn({ 'restriction:conditional': 'no_left_turn @ (Mo-Fr)' })],
    ['conditional', turn({ restriction: 'no_left_turn', hour_on: '08:00' })],
    ['other-vehicles', turn({ 'restriction:hgv': 'no_left_turn' })],
    ['other-vehicles', turn({ restriction: 'no_left_turn', except: 'vehicle' })],
    ['not-understood', turn({ restriction: 'stop' })],
    ['incomplete', relation({ restriction: 'no_left_turn' }, [['way', 1, 'from']])],
    ['way-not-read', turn({ restriction: 'no_left_turn' }, 77)],
    [
      'not-connected',
      relation({ restriction: 'no_left_turn' }, [
        ['way', 1, 'from'],
        ['node', 3, 'via'],
        ['way', 4, 'to'],
      ]),
    ],
  ])('leaves out and counts: %s', async (reason, restriction) => {
    const { found, turns } = await resolve(restriction);
    expect(found).toEqual([]);
    expect(turns).toMatchObject({ kept: 0, ignored: { [reason]: 1 } });
  });

  it('leaves out one that fits two turns, unless a oneway decides', async () => {
    const through = (tags: Way['tags']) => ({
      ...cross,
      ways: [way(1, [1, 2]), way(2, [2, 3]), way(3, [4, 2, 5], tags)],
    });
    const restriction = turn({ restriction: 'no_left_turn' }, 3);
    expect((await resolve(restriction, through(residential))).turns.ignored).toEqual({ ambiguous: 1 });
    const { found } = await resolve(restriction, through({ ...residential, oneway: 'yes' }));
    expect(found).toHaveLength(1);
  });
});
