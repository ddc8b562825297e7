import { regionZone } from '../place/region-clock.ts';

/** An instant as RFC 3339 with the offset that the region had or will have then: "2026-07-18T12:00:00+03:00". */
export const localTime = (instant: string | Date): string => regionZone().localTime(instant);

/** The day on which an instant falls in the region: "2026-07-18". */
export const localDay = (instant: Date): string => localTime(instant).slice(0, 10);

/** A wall clock of the region, as {@link Zone.wallClock} says. */
export const wallClock = (instant: Date): number => regionZone().wallClock(instant);

/** "2026-07-18T12:00" as a wall clock; NaN when it is no such day or time. */
export const readWall = (local: string): number => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return Number.NaN;
  const wall = Date.parse(`${local}Z`);
  return Number.isNaN(wall) || writeWall(wall) !== local ? Number.NaN : wall;
};

export const writeWall = (wall: number): string => new Date(wall).toISOString().slice(0, 16);

/** The instant at which clocks of the region show a wall time, as {@link Zone.instantOf} says. */
export const instantOf = (wall: number): Date => regionZone().instantOf(wall);
