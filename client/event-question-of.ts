import type { AccessChoices, EventChoices } from './access-choices.ts';
import type { EventQuestion } from './transit/round-trip-query.ts';

/** What of a view the API is asked about an event. */
export const questionOf = ({
  event,
  mode,
  startShift,
  endShift,
}: EventChoices & Pick<AccessChoices, 'mode'>): EventQuestion => ({
  occurrenceId: event,
  mode,
  startShiftMinutes: startShift,
  endShiftMinutes: endShift,
});
