/** Clocks of one time zone. Instants are milliseconds since 1970 UTC, or dates. */
export interface Zone {
  /** An instant as RFC 3339 with the offset that holds then: "2026-07-18T12:00:00+03:00". */
  localTime(instant: string | number | Date): string;
  /**
   * Milliseconds of a wall clock: the time read off a clock there, counted as if clocks never changed.
   * Days and weeks added to it keep the time of day.
   */
  wallClock(instant: number | Date): number;
  /**
   * The instant at which clocks there show a wall time. A time that a spring night skips is taken an
   * hour later; of a time that an autumn night shows twice, the first is meant (as RFC 5545 3.3.5 says).
   */
  instantOf(wall: number): Date;
}

const zones = new Map<string, Zone>();

/** The clocks of an IANA time zone, made once. Throws `RangeError` for a zone that nobody knows. */
export function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone) ?? createZone(timeZone);
  zones.set(timeZone, known);
  return known;
}

function createZone(timeZone: string): Zone {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  const localTime = (instant: string | number | Date) => {
    const found = new Map(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
    const offset = part('timeZoneName').replace('GMT', '') || '+00:00';
    return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}${offset}`;
  };
  const wallClock = (instant: number | Date) => Date.parse(`${localTime(instant).slice(0, 19)}Z`);
  const instantOf = (wall: number) => {
    const offsetAt = (instant: number) => wallClock(instant) - instant;
    const before = wall - offsetAt(wall - 86_400_000);
    if (wallClock(before) === wall) return new Date(before);
    const after = wall - offsetAt(wall + 86_400_000);
    return new Date(wallClock(after) === wall ? after : before);
  };
  return { localTime, wallClock, instantOf };
}
