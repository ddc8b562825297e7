import { type EventCategory, eventCategories } from '#core/offer/event.ts';
import { travelModes } from '#core/transit/travel-mode.ts';
import { choice, day, flag, freeText, identifier, type State } from '../../ui/search-state.ts';
import { box } from './box.ts';

export const whenChoices = ['30days', 'today', 'tomorrow', 'weekend', '7days', 'dates'] as const;
export type WhenChoice = (typeof whenChoices)[number];

/** Minutes a resident may choose as the longest way; '' is no limit. */
export const withinChoices = ['', '15', '30', '45', '60', '90'] as const;

const anyCategory: readonly (EventCategory | '')[] = ['', ...eventCategories];

/** The resident's journey: kept in the address of every page of the door. A position is never among them. */
export const travelChoices = {
  /** Settlement that travel starts from. */
  home: identifier(),
  mode: choice(travelModes, 'car'),
};

/** Choices of the list of events. */
export const eventChoices = {
  ...travelChoices,
  when: choice(whenChoices, '30days'),
  from: day(),
  to: day(),
  /** Territory where the event happens. */
  in: identifier(),
  category: choice(anyCategory, ''),
  free: flag(),
  q: freeText(),
  within: choice(withinChoices, ''),
  /** Only dates from which one gets home again. */
  roundTrip: flag(),
  sort: choice(['time', 'travel'] as const, 'time'),
  venue: identifier(),
  /** The part of the land that the list is narrowed to: what the map shows, when that is asked for. */
  bbox: box(),
};

export type EventChoices = State<typeof eventChoices>;
