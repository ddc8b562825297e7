import { Problem } from '../../problem.ts';
import { dateOfDay } from '../calendar.ts';
import { daysOf, runsOn, type Service } from './services.ts';

/** Services of all feeds by number, and the days on which they run. */
export interface Days {
  readonly serviceCount: number;
  readonly firstDate: string;
  readonly dayCount: number;
  readonly serviceRuns: Uint8Array;
}

/** A feed that speaks of more than this (a century of a thousand services) is no timetable. */
const mostCells = 40_000_000;

/**
 * One row of days for each service, from the first day on which any of them runs to the last.
 * @throws Problem `bad-import` when none ever runs, `too-large` when there are too many days.
 */
export function layOutDays(services: readonly Service[]): Days {
  const spans = services.flatMap((service) => daysOf(service) ?? []);
  if (spans.length === 0) throw noDate();
  const first = spans.reduce((a, b) => Math.min(a, b));
  const last = spans.reduce((a, b) => Math.max(a, b));
  const dayCount = last - first + 1;
  if (services.length * dayCount > mostCells) {
    throw new Problem('too-large', { values: { limit: `${Math.floor(mostCells / services.length)} d` } });
  }
  const serviceRuns = new Uint8Array(services.length * dayCount);
  services.forEach((service, index) => {
    for (let day = 0; day < dayCount; day += 1) {
      if (runsOn(service, first + day)) serviceRuns[index * dayCount + day] = 1;
    }
  });
  return { serviceCount: services.length, firstDate: dateOfDay(first), dayCount, serviceRuns };
}

const noDate = (): Problem =>
  new Problem('bad-import', {
    faults: [
      { field: 'calendar.txt, calendar_dates.txt', fault: 'out-of-range', value: '0', expected: '>= 1' },
    ],
  });
