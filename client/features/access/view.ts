import { accessChoices, eventChoices, offerParameter } from '../../access-choices.ts';
import { identifier, type Parameter, type State, wholeNumber } from '../../ui/search-state.ts';
import type { Sort } from '../../ui/sortable-table.tsx';

/** "people", or "-people" for descending. */
const sort = (fallback: Sort): Parameter<Sort> => ({
  fallback,
  parse: (text) => {
    const key = text.replace(/^-/, '');
    return /^[a-z0-9-]{1,40}$/i.test(key) ? { key, isDescending: text.startsWith('-') } : undefined;
  },
  format: ({ key, isDescending }) => `${isDescending ? '-' : ''}${key}`,
});

/** Every choice of the Access door. */
export const accessView = {
  ...accessChoices,
  /** A second offer beside the first; '' for none. */
  compare: offerParameter(''),
  territory: identifier(),
  cell: identifier(),
  /** The venue whose catchment is outlined. */
  venue: identifier(),
  /** Which of the journeys found is drawn, from 1. */
  way: wholeNumber(1, 20, 1),
  /** By public transport: which journey of that way, from 1. */
  journey: wholeNumber(1, 240, 1),
  ...eventChoices,
  sort: sort({ key: 'place', isDescending: false }),
};

export type AccessView = State<typeof accessView>;

/** Measures whose value depends on the threshold. */
export const usesCutoff = (measure: AccessView['measure']): boolean =>
  measure === 'people-within' || measure === 'venues-within';

/** Measures that ask for a way to a venue of the offer, and not to the town. */
export const usesOffer = (measure: AccessView['measure']): boolean => measure !== 'way-to-town';
