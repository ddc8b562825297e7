import { noTime } from '../../transit/timetable.ts';

/** Where a home's journey touches public transport. */
export const onFoot = -1;

/** One half of the round trip for all homes, in seconds of its service day; columns by home. */
export interface Half {
  /** Outbound the latest leaving of home, homeward the earliest moment there; `noTime` where there is none. */
  readonly seconds: Int32Array;
  /** Stop that the home's walk leads to or comes from, `onFoot` where it is walked all the way. */
  readonly stop: Int32Array;
  readonly rides: Uint8Array;
  /** Walked and ridden, waiting left out. */
  readonly moving: Int32Array;
}

export function createHalf(homes: number): Half {
  return {
    seconds: new Int32Array(homes).fill(noTime),
    stop: new Int32Array(homes).fill(onFoot),
    rides: new Uint8Array(homes),
    moving: new Int32Array(homes),
  };
}

export const works = (half: Half, home: number): boolean => (half.seconds[home] ?? noTime) !== noTime;

/** One way of making a half. */
export interface Choice {
  readonly seconds: number;
  readonly stop: number;
  readonly rides: number;
  /** Of the home's walk. */
  readonly walkSeconds: number;
}

/** Takes a choice when it is better: `sign` 1 is earlier, -1 later; of equal times fewer rides, then less walking. */
export function choose(best: Choice | null, next: Choice, sign: 1 | -1): Choice {
  if (best === null) return next;
  const difference =
    sign * (next.seconds - best.seconds) || next.rides - best.rides || next.walkSeconds - best.walkSeconds;
  return difference < 0 ? next : best;
}

/** Writes the choice of one home; `movingFrom` tells the seconds walked and ridden on from its stop. */
export function record(half: Half, home: number, choice: Choice, movingFrom: (stop: number) => number): void {
  half.seconds[home] = choice.seconds;
  half.stop[home] = choice.stop;
  half.rides[home] = choice.rides;
  half.moving[home] = choice.walkSeconds + (choice.stop === onFoot ? 0 : movingFrom(choice.stop));
}
