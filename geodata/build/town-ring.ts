import type { Lks92 } from '#core/place/units.ts';

const sides = 24;
const offsetMetres = 250;

/**
 * Pairs of seeds inside and outside a regular polygon of the official area around a town's centroid.
 * The border of their Voronoi cells is that polygon, which is why a town, whose real outline is not
 * in the facts, becomes a compact cell of the right size.
 */
export function townRing(centre: Lks92, areaKm2: number): { inside: Lks92; outside: Lks92 }[] {
  const apothem = Math.sqrt((areaKm2 * 1e6) / (sides * Math.tan(Math.PI / sides)));
  return Array.from({ length: sides }, (_, index) => {
    const angle = (2 * Math.PI * (index + 0.5)) / sides;
    const at = (radius: number) => ({
      east: centre.east + radius * Math.cos(angle),
      north: centre.north + radius * Math.sin(angle),
    });
    return { inside: at(apothem - offsetMetres), outside: at(apothem + offsetMetres) };
  });
}
