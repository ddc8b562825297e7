import { useMemo } from 'react';
import { fill } from '#core/language/format.ts';
import { useLanguage, useWords } from '../ui/language-context.tsx';
import { Attribution } from './attribution.tsx';
import { BaseMap } from './base-map.tsx';
import { outlineId } from './features.ts';
import { journeyFeatures } from './journey-features.ts';
import type { InsideShell } from './map-shell.tsx';
import { eventVenue, roundTripCells, roundTripTerritories } from './round-trip-features.ts';
import type { RoundTripMapProps } from './round-trip-map.tsx';
import { useBaseData } from './use-base-data.ts';
import type { Sources } from './use-sources.ts';
import { useTheme } from './use-theme.ts';

const pickLayers = {
  // Between the cells nobody lives: there the parish is what can be chosen.
  cells: ['cells-fill', 'land-region'],
  parishes: ['territories-fill', 'territories-blank'],
} as const;

const drawnHere = ['population', 'events', 'venues', 'timetable'] as const;

/** The ground with the cells or parishes of an event on it. */
export function RoundTripCanvas({ answer, level, journey, ...props }: RoundTripMapProps & InsideShell) {
  const language = useLanguage();
  const theme = useTheme();
  const { access } = useWords();
  const base = useBaseData(language);
  const { selected, outlines } = props;
  const cells = useMemo(() => roundTripCells(answer, level, outlines), [answer, level, outlines]);
  const chosen = useMemo(
    () => [...selected, ...outlines.map((_, index) => ({ source: 'cells', id: outlineId(index) }) as const)],
    [selected, outlines],
  );
  const borders = base.sources.territories;
  const territories = useMemo(
    () => (borders && level === 'parishes' ? roundTripTerritories(borders, answer) : borders),
    [borders, answer, level],
  );
  const venues = useMemo(() => eventVenue(answer), [answer]);
  const way = useMemo(() => journeyFeatures(journey, answer.query.mode), [journey, answer]);
  const sources = useMemo(
    (): Sources => ({ ...base.sources, ...(territories ? { territories } : {}), cells, venues, way }),
    [base.sources, territories, cells, venues, way],
  );
  if (base.about === null || base.bounds === null) return <p className="map-message">{access.map.loading}</p>;
  return (
    <BaseMap
      language={language}
      theme={theme}
      bounds={base.bounds}
      label={fill(access.map.accessLabel, { what: props.what })}
      sources={sources}
      isComplete={base.isComplete}
      selected={chosen}
      pickLayers={pickLayers[level]}
      onPick={props.onSelect}
      describe={props.describe}
      attribution={<Attribution about={base.about} drawn={drawnHere} />}
      onBroken={props.onBroken}
    />
  );
}
