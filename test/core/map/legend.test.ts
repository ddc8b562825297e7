import { describe, expect, it } from 'vitest';
import type { Classes } from '../../../core/access/answer.ts';
import { minuteClasses, percentClasses, venueCountClasses } from '../../../core/access/classes.ts';
import type { Language } from '../../../core/language/routes.ts';
import { classLabel } from '../../../core/map/legend.ts';

const labels = (classes: Classes, language: Language, isWhole: boolean) =>
  [...classes.breaks, 0].map((_, i) => classLabel(i, classes, language, isWhole).replaceAll('\u00a0', ' '));

describe('labels of classes', () => {
  it('say that an upper limit belongs to its class', () => {
    expect(labels(minuteClasses, 'lv', false)).toEqual(['≤ 15 min', '15–30', '30–45', '45–60', '> 60']);
  });

  it('name a class of nobody by itself', () => {
    expect(labels(percentClasses, 'lv', false)).toEqual(['0 %', '> 0–25', '25–50', '50–75', '> 75']);
    expect(labels(percentClasses, 'en', false)[0]).toBe('0%');
  });

  it('name whole numbers where values are counts, and ranges where they are means', () => {
    expect(labels(venueCountClasses, 'lv', true)).toEqual(['0', '1', '2–3', '4–9', '> 9']);
    expect(labels(venueCountClasses, 'lv', false)).toEqual(['0', '> 0–1', '1–3', '3–9', '> 9']);
  });

  it('write decimals as the language does', () => {
    const halves: Classes = { breaks: [2.5], unit: 'min', largerIsBetter: false };
    expect(labels(halves, 'lv', false)).toEqual(['≤ 2,5 min', '> 2,5']);
    expect(labels(halves, 'en', false)).toEqual(['≤ 2.5 min', '> 2.5']);
  });
});
