import type { LonLat } from '#core/place/units.ts';

/** Positions closer than this many decimals of a degree (about 6-11 m) count as one point. */
const samePointDecimals = 4;

export type Offset = readonly [rightPixels: number, downPixels: number];

interface Placed {
  readonly id: string;
  readonly lonLat: LonLat;
}

/**
 * Screen offsets that draw symbols apart which share one point, as venues do that are known only by
 * their village. The data stay where they are; only the drawing moves, by the same pixels at every
 * zoom. A symbol alone on its point is not moved.
 *
 * @param gapPixels distance between neighbours on the ring, centre to centre
 * @returns one offset for each id, the same for every order of the input
 */
export function fanOffsets(placed: readonly Placed[], gapPixels: number): ReadonlyMap<string, Offset> {
  const offsets = new Map<string, Offset>();
  for (const group of Map.groupBy(placed, pointKey).values()) {
    const ids = group.map((symbol) => symbol.id).sort();
    const radius = ringRadius(ids.length, gapPixels);
    ids.forEach((id, index) => {
      const angle = (2 * Math.PI * index) / ids.length - Math.PI / 2;
      offsets.set(id, [round(radius * Math.cos(angle)), round(radius * Math.sin(angle))]);
    });
  }
  return offsets;
}

/** Radius on which `count` symbols stand `gap` apart; 0 for one symbol. */
function ringRadius(count: number, gap: number): number {
  return count < 2 ? 0 : gap / (2 * Math.sin(Math.PI / count));
}

function pointKey({ lonLat: [lon, lat] }: Placed): string {
  return `${lon.toFixed(samePointDecimals)} ${lat.toFixed(samePointDecimals)}`;
}

const round = (pixels: number) => Math.round(pixels * 10) / 10 || 0;
