import type { Feature } from '../../api.ts';
import { EventsMap } from '../../map/events-map.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { pinOf } from './pins.ts';

const stay = () => undefined;

/** The one venue of a page on the map; nothing where its position is not known. */
export const VenueMap = (props: { venue: Feature<'venues'>; name: string; count: number }) => {
  const language = useLanguage();
  const { events } = useWords();
  const pin = pinOf(props.venue, props.name, props.count);
  if (pin === null) return null;
  return (
    <section className="page-map print-hidden" aria-label={events.map}>
      <EventsMap language={language} pins={[pin]} activeVenueId={pin.venueId} onSelect={stay} />
    </section>
  );
};
