import type { VenueKind } from '../../offer/venue.ts';
import { type Frame, project } from './frame.ts';
import type { FigureInput } from './input.ts';
import type { Box, Point } from './primitives.ts';

/** One mark on the map: a kind of venue at a place, and how many venues it stands for. */
export interface Mark {
  readonly kind: VenueKind;
  readonly at: Point;
  readonly count: number;
}

export const markRadius = 2.9;
/** Venues closer than this on paper share one mark for each kind. */
const joinDistance = 5.5;
const step = markRadius * 2 + 1.6;

interface Cluster {
  readonly at: Point;
  readonly kinds: VenueKind[];
}

/**
 * Marks of all venues of the subject. Venues that would print on top of each other stand as one mark
 * for each kind, side by side around their place, with a count.
 */
export const marksOf = ({ subject }: FigureInput, frame: Frame): readonly Mark[] => {
  const clusters: Cluster[] = [];
  for (const { lonLat, kind } of subject.marks.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const at = project(frame, lonLat);
    const near = clusters.find((c) => Math.hypot(c.at[0] - at[0], c.at[1] - at[1]) < joinDistance);
    if (near === undefined) clusters.push({ at, kinds: [kind] });
    else near.kinds.push(kind);
  }
  return clusters.flatMap(spread);
};

/** Kinds of one place in rows of three, centred on it. */
const spread = ({ at: [x, y], kinds }: Cluster): Mark[] => {
  const counted = [...Map.groupBy(kinds.toSorted(), (kind) => kind)];
  const columns = Math.min(3, counted.length);
  const rows = Math.ceil(counted.length / columns);
  return counted.map(([kind, all], i) => ({
    kind,
    count: all.length,
    at: [
      x + ((i % columns) - (columns - 1) / 2) * step,
      y + (Math.floor(i / columns) - (rows - 1) / 2) * step,
    ],
  }));
};

/** Paper that a mark takes, with its count. */
export const markBox = ({ at: [x, y], count }: Mark): Box => ({
  left: x - markRadius - 0.8,
  right: x + markRadius + (count > 1 ? 5 : 0.8),
  top: y - markRadius - 0.8,
  bottom: y + markRadius + 0.8,
});
