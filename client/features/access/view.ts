import { measureIds } from '#core/access/answer.ts';
import { venueKinds, venueStatuses } from '#core/offer/venue.ts';
import { modes } from '#core/roads/street.ts';
import type { QueryValues } from '../../request.ts';
import {
  choice,
  choices,
  identifier,
  type Parameter,
  type State,
  wholeNumber,
} from '../../ui/search-state.ts';
import type { Sort } from '../../ui/sortable-table.tsx';

export const levels = ['parishes', 'cells'] as const;
export type Level = (typeof levels)[number];

/** An offer as the API writes it: "culture", kinds joined by commas, or "venue:<id>"; '' for none. */
const offer = (fallback: string): Parameter<string> => ({
  fallback,
  parse: (text) => {
    const isKinds = text.split(',').every((kind) => (venueKinds as readonly string[]).includes(kind));
    return text === 'culture' || isKinds || /^venue:[A-Za-z0-9_-]{1,100}$/.test(text) ? text : undefined;
  },
  format: (value) => value,
});

/** "people" or "-people" for descending. */
const sort = (fallback: Sort): Parameter<Sort> => ({
  fallback,
  parse: (text) => {
    const key = text.replace(/^-/, '');
    return /^[a-z0-9-]{1,40}$/i.test(key) ? { key, isDescending: text.startsWith('-') } : undefined;
  },
  format: ({ key, isDescending }) => `${isDescending ? '-' : ''}${key}`,
});

/** Every choice of the Access door. Names and values are those of the API wherever both have them. */
export const accessView = {
  measure: choice(measureIds, 'nearest'),
  offer: offer('culture'),
  mode: choice(modes, 'car'),
  cutoffMinutes: wholeNumber(1, 180, 30),
  venueStatus: choices(venueStatuses, ['open']),
  level: choice(levels, 'parishes'),
  /** A second offer beside the first; '' for none. */
  compare: offer(''),
  territory: identifier(),
  cell: identifier(),
  /** Which of the journeys found is drawn, from 1. */
  way: wholeNumber(1, 20, 1),
  sort: sort({ key: 'place', isDescending: false }),
};

export type AccessView = State<typeof accessView>;

type Asked = Pick<AccessView, 'offer' | 'mode' | 'cutoffMinutes' | 'venueStatus'>;

/** The part of a view that the API answers. */
export const accessParametersOf = (view: Asked): QueryValues => ({
  offer: view.offer,
  mode: view.mode,
  cutoffMinutes: view.cutoffMinutes,
  venueStatus: view.venueStatus.join(','),
});

/** Measures whose value depends on the threshold. */
export const usesCutoff = (measure: AccessView['measure']): boolean =>
  measure === 'people-within' || measure === 'venues-within';

/** Measures that ask for a way to a venue of the offer, and not to the town. */
export const usesOffer = (measure: AccessView['measure']): boolean => measure !== 'way-to-town';
