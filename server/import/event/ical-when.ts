import ICAL from 'ical.js';
import type { EventRule, OccurrenceChange } from '#core/offer/event.ts';
import { readWall, writeWall } from '#core/offer/local-time.ts';
import { readRecurrence } from '#core/offer/recurrence.ts';
import { type Component, propertiesOf, propertyOf } from './ical-components.ts';
import { type CalendarSurroundings, type Series, statusOf, venueOf } from './ical-entry.ts';
import { readRuleOf } from './ical-rule.ts';
import { type Moment, readMomentOf, readMoments } from './ical-times.ts';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
const maxDurationMinutes = 366 * dayMinutes;

const startOf = (entry: Component, { zones, faults }: CalendarSurroundings): Moment | null => {
  const property = propertyOf(entry, 'dtstart');
  if (property === undefined) {
    faults.add(entry.line, 'DTSTART', 'missing');
    return null;
  }
  return readMomentOf(property, property.raw, zones, faults);
};

const statedMinutes = (entry: Component, start: Moment, around: CalendarSurroundings): number | null => {
  const [end, duration] = [propertyOf(entry, 'dtend'), propertyOf(entry, 'duration')];
  if (end !== undefined) {
    const moment = readMomentOf(end, end.raw, around.zones, around.faults);
    return moment === null ? null : Math.floor((moment.wall - start.wall) / minuteMs);
  }
  if (duration === undefined) return start.isDay ? dayMinutes : null;
  const text = duration.raw.trim().toUpperCase();
  if (ICAL.Duration.isValueString(text)) return Math.floor(ICAL.Duration.fromString(text).toSeconds() / 60);
  around.faults.add(duration.line, 'DURATION', 'malformed', duration.raw, 'PT2H30M');
  return null;
};

/** Minutes on the wall clock; null when no end is stated, which is no fault. A day without an end is that day. */
const durationOf = (entry: Component, start: Moment, around: CalendarSurroundings): number | null => {
  const minutes = statedMinutes(entry, start, around);
  const line = (propertyOf(entry, 'dtend') ?? propertyOf(entry, 'duration'))?.line ?? entry.line;
  if (minutes !== null && minutes < 0) around.faults.add(line, 'DTEND', 'end-before-start');
  if (minutes !== null && minutes > maxDurationMinutes)
    around.faults.add(line, 'DTEND', 'out-of-range', '', '366 d');
  // Some calendars end a whole day on the day itself.
  return start.isDay && minutes === 0 ? dayMinutes : minutes;
};

type BareRule = Pick<EventRule, 'startLocal' | 'rrule' | 'alsoLocal'>;

const day = (date: Date): string => date.toISOString().slice(0, 10);

const ruleOf = (entry: Component, start: Moment, around: CalendarSurroundings): BareRule => {
  const { stretch, faults, findings } = around;
  const [property, second] = propertiesOf(entry, 'rrule');
  if (second !== undefined) faults.add(second.line, 'RRULE', 'repeated');
  const exrule = propertyOf(entry, 'exrule');
  if (exrule !== undefined) faults.add(exrule.line, 'EXRULE', 'unknown-parameter', exrule.raw, 'EXDATE');
  const rule = property?.raw.trim().toUpperCase() ?? null;
  try {
    const read = readRuleOf(start, rule, stretch);
    const row = property?.line ?? entry.line;
    const count = (read.rule.alsoLocal?.length ?? 0) + 1;
    const values = { rule: rule ?? '', from: day(stretch.from), to: day(stretch.to), count };
    if (read.isLaidOut)
      findings.add({ code: 'rule-laid-out', row, field: 'RRULE', effect: 'corrected', values });
    const { leftOut } = read;
    const cut = { rule: rule ?? '', kept: count, leftOut };
    if (leftOut > 0)
      findings.add({ code: 'rule-cut', row, field: 'RRULE', effect: 'corrected', values: cut });
    return read.rule;
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    faults.add(
      property?.line ?? entry.line,
      'RRULE',
      'malformed',
      rule ?? '',
      `FREQ=WEEKLY;BYDAY=SA (${why})`,
    );
    return { startLocal: writeWall(start.wall), rrule: null };
  }
};

/** A date told by its day alone is the one of the usual hour. */
const localOf = ({ isDay, wall }: Moment, start: Moment): string =>
  writeWall(isDay && !start.isDay ? wall + (start.wall % (dayMinutes * minuteMs)) : wall);

