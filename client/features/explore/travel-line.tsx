import { fill, formatMinutes } from '#core/language/format.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { datasetsOfTravel, useIsModel } from '../../model-data.ts';
import { ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import type { TravelTime } from './travel.ts';

interface TravelLineProps {
  readonly time: TravelTime;
  readonly mode: TravelMode;
  /** False in a list that says once for all its rows where travel times are model data. */
  readonly isMarked?: boolean;
}

/** "27 min by car", marked where it comes of model data, or why there is no time. Nothing while no home is chosen. */
export const TravelLine = ({ time, mode, isMarked = true }: TravelLineProps) => {
  const language = useLanguage();
  const { events, modes, reasons, shell, transit } = useWords();
  const isModel = useIsModel(datasetsOfTravel(mode));
  switch (time.state) {
    case 'no-home':
      return null;
    case 'by-date':
      return <span className="muted">{transit.byDate}</span>;
    case 'waiting':
      return <span className="muted">{shell.loading}</span>;
    case 'known':
      return (
        <span>
          <strong>
            {fill(events.travelLine, { minutes: formatMinutes(language, time.minutes), mode: modes[mode] })}
          </strong>{' '}
          {isMarked && isModel ? <ModelBadge /> : null}
        </span>
      );
    case 'blank': {
      const reason = {
        'no-venue': events.noVenueReason,
        'no-position': events.noPositionReason,
        'no-route': reasons['no-route'],
      }[time.reason];
      return <span className="muted">{fill(events.travelBlank, { reason })}</span>;
    }
  }
};
