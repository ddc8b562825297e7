import { figureSpecification } from '#core/contract/figure.ts';
import type { Figures } from '../context.ts';

/** Late enough that the first pages are out: drawing holds the thread for a moment. */
const delayMs = 5_000;

/**
 * Draws one figure and throws it away, so that whoever asks for the first one does not wait for fonts and
 * geography to be read. Returns what stops it.
 */
export const warmFigures = (figures: Pick<Figures, 'preview'>): (() => void) => {
  const specification = figureSpecification.parse({ measure: 'nearest', offer: 'library' });
  const timer = setTimeout(() => {
    // A failure is told to whoever asks for a figure.
    figures.preview(specification, 'lv').catch(() => undefined);
  }, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};
