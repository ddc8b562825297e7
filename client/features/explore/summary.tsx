import { fill, plural } from '#core/language/format.ts';
import { apiBase } from '../../api.ts';
import { apiUrl } from '../../request.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { noTripReasons } from './selection.ts';
import type { Explore } from './use-explore.ts';

/** How many dates fit, what was left out and why, and the selection as a calendar. */
export const Summary = ({ explore }: { explore: Explore }) => {
  const language = useLanguage();
  const { events, shell, transit } = useWords();
  const { choices, selection, pages, matched, narrowing, update } = explore;
  const isLocal = choices.within !== '' || choices.roundTrip || choices.venue !== '' || choices.bbox !== null;
  const left = noTripReasons.filter((reason) => selection.withoutTrip[reason] !== undefined);
  const leftCount = left.reduce((sum, reason) => sum + (selection.withoutTrip[reason] ?? 0), 0);
  const leftList = left
    .map((reason) => fill(transit.hiddenBy[reason], { n: selection.withoutTrip[reason] ?? 0 }))
    .join(', ');
  const count = isLocal && !pages.hasNextPage ? selection.rows.length : matched;
  const isFiltering = choices.roundTrip && selection.rows.some(({ trip }) => trip.state === 'waiting');
  const isWaiting = pages.isPlaceholderData || isFiltering;
  const venueName =
    selection.rows.find(({ listing }) => listing.venueId === choices.venue)?.listing.venueName ??
    choices.venue;
  return (
    <div className="summary">
      <p role="status">
        {/* While a new answer is on its way the list still shows the one before it, and the filter lets pass what is not known yet. */}
        <strong>{isWaiting ? shell.loading : plural(language, count, events.count)}</strong>
        {selection.withoutTime > 0
          ? ` ${plural(language, selection.withoutTime, events.hiddenWithoutTime)}`
          : null}
        {selection.withoutPlace > 0
          ? ` ${plural(language, selection.withoutPlace, events.hiddenWithoutPlace)}`
          : null}
        {leftCount > 0 ? ` ${fill(plural(language, leftCount, transit.hidden), { list: leftList })}` : null}
      </p>
      {choices.venue === '' ? null : (
        <p>
          {fill(events.onlyVenue, { venue: venueName })}{' '}
          <Button kind="quiet" onClick={() => update({ venue: '' })}>
            {events.allVenues}
          </Button>
        </p>
      )}
      <p className="print-hidden">
        <a
          href={apiUrl(`${apiBase}/events.ics`, language, {
            ...narrowing,
            venueId: choices.venue,
            bbox: choices.bbox?.join(',') ?? '',
          })}
        >
          {events.calendar}
        </a>
        {choices.within === '' && !choices.roundTrip ? null : ` ${events.calendarWithoutTravel}`}
      </p>
    </div>
  );
};
