import { Problem } from '../../problem.ts';
import { weekdayOf } from '../calendar.ts';
import { type Reading, readTable, whereIn } from './table.ts';
import { readDay } from './values.ts';

/** Days on which trips run: days of the week within a range, and single days that win over them. Day numbers. */
export interface Service {
  /** Bit 0 is Monday, bit 6 Sunday. */
  weekdays: number;
  start: number;
  end: number;
  /** True for a day added, false for one taken away. */
  readonly exceptions: Map<number, boolean>;
}

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/**
 * Services by id from `calendar.txt` and `calendar_dates.txt`, either of which may be absent.
 * @throws Problem `bad-import` when both are.
 */
export function readServices(reading: Reading): Map<string, Service> {
  const { feed } = reading;
  if (feed.tables['calendar.txt'] === undefined && feed.tables['calendar_dates.txt'] === undefined) {
    const field = `${whereIn(feed, 'calendar.txt')}, calendar_dates.txt`;
    throw new Problem('bad-import', { faults: [{ field, fault: 'missing' }] });
  }
  const services = new Map<string, Service>();
  readCalendar(reading, services);
  readCalendarDates(reading, services);
  return services;
}

function readCalendar(reading: Reading, services: Map<string, Service>): void {
  const { problems } = reading;
  const layout = {
    table: 'calendar.txt',
    required: ['service_id', ...weekdayNames, 'start_date', 'end_date'],
    optional: [],
  } as const;
  readTable(reading, layout, (at) => (cells, row) => {
    const id = cells[at.service_id] ?? '';
    if (id === '') return problems.add('missing-value', 'calendar.txt', row, 'service_id');
    if (services.has(id)) return problems.add('duplicate-id', 'calendar.txt', row, id);
    const start = readDay(cells[at.start_date] ?? '');
    const end = readDay(cells[at.end_date] ?? '');
    const flags = weekdayNames.map((name) => cells[at[name]] ?? '');
    if (start === null || end === null || flags.some((flag) => flag !== '0' && flag !== '1')) {
      return problems.add('bad-value', 'calendar.txt', row, id);
    }
    const weekdays = flags.reduce((bits, flag, day) => bits | (Number(flag) << day), 0);
    services.set(id, { weekdays, start, end, exceptions: new Map() });
  });
}

function readCalendarDates(reading: Reading, services: Map<string, Service>): void {
  const { problems } = reading;
  const layout = {
    table: 'calendar_dates.txt',
    required: ['service_id', 'date', 'exception_type'],
    optional: [],
  } as const;
  readTable(reading, layout, (at) => (cells, row) => {
    const id = cells[at.service_id] ?? '';
    const date = cells[at.date] ?? '';
    const type = cells[at.exception_type] ?? '';
    const day = readDay(date);
    if (id === '') return problems.add('missing-value', 'calendar_dates.txt', row, 'service_id');
    if (day === null || (type !== '1' && type !== '2')) {
      return problems.add('bad-value', 'calendar_dates.txt', row, `${date} ${type}`);
    }
    const service = services.get(id) ?? { weekdays: 0, start: 0, end: -1, exceptions: new Map() };
    services.set(id, service);
    if (service.exceptions.has(day)) return problems.add('duplicate-id', 'calendar_dates.txt', row, id);
    service.exceptions.set(day, type === '1');
  });
}

/** Whether the service runs on a day number. */
export const runsOn = ({ weekdays, start, end, exceptions }: Service, day: number): boolean =>
  exceptions.get(day) ?? (day >= start && day <= end && ((weekdays >> (weekdayOf(day) - 1)) & 1) === 1);

/** First and last day on which it runs, or null when it never does. */
export function daysOf(service: Service): readonly [first: number, last: number] | null {
  const added = [...service.exceptions].flatMap(([day, runs]) => (runs ? [day] : []));
  const regular = service.weekdays === 0 ? [] : regularEnds(service);
  const days = [...added, ...regular];
  if (days.length === 0) return null;
  return [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
}

/** First and last regular day; the days looked at before it is found were all taken away or off. */
function regularEnds(service: Service): number[] {
  const { start, end } = service;
  let first = start;
  while (first <= end && !runsOn(service, first)) first += 1;
  if (first > end) return [];
  let last = end;
  while (!runsOn(service, last)) last -= 1;
  return [first, last];
}

/** Equal for services that run on the same days by the same rule, so that they need one row only. */
export const serviceKey = ({ weekdays, start, end, exceptions }: Service): string => {
  const days = [...exceptions].sort(([a], [b]) => a - b).map(([day, runs]) => `${runs ? '+' : '-'}${day}`);
  return `${weekdays === 0 ? '' : `${weekdays}/${start}/${end}`}${days.join('')}`;
};
