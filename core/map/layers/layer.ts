import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Language } from '../../language/routes.ts';
import type { Shape } from '../scene/primitives.ts';
import type { Sheet } from '../scene/sheet.ts';
import type { Theme } from '../theme.ts';

/**
 * GeoJSON sources of the screen map, all with `promoteId: "id"`. Properties that the layers read:
 * - territories: id, kind, nameLv, nameEn; `colour` (#rrggbb of the class) or `blank: true`, or neither
 * - territory-labels: points with nameLv, nameEn, kind
 * - landcover: kind
 * - roads: highway, role
 * - settlements: nameLv, kind, people (number or null)
 * - cells: id; `colour` or `blank: true`
 * - round-trip: id, `status` (roundTripStatuses)
 * - venues: id, nameLv, nameEn, `marker` (markerImageId of the kind), `count` (shown when above 1)
 * - way: role ("road", "link", "off-road")
 * Feature state: `hover` and `selected` (boolean) on territories, cells, round-trip and venues.
 */
export const sourceNames = [
  'territories',
  'territory-labels',
  'landcover',
  'roads',
  'settlements',
  'cells',
  'round-trip',
  'venues',
  'way',
] as const;
export type SourceName = (typeof sourceNames)[number];

/** One layer of the map, told once for the screen and for the figure. */
export interface MapLayer {
  readonly id: string;
  /** Layers for MapLibre, bottom first. */
  readonly style: (theme: Theme, language: Language) => readonly LayerSpecification[];
  /** The same on paper, bottom first. */
  readonly draw: (sheet: Sheet) => readonly Shape[];
}

/** The family of all labels; the page and the figure bring the same font. */
export const fontFamily = 'Source Sans 3';

/** Name in the language, Latvian where there is no other. */
export const nameIn = (language: Language): ExpressionSpecification =>
  language === 'en'
    ? ['coalesce', ['get', 'nameEn'], ['get', 'nameLv'], '']
    : ['coalesce', ['get', 'nameLv'], ''];

/** One value where the feature has the state, another where it has not. */
export const whenState = <T extends string | number>(
  state: 'hover' | 'selected',
  yes: T,
  no: T,
): ExpressionSpecification => ['case', ['boolean', ['feature-state', state], false], yes, no];

/** A number growing with the zoom from one stop to the other. */
export const growing = (
  fromZoom: number,
  from: number,
  toZoom: number,
  to: number,
): ExpressionSpecification => ['interpolate', ['exponential', 1.5], ['zoom'], fromZoom, from, toZoom, to];
