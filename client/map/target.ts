import type { SourceName } from '#core/map/layers/layer.ts';

/** Something on the map that can be pointed at: a feature of a source by its id. */
export interface Target {
  readonly source: SourceName;
  readonly id: string;
}

export const isSameTarget = (a: Target | null, b: Target | null): boolean =>
  a?.source === b?.source && a?.id === b?.id;
