import type { Mode } from '../street.ts';
import type { Tags } from './highway.ts';

export interface Directions {
  readonly forward: boolean;
  readonly backward: boolean;
}

const both: Directions = { forward: true, backward: true };
const onlyForward: Directions = { forward: true, backward: false };
const onlyBackward: Directions = { forward: false, backward: true };

const meaning: Readonly<Record<string, Directions>> = {
  yes: onlyForward,
  true: onlyForward,
  '1': onlyForward,
  '-1': onlyBackward,
  reverse: onlyBackward,
  no: both,
  false: both,
  '0': both,
  alternating: both,
  // Nobody knows which way it goes at the moment.
  reversible: { forward: false, backward: false },
};

const keys: Readonly<Record<Exclude<Mode, 'foot'>, readonly string[]>> = {
  car: ['oneway:motorcar', 'oneway:motor_vehicle', 'oneway:vehicle', 'oneway'],
  bicycle: ['oneway:bicycle', 'oneway:vehicle', 'oneway'],
};

export const isRoundabout = (tags: Tags): boolean =>
  tags.get('junction') === 'roundabout' || tags.get('junction') === 'circular';

const sides = ['cycleway', 'cycleway:left', 'cycleway:right', 'cycleway:both'];

/** A lane against the traffic, in the older and the newer way of saying so. */
const hasContraflowLane = (tags: Tags): boolean =>
  sides.some(
    (key) => tags.get(key)?.startsWith('opposite') || ['-1', 'no'].includes(tags.get(`${key}:oneway`) ?? ''),
  );

/** In which directions a mode may go. People on foot go both ways everywhere. */
export function directionsOf(tags: Tags, mode: Mode): Directions {
  if (mode === 'foot') return both;
  for (const key of keys[mode]) {
    const directions = meaning[tags.get(key) ?? ''];
    if (directions === undefined) continue;
    const isForAll = key === 'oneway';
    return isForAll && mode === 'bicycle' && hasContraflowLane(tags) ? both : directions;
  }
  return isRoundabout(tags) || tags.get('highway') === 'motorway' ? onlyForward : both;
}
