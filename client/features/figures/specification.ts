import type {
  AccessFigureInput,
  FigureSpecificationInput,
  RoundTripFigureInput,
} from '#core/contract/figure.ts';
import type { Language } from '#core/language/routes.ts';
import { accessChoices, departureOf, eventChoices, isAskable } from '../../access-choices.ts';
import { freeText, type State, wholeNumber } from '../../ui/search-state.ts';

/** Width of a figure on paper in millimetres. */
export const widthLimits = { min: 120, max: 400 };
const textLimit = 160;

/** Everything a figure is made of, held in the address: a link to the form is a link to the draft. */
export const figureView = {
  ...accessChoices,
  ...eventChoices,
  titleLv: freeText(textLimit),
  titleEn: freeText(textLimit),
  subtitleLv: freeText(textLimit),
  subtitleEn: freeText(textLimit),
  widthMm: wholeNumber(widthLimits.min, widthLimits.max, 160),
};
export type FigureView = State<typeof figureView>;

/** The draft as the API takes it; an empty text is null, to be written from the other choices. */
export function specificationOf(view: FigureView): FigureSpecificationInput {
  return view.ask === 'event' ? roundTripSpecification(view) : accessSpecification(view);
}

const accessSpecification = (view: FigureView): AccessFigureInput => ({
  measure: view.measure,
  offer: view.offer,
  mode: view.mode,
  ...departureOf(view),
  cutoffMinutes: view.cutoffMinutes,
  venueStatus: view.venueStatus.join(','),
  ...drawingOf(view),
});

const roundTripSpecification = (view: FigureView): RoundTripFigureInput => ({
  measure: 'round-trip',
  occurrenceId: view.event,
  mode: view.mode,
  startShiftMinutes: view.startShift,
  endShiftMinutes: view.endShift,
  ...drawingOf(view),
});

const drawingOf = (view: FigureView) => ({
  level: view.level,
  title: { lv: orNull(view.titleLv), en: orNull(view.titleEn) },
  subtitle: { lv: orNull(view.subtitleLv), en: orNull(view.subtitleEn) },
  widthMm: view.widthMm,
});

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** Whether a figure of the draft can be asked for: an event must be chosen, and public transport needs a day. */
export const isDrawable = (view: FigureView): boolean =>
  view.ask === 'event' ? view.event !== '' : isAskable(view);

/** The same key for the same drawing. */
export const previewKey = (view: FigureView, language: Language): readonly string[] => [
  'figure-preview',
  language,
  JSON.stringify(specificationOf(view)),
];

/** The draft that a kept specification was made from. */
export function readSpecification(specification: FigureSpecificationInput): Partial<FigureView> {
  const { title, subtitle } = specification;
  return {
    ...(specification.measure === 'round-trip' ? roundTripIn(specification) : accessIn(specification)),
    ...(specification.mode === undefined ? {} : { mode: specification.mode }),
    // What the API takes where a specification names no level.
    level: specification.level ?? 'parishes',
    ...(specification.widthMm === undefined ? {} : { widthMm: specification.widthMm }),
    titleLv: title?.lv ?? '',
    titleEn: title?.en ?? '',
    subtitleLv: subtitle?.lv ?? '',
    subtitleEn: subtitle?.en ?? '',
  };
}

const accessIn = (specification: AccessFigureInput): Partial<FigureView> => ({
  measure: specification.measure,
  ...departureIn(specification),
  ...(specification.offer === undefined ? {} : { offer: specification.offer }),
  ...(typeof specification.cutoffMinutes === 'number' ? { cutoffMinutes: specification.cutoffMinutes } : {}),
  venueStatus: figureView.venueStatus.parse(specification.venueStatus ?? 'open') ?? ['open'],
});

const roundTripIn = (specification: RoundTripFigureInput): Partial<FigureView> => ({
  ask: 'event',
  event: specification.occurrenceId,
  // What the API takes where a specification names no way of travel.
  mode: specification.mode ?? 'public-transport',
  startShift: specification.startShiftMinutes ?? 0,
  endShift: specification.endShiftMinutes ?? 0,
});

/** Day and departures that a specification names. */
function departureIn({ date, from, windowMinutes, percentile }: AccessFigureInput): Partial<FigureView> {
  return {
    ...(typeof date === 'string' ? { date } : {}),
    ...(from === undefined ? {} : { from }),
    ...(typeof windowMinutes === 'number' ? { windowMinutes } : {}),
    ...(typeof percentile === 'number' ? { percentile } : {}),
  };
}
