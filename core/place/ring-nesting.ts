import { boxOf, isInRing, type Polygons, type Ring, signedArea } from './ring.ts';

/** A place of the first ring that the second does not hold, asked whether it lies within the second. */
function liesWithin(inner: Ring, outer: Ring): boolean {
  const corners = new Set(outer.map(([x, y]) => `${x} ${y}`));
  const own = inner.find(([x, y]) => !corners.has(`${x} ${y}`));
  if (own !== undefined) return isInRing(own, outer);
  const [a, b] = [inner[0] ?? [0, 0], inner[1] ?? [0, 0]];
  return isInRing([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], outer);
}

const turned = (ring: Ring, isCounterClockwise: boolean): Ring =>
  signedArea(ring) > 0 === isCounterClockwise ? ring : ring.toReversed();

/**
 * Polygons of tidied rings by how they lie in one another, whatever their direction in the file: a ring within
 * none is an outline, one within an outline a hole, one within a hole an outline again.
 */
export function nestRings(rings: readonly Ring[]): { polygons: Polygons; turned: number } {
  const items = rings
    .map((ring) => ({ ring, area: Math.abs(signedArea(ring)), box: boxOf([ring]), depth: 0 }))
    .sort((a, b) => b.area - a.area);
  const polygons: { outer: (typeof items)[number]; rings: Ring[] }[] = [];
  for (const [i, item] of items.entries()) {
    const around = items
      .slice(0, i)
      .filter(({ ring, box }) => holds(box, item.box) && liesWithin(item.ring, ring));
    item.depth = around.length;
    const parent = around.at(-1);
    const home = item.depth % 2 === 1 ? polygons.find(({ outer }) => outer === parent) : undefined;
    if (home === undefined) polygons.push({ outer: item, rings: [turned(item.ring, true)] });
    else home.rings.push(turned(item.ring, false));
  }
  const wrong = items.filter(({ ring, depth }) => signedArea(ring) > 0 !== (depth % 2 === 0)).length;
  return { polygons: polygons.map((polygon) => polygon.rings), turned: wrong };
}

type Box = ReturnType<typeof boxOf>;
const holds = (a: Box, b: Box): boolean => a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3];
