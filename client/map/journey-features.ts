import type { Feature, FeatureCollection } from 'geojson';
import type { Bbox, LonLat } from '#core/place/units.ts';
import type { RideLeg, TransitJourney, WalkLeg } from '#core/transit/journey.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';

/**
 * A journey for the source `way`: what is walked is dotted like any stretch off the network, what is ridden or driven
 * is solid; stops are points, the ones where one gets on or off the larger.
 */
export function journeyFeatures(journey: TransitJourney | null, mode: TravelMode): FeatureCollection {
  const features =
    journey === null ? [] : [...journey.legs.map((leg) => lineOf(leg, mode)), ...stopsOf(journey)];
  return { type: 'FeatureCollection', features };
}

const positions = (points: readonly LonLat[]) => points.map(([lon, lat]) => [lon, lat]);

const pointsOf = (leg: WalkLeg | RideLeg): readonly LonLat[] => {
  if (leg.kind === 'ride') return leg.stops.map(({ lonLat }) => lonLat);
  return leg.line.length > 1 ? leg.line : [leg.from.lonLat, leg.to.lonLat];
};

const lineOf = (leg: WalkLeg | RideLeg, mode: TravelMode): Feature => {
  const isWalked = leg.kind === 'walk' && (mode === 'foot' || mode === 'public-transport');
  return {
    type: 'Feature',
    properties: { role: isWalked ? 'off-road' : 'road' },
    geometry: { type: 'LineString', coordinates: positions(pointsOf(leg)) },
  };
};

const stopsOf = ({ legs }: TransitJourney): Feature[] =>
  legs.flatMap((leg) =>
    leg.kind === 'walk'
      ? []
      : leg.stops.map(({ name, lonLat }, index): Feature => {
          const isEnd = index === 0 || index === leg.stops.length - 1;
          return {
            type: 'Feature',
            properties: { role: isEnd ? 'change' : 'stop', name },
            geometry: { type: 'Point', coordinates: [...lonLat] },
          };
        }),
  );

const marginShare = 0.2;
const leastDegrees = 0.004;

/** The box around a journey with a little room; null for none. */
export function journeyBounds(journey: TransitJourney | null): Bbox | null {
  const points = journey?.legs.flatMap(pointsOf) ?? [];
  if (points.length === 0) return null;
  const range = (values: readonly number[]): [number, number] => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const margin = Math.max((most - least) * marginShare, leastDegrees);
    return [least - margin, most + margin];
  };
  const [west, east] = range(points.map(([lon]) => lon));
  const [south, north] = range(points.map(([, lat]) => lat));
  return [west, south, east, north];
}