const isDateOf = ({ startLocal, rrule, alsoLocal = [] }: BareRule, local: string): boolean => {
  if (local === startLocal || alsoLocal.includes(local)) return true;
  const wall = readWall(local);
  try {
    return readRecurrence({ startLocal, rrule }).between(wall, wall).length > 0;
  } catch {
    return false;
  }
};

interface Override {
  readonly local: string;
  /** Null when nothing of it can be kept by a change. */
  readonly change: OccurrenceChange | null;
  readonly isInPart: boolean;
}

const readOverride = (
  entry: Component,
  series: Series,
  start: Moment,
  around: CalendarSurroundings,
): Override | null => {
  const id = propertyOf(entry, 'recurrence-id');
  const original = id === undefined ? null : readMomentOf(id, id.raw, around.zones, around.faults);
  if (id === undefined || original === null) return null;
  if (id.parameters.range !== undefined) {
    around.faults.add(id.line, 'RECURRENCE-ID', 'unknown-parameter', `RANGE=${id.parameters.range}`, 'RRULE');
  }
  const local = localOf(original, start);
  const begins = propertyOf(entry, 'dtstart') === undefined ? null : startOf(entry, around);
  const isMoved = begins !== null && localOf(begins, start) !== local;
  const textOfName = (one: Component, name: string) => propertyOf(one, name)?.raw ?? '';
  const hasPlace = propertyOf(entry, 'location') !== undefined;
  const isElsewhere = hasPlace && textOfName(entry, 'location') !== textOfName(series.master, 'location');
  const newVenueId = isElsewhere ? venueOf(entry, around) : null;
  const stated = statusOf(entry, around);
  const status = stated === 'scheduled' && (isMoved || newVenueId !== null) ? 'moved' : stated;
  const newStartLocal = isMoved && begins !== null ? localOf(begins, start) : null;
  const isChange = status !== 'scheduled';
  const lengthOf = (one: Component, begin: Moment | null) =>
    begin === null ? null : statedMinutes(one, begin, around);
  const isLonger = begins !== null && lengthOf(entry, begins) !== lengthOf(series.master, start);
  const isRenamed = textOfName(entry, 'summary') !== textOfName(series.master, 'summary');
  return {
    local,
    change: isChange ? { startLocal: local, status, newStartLocal, newVenueId, note: null } : null,
    isInPart: status !== 'cancelled' && (isLonger || isRenamed || (isElsewhere && newVenueId === null)),
  };
};

export interface When {
  readonly rule: EventRule;
  readonly changes: readonly OccurrenceChange[];
  readonly isFloating: boolean;
  readonly isDay: boolean;
}

/** When an entry takes place: its rule, what is left out of it and added to it, and the dates that were changed. */
export const readWhen = (series: Series, around: CalendarSurroundings): When | null => {
  const { master, overrides } = series;
  const start = startOf(master, around);
  if (start === null) return null;
  const locals = (name: string): readonly string[] =>
    propertiesOf(master, name)
      .flatMap((property) => readMoments(property, around.zones, around.faults))
      .map((moment) => localOf(moment, start));
  const durationMinutes = durationOf(master, start, around);
  const bare = ruleOf(master, start, around);
  const alsoLocal = [...(bare.alsoLocal ?? []), ...locals('rdate')];
  const changed = overrides.flatMap((entry) => {
    const override = readOverride(entry, series, start, around);
    if (override === null) return [];
    const { local: date } = override;
    const row = entry.line;
    if (!isDateOf({ ...bare, alsoLocal }, date)) {
      around.findings.add({ code: 'override-not-in-rule', row, effect: 'corrected', values: { date } });
      alsoLocal.push(date);
    }
    if (override.isInPart) around.findings.add({ code: 'override-in-part', row, values: { date } });
    return [override];
  });
  const exceptLocal = locals('exdate').filter((local) => !changed.some((one) => one.local === local));
  return {
    rule: {
      ...bare,
      durationMinutes,
      exceptLocal: [...new Set(exceptLocal)],
      ...(alsoLocal.length === 0 ? {} : { alsoLocal: [...new Set(alsoLocal)] }),
    },
    changes: changed.flatMap(({ change }) => (change === null ? [] : [change])),
    isFloating: start.isFloating,
    isDay: start.isDay,
  };
};
