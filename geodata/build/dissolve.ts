import type { LonLat } from '#core/place/units.ts';

/*
 * Polygons are unions of cells whose corners are identical where they meet, so a union needs no
 * geometry at all: an edge that occurs in both directions lies inside and is dropped.
 */
type Edge = { readonly from: string; readonly to: string };

const key = ([lon, lat]: LonLat) => `${lon} ${lat}`;
const point = (text: string): LonLat => {
  const [lon, lat] = text.split(' ').map(Number);
  if (lon === undefined || lat === undefined) throw new Error(`not a point: ${text}`);
  return [lon, lat];
};

/** Directed edges that remain when closed rings are united. */
function outline(rings: readonly (readonly LonLat[])[]): Edge[] {
  const edges = new Map<string, Edge>();
  for (const ring of rings) {
    ring.forEach((b, index) => {
      const a = ring[index - 1];
      if (a === undefined) return;
      const [from, to] = [key(a), key(b)];
      if (from === to || edges.delete(`${to}|${from}`)) return;
      edges.set(`${from}|${to}`, { from, to });
    });
  }
  return [...edges.values()];
}

/**
 * Unites closed counter-clockwise rings into closed rings: counter-clockwise outside, clockwise holes.
 * Where rings touch in one point the sharpest turn to the left is taken, so that parts stay simple rings.
 */
export function dissolve(rings: readonly (readonly LonLat[])[]): LonLat[][] {
  const leaving = new Map<string, string[]>();
  for (const { from, to } of outline(rings)) leaving.set(from, [...(leaving.get(from) ?? []), to]);
  const united: LonLat[][] = [];
  for (const start of [...leaving.keys()].sort()) {
    while ((leaving.get(start)?.length ?? 0) > 0) united.push(walk(start, leaving).map(point));
  }
  return united;
}

function walk(start: string, leaving: Map<string, string[]>): string[] {
  const ring = [start];
  let [previous, current] = ['', start];
  do {
    const choices = leaving.get(current) ?? [];
    const next = choices.length > 1 && previous !== '' ? leftmost(previous, current, choices) : choices[0];
    if (next === undefined) throw new Error(`outline breaks off at ${current}`);
    choices.splice(choices.indexOf(next), 1);
    ring.push(next);
    [previous, current] = [current, next];
  } while (current !== start);
  return ring;
}

function leftmost(previous: string, current: string, choices: readonly string[]): string | undefined {
  const direction = (from: string, to: string) => {
    const [a, b] = [point(from), point(to)];
    return Math.atan2(b[1] - a[1], b[0] - a[0]);
  };
  const back = direction(current, previous);
  const turn = (to: string) => (direction(current, to) - back + 4 * Math.PI) % (2 * Math.PI);
  return [...choices].sort((a, b) => turn(a) - turn(b)).at(-1);
}

/** Twice the signed area in square degrees: positive for counter-clockwise rings. */
export function signedArea(ring: readonly LonLat[]): number {
  return ring.reduce((sum, b, index) => {
    const a = ring[index - 1] ?? b;
    return sum + (a[0] * b[1] - b[0] * a[1]);
  }, 0);
}
