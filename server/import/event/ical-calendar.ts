import { Findings } from '#core/findings.ts';
import type { CultureEvent, Occurrence } from '#core/offer/event.ts';
import { expandEvent, horizonAt } from '#core/offer/occurrences.ts';
import { Problem } from '#core/problem.ts';
import { Faults } from '../format/faults.ts';
import { createPauses } from '../pauses.ts';
import { type Component, readComponents, textOf } from './ical-components.ts';
import type { CalendarSurroundings } from './ical-entry.ts';
import { type ReadEntry, readEntry } from './ical-event.ts';
import { readContentLines } from './ical-lines.ts';
import type { PlaceFinder } from './ical-places.ts';
import { toSeries } from './ical-series.ts';
import { createZoneFinder } from './ical-zones.ts';

/** Largest calendar file, in bytes. */
export const mostCalendarBytes = 5_000_000;
/** Entries of one file, and dates that they may have together, as in any list of events. */
const mostEntries = 20_000;
const mostDates = 50_000;

export interface ReadCalendar {
  readonly rows: readonly CultureEvent[];
  /** Within the horizon around now. */
  readonly dates: readonly Occurrence[];
  readonly findings: Findings;
  /** Line of the file on which the entry of an event begins. */
  readonly lineOf: (eventId: string) => number | undefined;
  /** What the calendar calls itself (`X-WR-CALNAME`, RFC 7986 `NAME`). */
  readonly title: string | null;
}

interface CalendarOrder {
  readonly list: string;
  readonly fileName: string;
  readonly now: Date;
  readonly findPlace: PlaceFinder;
}

const refuse = (faults: Faults, field: string, expected: string, value = ''): never => {
  faults.add(1, field, 'malformed', value, expected);
  faults.throwIfAny();
  throw new Problem('bad-import');
};

const nameOf = (calendars: readonly Component[]): string | null =>
  calendars.map((one) => textOf(one, 'x-wr-calname') || textOf(one, 'name')).find((name) => name !== '') ??
  null;

const sayWhole = (read: readonly ReadEntry[], others: readonly Component[], findings: Findings): void => {
  const count = (is: (entry: ReadEntry) => boolean) => read.filter(is).length;
  const say = (code: 'times-without-zone' | 'days-without-time' | 'category-not-stated', found: number) => {
    if (found > 0) findings.add({ code, values: { count: found } });
  };
  say(
    'times-without-zone',
    count(({ isFloating }) => isFloating),
  );
  say(
    'days-without-time',
    count(({ isDay }) => isDay),
  );
  say(
    'category-not-stated',
    count(({ hasCategory }) => !hasCategory),
  );
  if (others.length > 0) {
    const kinds = [...new Set(others.map(({ name }) => name.toUpperCase()))].join(', ');
    findings.add({ code: 'entries-of-other-kinds', values: { count: others.length, kinds } });
  }
};

const layOut = async (
  read: readonly ReadEntry[],
  now: Date,
  faults: Faults,
  findings: Findings,
): Promise<readonly Occurrence[]> => {
  const { from, to } = horizonAt(now);
  const day = (instant: Date) => instant.toISOString().slice(0, 10);
  const pause = createPauses();
  const dates: Occurrence[] = [];
  for (const { event, line } of read) {
    const found = expandEvent(event, from, to);
    const values = { from: day(from), to: day(to) };
    if (found.length === 0) findings.add({ code: 'no-date-ahead', row: line, values });
    dates.push(...found);
    if (dates.length > mostDates) {
      faults.add(line, 'file', 'out-of-range', '', `<= ${mostDates} dates`);
      faults.throwIfAny();
    }
    await pause();
  }
  return dates;
};

/** The calendars of a file. @throws Problem `bad-import` when it is none or has too many entries. */
const readCalendars = (bytes: Uint8Array, faults: Faults, findings: Findings): readonly Component[] => {
  const { lines, codePage } = readContentLines(bytes, faults);
  faults.throwIfAny();
  if (codePage !== 'UTF-8') findings.add({ code: 'text-in-code-page', values: { codePage } });
  const calendars = readComponents(lines, faults).filter(({ name }) => name === 'vcalendar');
  // A line that cannot be read may be the very one that would close the calendar.
  if (calendars.length === 0) faults.throwIfAny();
  if (calendars.length === 0) refuse(faults, 'file', 'BEGIN:VCALENDAR ... END:VCALENDAR', lines[0]?.text);
  return calendars;
};

/**
 * Reads the events of an iCalendar file (RFC 5545). Requests have their turn meanwhile.
 *
 * @throws Problem `bad-import` with every fault by line and property, `too-large` beyond 5 MB.
 */
export const readCalendar = async (bytes: Uint8Array, order: CalendarOrder): Promise<ReadCalendar> => {
  if (bytes.length > mostCalendarBytes) throw new Problem('too-large', { values: { limit: '5 MB' } });
  const [faults, findings] = [new Faults(), new Findings()];
  const calendars = readCalendars(bytes, faults, findings);
  const parts = calendars.flatMap(({ components }) => components);
  const entries = parts.filter(({ name }) => name === 'vevent');
  // An empty file would take away the list that was there.
  if (entries.length === 0) refuse(faults, 'VEVENT', 'BEGIN:VEVENT');
  if (entries.length > mostEntries) refuse(faults, 'VEVENT', `<= ${mostEntries}`, `${entries.length}`);
  findings.read(entries.length);
  const around: CalendarSurroundings = {
    list: order.list,
    source: nameOf(calendars) ?? order.fileName,
    stretch: horizonAt(order.now),
    zones: createZoneFinder(calendars, faults),
    findPlace: order.findPlace,
    isOurs: calendars.some((one) => textOf(one, 'prodid').includes('//tukums//culture-map//')),
    isCancelled: calendars.some((one) => textOf(one, 'method').toUpperCase() === 'CANCEL'),
    faults,
    findings,
  };
  const pause = createPauses();
  const read: ReadEntry[] = [];
  for (const series of toSeries(entries, findings)) {
    const entry = readEntry(series, around);
    if (entry !== null) read.push(entry);
    findings.kept(1 + series.overrides.length);
    await pause();
  }
  faults.throwIfAny();
  sayWhole(
    read,
    parts.filter(({ name }) => name !== 'vevent' && name !== 'vtimezone'),
    findings,
  );
  const dates = await layOut(read, order.now, faults, findings);
  const lines = new Map(read.map(({ event, line }) => [event.id, line]));
  const rows = read.map(({ event }) => event);
  return { rows, dates, findings, lineOf: (id) => lines.get(id), title: nameOf(calendars) };
};
