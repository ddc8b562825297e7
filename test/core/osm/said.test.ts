import { expect, it } from 'vitest';
import { languages } from '#core/language/routes.ts';
import { sayWarning } from '#core/language/warnings.ts';
import { buildGraph } from '#core/roads/graph.ts';
import { drawAreas } from '#core/roads/osm/drawn-areas.ts';
import { drawLines } from '#core/roads/osm/drawn-lines.ts';
import { reportStreets } from '#core/roads/osm/report.ts';
import { streetsSaid, streetsWarningCodes } from '#core/roads/osm/said.ts';
import { defaultOsmSettings } from '#core/roads/osm/settings.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { type Content, type Node, type Relation, read, row, type Way } from './writer.ts';

const report = async (content: Content, settings = defaultOsmSettings) => {
  const streets = await read(content, { settings });
  const graph = buildGraph(streets.columns, defaultSpeeds, 3059);
  const lines = drawLines(streets, null, settings);
  const areas = drawAreas(streets, null, settings);
  return reportStreets('file.osm.pbf', streets, graph, { lines, areas, places: 0 });
};

it('tells kilometres, guesses and what does not hang together', async () => {
  const nodes = [...row(4), ...row(2, 57.1, 10)];
  const ways: Way[] = [
    { id: 1, refs: [1, 2, 3], tags: { highway: 'tertiary', surface: 'gravel', maxspeed: '70' } },
    { id: 2, refs: [3, 4], tags: { highway: 'unclassified' } },
    { id: 3, refs: [10, 11], tags: { highway: 'footway' } },
    { id: 4, refs: [1, 99], tags: { highway: 'service' } },
    { id: 5, refs: [1, 2], tags: { highway: 'construction' } },
  ];
  const found = await report({ nodes, ways });
  expect(found).toMatchObject({
    kind: 'osm',
    file: { name: 'file.osm.pbf', timestamp: null, nodes: 6, ways: 5, relations: 0 },
    kmByClass: { tertiary: 0.122, unclassified: 0.061, footway: 0.061 },
    kmBySurface: { gravel: 0.182, paved: 0.061 },
    guessed: { carKm: 0.182, surfaceKm: 0.061, speedKm: 0.061, builtUpKm: { none: 0.182 } },
    dropped: { 'not-built': 1 },
    missing: { ways: 1, nodes: 1 },
    turnRestrictions: { kept: 0, ignored: {} },
  });
  expect(found.connection.car).toMatchObject({ unconnectedKm: 0, unconnectedNodes: 0 });
  expect(found.connection.foot).toMatchObject({ unconnectedNodes: 2 });
  expect(found.connection.foot.unconnectedKm).toBeCloseTo(0.061, 3);
  expect(found.connection.foot.km).toBeCloseTo(0.243, 3);
});

/** A file in which everything odd happens once. */
const odd: Content = {
  nodes: [
    ...row(6).map((node): Node => (node.id === 2 ? { ...node, tags: { barrier: 'bollard' } } : node)),
    ...row(2, 57.1, 10),
    { id: 20, lon: 23.5, lat: 57 },
    { id: 21, lon: 23.6, lat: 57 },
    ...row(4, 57.2, 30),
  ],
  ways: [
    { id: 1, refs: [1, 2, 3, 4], tags: { highway: 'residential', 'maxspeed:conditional': '30 @ night' } },
    { id: 2, refs: [4, 5, 99], tags: { highway: 'tertiary' } },
    { id: 3, refs: [10, 11], tags: { highway: 'residential' } },
    { id: 4, refs: [1, 2], tags: { highway: 'proposed' } },
    { id: 5, refs: [1, 2], tags: { highway: 'raceway' } },
    { id: 6, refs: [1, 2], tags: { highway: 'service', access: 'no' } },
    { id: 7, refs: [1, 2, 3, 1], tags: { highway: 'service', area: 'yes' } },
    { id: 8, refs: [4, 6], tags: { route: 'ferry' } },
    { id: 9, refs: [20, 21], tags: { natural: 'coastline' } },
    { id: 12, refs: [20], tags: { highway: 'residential' } },
    { id: 13, refs: [30, 31, 32, 30], tags: { natural: 'wood' } },
  ],
  relations: (
    [
      [{ restriction: 'no_left_turn' }, 1, 4, 2],
      [{ restriction: 'stop' }, 1, 4, 2],
      [{ 'restriction:conditional': 'no_left_turn @ x' }, 1, 4, 2],
      [{ 'restriction:hgv': 'no_left_turn' }, 1, 4, 2],
      [{ restriction: 'no_left_turn' }, 1, 77, 99],
      [{ restriction: 'no_left_turn' }, 1, 10, 2],
    ] as const
  ).map(
    ([tags, from, via, to], i): Relation => ({
      id: i,
      tags: { type: 'restriction', ...(tags as unknown as Record<string, string>) },
      members: [
        ['way', from, 'from'],
        ['node', via, 'via'],
        ['way', to, 'to'],
      ],
    }),
  ),
};

it('says everything in both languages, without a gap in a sentence', async () => {
  const relations = [
    ...(odd.relations ?? []),
    { id: 90, tags: { type: 'restriction', restriction: 'no_left_turn' }, members: [] },
    { id: 91, tags: { type: 'multipolygon', natural: 'water' }, members: [['way', 99, ''] as const] },
  ];
  const said = streetsSaid(await report({ ...odd, relations }, { ...defaultOsmSettings, mostLines: 1 }));
  const codes = new Set(said.map(({ code }) => code));
  // One file cannot hold a turn that fits two ways besides; it has a test of its own.
  expect(streetsWarningCodes.filter((code) => !codes.has(code))).toEqual(['turns-ambiguous']);
  const all = [...said, { code: 'turns-ambiguous', values: { count: 1 } } as const];
  for (const warning of all) {
    const sentences = languages.map((language) => sayWarning(warning, language));
    expect(new Set(sentences).size, warning.code).toBe(languages.length);
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
  }
});
