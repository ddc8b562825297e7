import { useMemo } from 'react';
import { fill } from '#core/language/format.ts';
import { useLanguage, useWords } from '../ui/language-context.tsx';
import { Attribution } from './attribution.tsx';
import { BaseMap } from './base-map.tsx';
import { journeyBounds, journeyFeatures } from './journey-features.ts';
import type { JourneyMapProps } from './journey-map.tsx';
import type { InsideShell } from './map-shell.tsx';
import { useBaseData } from './use-base-data.ts';
import type { Sources } from './use-sources.ts';
import { useTheme } from './use-theme.ts';

const drawnHere = ['timetable', 'venues'] as const;

/** The ground with one journey on it, in sight from end to end. */
export function JourneyCanvas({ journey, mode, what, onBroken }: JourneyMapProps & InsideShell) {
  const language = useLanguage();
  const theme = useTheme();
  const { access, transit } = useWords();
  const { about, bounds, sources: ground, isComplete } = useBaseData(language);
  const way = useMemo(() => journeyFeatures(journey, mode), [journey, mode]);
  const sources = useMemo((): Sources => ({ ...ground, way }), [ground, way]);
  if (about === null || bounds === null) return <p className="map-message">{access.map.loading}</p>;
  return (
    <BaseMap
      language={language}
      theme={theme}
      bounds={bounds}
      startBounds={journeyBounds(journey) ?? bounds}
      label={fill(transit.mapLabel, { what })}
      sources={sources}
      isComplete={isComplete}
      attribution={<Attribution about={about} drawn={drawnHere} />}
      onBroken={onBroken}
    />
  );
}
