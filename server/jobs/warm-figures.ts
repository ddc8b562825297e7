import { setTimeout } from 'node:timers/promises';
import { figureSpecification } from '#core/contract/figure.ts';
import { Problem } from '#core/problem.ts';
import type { Figures } from '../context.ts';
import type { Job } from './job.ts';

/** Late enough that the first pages are out: drawing holds the thread for a moment. */
const delayMs = 5_000;

/**
 * Draws one figure and throws it away, so that whoever asks for the first one does not wait for fonts and
 * geography to be read.
 */
export const warmFigures = (figures: Pick<Figures, 'preview'>): Job => ({
  name: 'warm-figures',
  datasets: ['territories', 'landcover'],
  isDaily: false,
  scope: 'own',
  run: async ({ signal }) => {
    await setTimeout(delayMs, undefined, { signal, ref: false });
    const specification = figureSpecification.parse({ measure: 'nearest', offer: 'library' });
    await figures.preview(specification, 'lv').catch((error: unknown) => {
      // What a figure lacks is told to whoever asks for one: nothing to warm is no failure.
      if (!(error instanceof Problem)) throw error;
    });
  },
});
