import type { AccessFigureInput, FigureSpecificationInput } from '#core/contract/figure.ts';
import type { Language } from '#core/language/routes.ts';
import { accessChoices, departureOf } from '../../access-choices.ts';
import { freeText, type State, wholeNumber } from '../../ui/search-state.ts';

/** Width of a figure on paper in millimetres. */
export const widthLimits = { min: 120, max: 400 };
const textLimit = 160;

/** Everything a figure is made of, held in the address: a link to the form is a link to the draft. */
export const figureView = {
  ...accessChoices,
  titleLv: freeText(textLimit),
  titleEn: freeText(textLimit),
  subtitleLv: freeText(textLimit),
  subtitleEn: freeText(textLimit),
  widthMm: wholeNumber(widthLimits.min, widthLimits.max, 160),
};
export type FigureView = State<typeof figureView>;

/** The draft as the API takes it; an empty text is null, to be written from the other choices. */
export function specificationOf(view: FigureView): FigureSpecificationInput {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    measure: view.measure,
    offer: view.offer,
    mode: view.mode,
    ...departureOf(view),
    cutoffMinutes: view.cutoffMinutes,
    venueStatus: view.venueStatus.join(','),
    level: view.level,
    title: { lv: orNull(view.titleLv), en: orNull(view.titleEn) },
    subtitle: { lv: orNull(view.subtitleLv), en: orNull(view.subtitleEn) },
    widthMm: view.widthMm,
  };
}

/** The same key for the same drawing. */
export const previewKey = (view: FigureView, language: Language): readonly string[] => [
  'figure-preview',
  language,
  JSON.stringify(specificationOf(view)),
];

/** The draft that a kept specification was made from. */
export function readSpecification(specification: AccessFigureInput): Partial<FigureView> {
  const { title, subtitle } = specification;
  return {
    measure: specification.measure,
    ...(specification.mode === undefined ? {} : { mode: specification.mode }),
    ...departureIn(specification),
    ...(specification.offer === undefined ? {} : { offer: specification.offer }),
    // What the API takes where a specification names no level.
    level: specification.level ?? 'parishes',
    ...(specification.widthMm === undefined ? {} : { widthMm: specification.widthMm }),
    ...(typeof specification.cutoffMinutes === 'number'
      ? { cutoffMinutes: specification.cutoffMinutes }
      : {}),
    venueStatus: figureView.venueStatus.parse(specification.venueStatus ?? 'open') ?? ['open'],
    titleLv: title?.lv ?? '',
    titleEn: title?.en ?? '',
    subtitleLv: subtitle?.lv ?? '',
    subtitleEn: subtitle?.en ?? '',
  };
}

/** Day and departures that a specification names. */
function departureIn({ date, from, windowMinutes, percentile }: AccessFigureInput): Partial<FigureView> {
  return {
    ...(typeof date === 'string' ? { date } : {}),
    ...(from === undefined ? {} : { from }),
    ...(typeof windowMinutes === 'number' ? { windowMinutes } : {}),
    ...(typeof percentile === 'number' ? { percentile } : {}),
  };
}
