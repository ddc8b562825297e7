import type { LonLat } from '../../place/units.ts';
import type { Passage } from './barrier.ts';
import type { OsmHeader } from './header.ts';
import type { DropReason } from './highway.ts';
import type { NodeTable } from './node-table.ts';
import type { IgnoredReason, RawRestriction } from './restriction.ts';
import type { RoadProfile } from './road.ts';
import type { ShapeKind } from './shape.ts';

/** Ways in columns: the nodes of way w are `refs[offset[w]] .. refs[offset[w + 1]]`, as indices of the node table. */
export interface Ways {
  readonly ids: Float64Array;
  readonly offset: Int32Array;
  readonly refs: Int32Array;
}

/** A relation whose member ways make up an area. */
export interface RawArea {
  readonly id: number;
  readonly kind: ShapeKind;
  /** Ids of ways, outer and inner alike: which is which follows from how they lie. */
  readonly ways: readonly number[];
}

export interface Place {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly lonLat: LonLat;
  readonly population: number | null;
}

/** A node that is more than a bend. */
export interface Point {
  readonly kind: 'plain' | 'signals' | 'level-crossing';
  readonly passage: Passage;
}

/** All that is kept of a file. */
export interface OsmExtract {
  readonly header: OsmHeader;
  readonly nodes: NodeTable;
  readonly roads: Ways & {
    /** Index into `profiles`. */
    readonly profile: Int32Array;
    /** Indices into `texts`; 0 is none. */
    readonly name: Int32Array;
    readonly ref: Int32Array;
  };
  readonly profiles: readonly RoadProfile[];
  readonly texts: readonly string[];
  /** Outlines, and ways that are only members of `areas` (kind null). */
  readonly shapes: Ways & { readonly kind: readonly (ShapeKind | null)[] };
  readonly areas: readonly RawArea[];
  /** By index of the node table. */
  readonly points: ReadonlyMap<number, Point>;
  readonly places: readonly Place[];
  readonly restrictions: readonly RawRestriction[];
  readonly counts: {
    readonly nodes: number;
    readonly ways: number;
    readonly relations: number;
    readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
    readonly restrictionsIgnored: Readonly<Partial<Record<IgnoredReason, number>>>;
  };
}
