import { useWords } from '../ui/language-context.tsx';
import { Attribution } from './attribution.tsx';
import { BaseMap } from './base-map.tsx';
import type { EventsMapProps } from './events-map.tsx';
import type { InsideShell } from './map-shell.tsx';
import { Pins } from './pins.tsx';
import { useBaseData } from './use-base-data.ts';
import { useTheme } from './use-theme.ts';

const drawnHere = ['events', 'venues'] as const;

/** The ground and the pins of the Events door. */
export function EventsCanvas({ onBroken, ...pins }: EventsMapProps & InsideShell) {
  const { language } = pins;
  const theme = useTheme();
  const { access } = useWords();
  const { about, bounds, sources, isComplete } = useBaseData(language);
  if (about === null || bounds === null) return <p className="map-message">{access.map.loading}</p>;
  return (
    <BaseMap
      language={language}
      theme={theme}
      bounds={bounds}
      startBounds={pins.startBounds ?? bounds}
      onView={pins.onMove}
      label={access.map.eventsLabel}
      sources={sources}
      isComplete={isComplete}
      attribution={<Attribution about={about} drawn={drawnHere} />}
      onBroken={onBroken}
    >
      <Pins {...pins} />
    </BaseMap>
  );
}
