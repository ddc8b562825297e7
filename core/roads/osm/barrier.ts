import { accessLevel } from '../columns.ts';
import { type Mode, modes } from '../street.ts';
import { accessFor, type Level } from './access.ts';
import type { Tags } from './highway.ts';

const { closed, open } = accessLevel;

/** How freely each mode passes a point, in the order of `modes`. */
export type Passage = readonly [car: Level, bicycle: Level, foot: Level];

export const freePassage: Passage = [open, open, open];
const notByCar: Passage = [closed, open, open];
const onFoot: Passage = [closed, closed, open];
const nobody: Passage = [closed, closed, closed];

/** Barriers that stop somebody when no tag says otherwise; gates stand open unless they are said to be shut. */
const usual: Readonly<Record<string, Passage>> = {
  bollard: notByCar,
  block: notByCar,
  bar: notByCar,
  chain: notByCar,
  rope: notByCar,
  cycle_barrier: notByCar,
  motorcycle_barrier: notByCar,
  jersey_barrier: notByCar,
  planter: notByCar,
  log: notByCar,
  debris: notByCar,
  bus_trap: notByCar,
  sump_buster: notByCar,
  wicket_gate: notByCar,
  stile: onFoot,
  kissing_gate: onFoot,
  turnstile: onFoot,
  'full-height_turnstile': onFoot,
  fence: nobody,
  wall: nobody,
};

/** Who may pass a node; null where it holds nobody up. */
export function passageOf(tags: Tags): Passage | null {
  const barrier = tags.get('barrier');
  if (barrier === undefined) return isFord(tags) ? notByCar : null;
  const standing = tags.get('locked') === 'yes' ? nobody : (usual[barrier] ?? freePassage);
  const level = (mode: Mode): Level => {
    const own = standing[modes.indexOf(mode)] ?? open;
    // Said of the barrier itself, even "access=yes" opens it.
    return accessFor(tags, mode, 'forward', tags.get('access') === 'yes' ? open : own);
  };
  const passage: Passage = [level('car'), level('bicycle'), level('foot')];
  return passage.every((each) => each === open) ? null : passage;
}

/** Water over the road: no car crosses it. */
export function isFord(tags: Tags): boolean {
  const ford = tags.get('ford');
  return (ford !== undefined && ford !== 'no') || tags.get('highway') === 'ford';
}

/** A road of winter ice. */
export const isIceRoad = (tags: Tags): boolean =>
  tags.get('ice_road') === 'yes' || tags.get('winter_road') === 'yes';
