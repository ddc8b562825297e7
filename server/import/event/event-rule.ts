import type { EventRule, OccurrenceChange } from '#core/offer/event.ts';
import { readWall } from '#core/offer/local-time.ts';
import { readRecurrence } from '#core/offer/recurrence.ts';
import type { RowReader } from '../format/row-reader.ts';
import { readDay, readMoment, readTime } from './when.ts';

const momentExample = '2026-12-05 19:00, 05.12.2026. 19:00';
const maxDurationMinutes = 366 * 24 * 60;

/** Start from one column or from a day and a time in two; "" with a fault noted when there is none. */
const readStart = (row: RowReader): string => {
  const besides = {
    day: readDay(row.text('startDate', 40) ?? ''),
    time: readTime(row.text('startTime', 40) ?? ''),
  };
  const field = row.has('start') ? 'start' : 'startDate';
  const text = row.text(field, 40);
  if (text === null) {
    row.fault('start', 'missing', momentExample);
    return '';
  }
  const start = readMoment(text, besides);
  if (start === null) row.fault(field, 'malformed', momentExample);
  return start ?? '';
};

const endText = (row: RowReader): { readonly field: string; readonly text: string } | null => {
  const field = ['end', 'endDate', 'endTime'].find((name) => row.has(name));
  return field === undefined ? null : { field, text: row.text(field, 40) ?? '' };
};

/** Minutes between two wall clocks; null when no end is stated, which is no fault. */
const readDuration = (row: RowReader, start: string): number | null => {
  const stated = endText(row);
  if (stated === null || start === '') return null;
  const day = readDay(row.text('endDate', 40) ?? '') ?? start.slice(0, 10);
  const time = readTime(row.text('endTime', 40) ?? '');
  const end = readMoment(stated.text, { day, time });
  if (end === null) {
    row.fault(stated.field, 'malformed', momentExample);
    return null;
  }
  const minutes = (readWall(end) - readWall(start)) / 60_000;
  if (minutes < 0) row.fault(stated.field, 'end-before-start', `${start.replace('T', ' ')} ...`);
  if (minutes > maxDurationMinutes) row.fault(stated.field, 'out-of-range', '366 d');
  return minutes;
};

const readRrule = (row: RowReader, startLocal: string): string | null => {
  const text =
    row
      .text('rrule', 500)
      ?.replace(/^RRULE:/i, '')
      .toUpperCase() ?? null;
  if (text === null || startLocal === '') return text;
  try {
    readRecurrence({ startLocal, rrule: text });
  } catch (error) {
    row.fault('rrule', 'malformed', `FREQ=WEEKLY;BYDAY=SA (${error instanceof Error ? error.message : ''})`);
  }
  return text;
};

/** Starts of single dates, a day alone meaning the usual hour; each must be a date of the rule. */
const readStarts = (
  row: RowReader,
  field: string,
  texts: readonly string[],
  rule: EventRule,
): readonly string[] =>
  texts.flatMap((text) => {
    const start = readMoment(text, { day: null, time: rule.startLocal.slice(11) });
    if (start === null) {
      row.fault(field, 'malformed', momentExample);
      return [];
    }
    return [start];
  });

const mustBeDates = (row: RowReader, field: string, starts: readonly string[], rule: EventRule): void => {
  if (starts.length === 0) return;
  try {
    const recurrence = readRecurrence(rule);
    // Unrolled once for the dates of a year: a rule that began long ago takes its time.
    const years = [...Map.groupBy(starts.map(readWall), (wall) => new Date(wall).getUTCFullYear()).values()];
    const dates = new Set(
      years.flatMap((walls) => recurrence.between(Math.min(...walls), Math.max(...walls))),
    );
    const stray = starts.find((start) => !dates.has(readWall(start)));
    if (stray !== undefined) row.fault(field, 'unknown-reference', `${stray.replace('T', ' ')}?`);
  } catch {
    // The rule itself is already noted as malformed.
  }
};

const readChanges = (row: RowReader, rule: EventRule): readonly OccurrenceChange[] => {
  const none = { newStartLocal: null, newVenueId: null, note: null };
  const cancelled = readStarts(row, 'cancelled', row.list('cancelled', 200), rule);
  mustBeDates(row, 'cancelled', cancelled, rule);
  const moved = row.list('moved', 200).flatMap((pair) => {
    const [from, to] = readStarts(row, 'moved', pair.split('>'), rule);
    if (from !== undefined && to !== undefined) return [{ from, to }];
    row.fault('moved', 'malformed', '2026-12-05 > 2026-12-12 18:00');
    return [];
  });
  mustBeDates(
    row,
    'moved',
    moved.map(({ from }) => from),
    rule,
  );
  return [
    ...cancelled.map((startLocal) => ({ ...none, startLocal, status: 'cancelled' as const })),
    ...moved.map(({ from, to }) => ({
      ...none,
      startLocal: from,
      status: 'moved' as const,
      newStartLocal: to,
    })),
  ];
};

/** When an event happens and which of its dates are changed. Faults are noted on the row. */
export const readRule = (
  row: RowReader,
): { readonly rule: EventRule; readonly changes: readonly OccurrenceChange[] } => {
  const startLocal = readStart(row);
  const durationMinutes = readDuration(row, startLocal);
  const bare: EventRule = { startLocal, durationMinutes, rrule: readRrule(row, startLocal), exceptLocal: [] };
  if (startLocal === '') return { rule: bare, changes: [] };
  const exceptLocal = readStarts(row, 'except', row.list('except', 400), bare);
  return { rule: { ...bare, exceptLocal }, changes: readChanges(row, bare) };
};
