import { describe, expect, it } from 'vitest';
import { accessLevel, type StreetColumns, type TurnRestriction } from '#core/roads/columns.ts';
import { endEnclosed } from '#core/roads/enclosed.ts';
import { buildGraph } from '#core/roads/graph.ts';
import { journey, seedsTo } from '#core/roads/journey.ts';
import { columnsOf } from '#core/roads/network.ts';
import { graphOrder, inverse } from '#core/roads/order.ts';
import { createSearch } from '#core/roads/reach.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import type { Mode } from '#core/roads/street.ts';
import { network } from '../../toytown/toytown.ts';

/*
 * Toytown: a block takes 3 minutes by car. Streets by their id: 2 x junction goes east, 2 x junction + 1
 * goes north; junctions are 5 x row + column.
 */
const toytown = columnsOf(network);
const ids = network.edges.map(({ id }) => id).sort((a, b) => a - b);
const east = (column: number, row: number) => ids.indexOf(2 * (5 * row + column));
const north = (column: number, row: number) => ids.indexOf(2 * (5 * row + column) + 1);

/** Levels of all modes, the same both ways. */
const level = (forCar: number, forFoot: number = accessLevel.open) => {
  const once = forCar | (accessLevel.open << 2) | (forFoot << 4);
  return once | (once << 6);
};

function town(changes: {
  readonly access?: Readonly<Record<number, number>>;
  readonly restrictions?: readonly TurnRestriction[];
}): StreetColumns {
  const edgeAccess = Uint16Array.from(toytown.edgeAccess);
  for (const [edge, access] of Object.entries(changes.access ?? {})) edgeAccess[Number(edge)] = access;
  return { ...toytown, edgeAccess, restrictions: changes.restrictions ?? [] };
}

/** Minutes between the middles of two streets. */
function minutes(columns: StreetColumns, mode: Mode, from: number, to: number): number | null {
  const graph = buildGraph(columns, defaultSpeeds, 3059);
  const edges = inverse(graphOrder(columns).edges);
  const middle = (edge: number) => ({
    edge: edges[edge] ?? 0,
    fraction: 0.5,
    straightMetres: 0,
    offRoadMs: 0,
    offRoadDecimetres: 0,
  });
  const reach = createSearch(graph.modes[mode].in)(seedsTo(graph, mode, middle(to)));
  const found = journey(graph, mode, middle(from), middle(to), reach);
  return found && found.milliseconds / 60_000;
}

describe('a street that is private', () => {
  const isPrivate = { [east(1, 0)]: level(accessLevel.ends) };

  it('is no way through: the car goes round the block, the walker straight on', () => {
    expect(minutes(town({}), 'car', east(0, 0), east(2, 0))).toBe(6);
    expect(minutes(town({ access: isPrivate }), 'car', east(0, 0), east(2, 0))).toBe(12);
    expect(minutes(town({ access: isPrivate }), 'foot', east(0, 0), east(2, 0))).toBe(50);
  });

  it('can be the beginning, the end, and both', () => {
    const two = { ...isPrivate, [east(2, 0)]: level(accessLevel.ends) };
    expect(minutes(town({ access: two }), 'car', east(1, 0), east(3, 0))).toBe(6);
    expect(minutes(town({ access: two }), 'car', east(0, 0), east(1, 0))).toBe(3);
    expect(minutes(town({ access: two }), 'car', east(1, 0), east(2, 0))).toBe(3);
  });

  it('can be the end only after it was left for good', () => {
    // From one private street to another: round by the open streets between them.
    const apart = { ...isPrivate, [east(3, 0)]: level(accessLevel.ends) };
    expect(minutes(town({ access: apart }), 'car', east(1, 0), east(3, 0))).toBe(6);
  });
});

describe('an open street behind private ones', () => {
  // The corner junction (0,0) with the street to its east and the one to its north: only the first is open.
  const corner = {
    [north(0, 0)]: level(accessLevel.ends),
    [east(1, 0)]: level(accessLevel.ends),
    [north(1, 0)]: level(accessLevel.ends),
  };

  it('is within reach once enclosed streets count as private too', () => {
    const columns = town({ access: corner });
    expect(minutes(columns, 'car', east(0, 0), east(3, 3))).toBeNull();
    expect(minutes(endEnclosed(columns), 'car', east(0, 0), east(3, 3))).toBe(
      minutes(town({}), 'car', east(0, 0), east(3, 3)),
    );
    expect(endEnclosed(toytown).edgeAccess).toEqual(toytown.edgeAccess);
  });
});

describe('a turn restriction', () => {
  const turn = (
    kind: 'no' | 'only',
    from: number,
    via: number,
    to: number,
    more: Partial<TurnRestriction> = {},
  ) => ({
    kind,
    fromEdge: from,
    viaNode: via,
    viaEdges: [],
    toEdge: to,
    modes: ['car'] as const,
    ...more,
  });
  // Going east on row 0 to junction 1, then north.
  const left = [east(0, 0), 1, north(1, 0)] as const;

  it('keeps a car from turning left, and no walker', () => {
    const columns = town({ restrictions: [turn('no', ...left)] });
    expect(minutes(town({}), 'car', left[0], left[2])).toBe(3);
    // Back over junction 0 and round the block: half, north, east, half from above.
    expect(minutes(columns, 'car', left[0], left[2])).toBe(9);
    expect(minutes(columns, 'foot', left[0], left[2])).toBe(25);
    expect(minutes(columns, 'car', left[2], left[0]), 'the other way is free').toBe(3);
    expect(minutes(columns, 'car', east(1, 0), left[2]), 'from the other side too').toBe(3);
  });

  it('leaves one way on where it says only', () => {
    const columns = town({ restrictions: [turn('only', left[0], 1, east(1, 0))] });
    expect(minutes(columns, 'car', left[0], east(1, 0))).toBe(3);
    expect(minutes(columns, 'car', left[0], left[2])).toBe(9);
  });

  it('looks back over a street on the way', () => {
    // East, north, then no turn back west: the U round the block's side.
    const around = turn('no', left[0], 1, east(0, 1), { viaEdges: [north(1, 0)] });
    const columns = town({ restrictions: [around] });
    expect(minutes(town({}), 'car', north(2, 0), east(0, 1))).toBe(
      minutes(columns, 'car', north(2, 0), east(0, 1)),
    );
    const [free, bound] = [town({}), columns].map((each) => minutes(each, 'car', left[0], east(0, 1)));
    expect(free, 'over junction 0 as long as over junction 1').toBe(6);
    expect(bound).toBe(6);
    const oneWay = town({ restrictions: [around], access: { [north(0, 0)]: level(accessLevel.closed) } });
    // The short way is forbidden and the other closed: on past junction 1, over junction 2.
    expect(minutes(oneWay, 'car', left[0], east(0, 1))).toBe(12);
  });
});
