import type { FeatureCollection } from 'geojson';
import type { RoundTripAnswer } from '#core/access/round-trip-answer.ts';
import { roundTripColours } from '#core/map/round-trip-colours.ts';
import { shareColour } from '#core/map/round-trip-legend.ts';
import { cellArea, outlineFeatures, venueFeatures } from './features.ts';
import { ringsOf } from './rings.ts';

const collection = (features: FeatureCollection['features']): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

/** Cells in the colour of what their residents can do (none at the level of parishes), and lines around sets. */
export function roundTripCells(
  { cells }: RoundTripAnswer,
  level: 'cells' | 'parishes',
  outlines: readonly (readonly string[])[],
): FeatureCollection {
  const ringOf = ringsOf(cells);
  const areas =
    level === 'parishes'
      ? []
      : cells.id.map((id, index) =>
          cellArea(id, ringOf(id), { colour: roundTripColours[cells.status[index] ?? 'none'] }),
        );
  return collection([...areas, ...outlineFeatures(outlines, ringOf)]);
}

/** Borders in the colour of the share who can come and get home; units without a row are left unfilled. */
export function roundTripTerritories(borders: FeatureCollection, answer: RoundTripAnswer): FeatureCollection {
  const rows = new Map(answer.territories.map((row) => [row.id, row]));
  return collection(
    borders.features.map((feature) => {
      const row = rows.get(String(feature.properties?.id));
      if (row === undefined) return feature;
      const colour = shareColour(row.percent);
      const fill = colour === null ? { blank: true } : { colour };
      return { ...feature, properties: { ...feature.properties, ...fill } };
    }),
  );
}

/** The venue of the event as one mark; nothing where its position is not known. */
export function eventVenue({ event }: RoundTripAnswer): FeatureCollection {
  const { lonLat, place, venueId, occurrenceId } = event;
  if (lonLat === null) return collection([]);
  const venue = { id: venueId ?? occurrenceId, nameLv: place, nameEn: place, lonLat };
  return venueFeatures([venue], () => 'event-place');
}
