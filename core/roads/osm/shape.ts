import type { Tags } from './highway.ts';

/** What a closed line or a multipolygon covers, as far as it is drawn or makes roads built-up. */
export type ShapeKind = 'lake' | 'wood' | 'built-up' | 'place' | 'coast';

const builtUpUses: readonly string[] = ['residential', 'commercial', 'retail', 'industrial'];
const places: readonly string[] = [
  'city',
  'town',
  'village',
  'borough',
  'suburb',
  'quarter',
  'neighbourhood',
  'city_block',
];

/** Rivers and lakes are one kind of water here. */
const isWater = (tags: Tags): boolean =>
  tags.get('natural') === 'water' ||
  tags.get('waterway') === 'riverbank' ||
  ['reservoir', 'basin'].includes(tags.get('landuse') ?? '');

/** The kind of a shape by its tags; null for what is neither drawn nor needed. */
export function shapeKind(tags: Tags): ShapeKind | null {
  if (tags.get('natural') === 'coastline') return 'coast';
  if (isWater(tags)) return 'lake';
  if (tags.get('natural') === 'wood' || tags.get('landuse') === 'forest') return 'wood';
  if (builtUpUses.includes(tags.get('landuse') ?? '')) return 'built-up';
  return places.includes(tags.get('place') ?? '') ? 'place' : null;
}
