import { accessLevel, edgeFlag, type RoadSurface } from '../columns.ts';
import { type HighwayClass, type Mode, modes } from '../street.ts';
import { accessFor, type Level, speaksOf } from './access.ts';
import { isFord, isIceRoad } from './barrier.ts';
import { readDurationSeconds } from './duration.ts';
import { type DropReason, type HighwayKind, highwayKind, type Tags } from './highway.ts';
import { directionsOf, isRoundabout } from './oneway.ts';
import { type SpeedLimit, speedLimit } from './speed-limit.ts';
import { statedSurface } from './surface.ts';

/** What tags say of a way, before anything is known of where it lies. Many ways share one. */
export interface RoadProfile {
  readonly highway: HighwayClass;
  /** Null where it is not stated. */
  readonly surface: RoadSurface | null;
  readonly limit: SpeedLimit;
  /** Lit or with a pavement: found in towns and villages. */
  readonly looksBuiltUp: boolean;
  /** Bits of `edgeFlag` that do not depend on the place. */
  readonly flags: number;
  /** As in `StreetColumns.edgeAccess`. */
  readonly access: number;
  readonly isFerry: boolean;
  /** From one end of the way to the other; null for a ferry that does not state it and for every road. */
  readonly ferrySeconds: number | null;
  readonly isCarRoad: boolean;
  readonly hasConditions: boolean;
}

const { closed, open } = accessLevel;

const ferryKind: HighwayKind = {
  highway: 'ferry',
  car: 'open',
  bicycle: 'open',
  foot: 'open',
};

/** Level of a mode by the kind of way, before its access tags. */
function usualLevel(tags: Tags, kind: HighwayKind, mode: Mode, isFerry: boolean): Level {
  if (isFerry) {
    // Where people or bicycles are named, cars have to be named too.
    const namesOthers = speaksOf(tags, 'foot') || tags.has('bicycle');
    return mode === 'car' && namesOthers && !speaksOf(tags, 'car') ? closed : open;
  }
  if (tags.get('service') === 'emergency_access' && mode === 'car') return closed;
  return accessLevel[kind[mode]];
}

function isNeverFor(tags: Tags, mode: Mode): boolean {
  if (isIceRoad(tags)) return true;
  if (tags.get('highway') === 'steps') return mode !== 'foot';
  return mode === 'car' && isFord(tags);
}

/** Two bits for each mode forwards, then the same backwards. */
function packAccess(tags: Tags, kind: HighwayKind, isFerry: boolean): number {
  let bits = 0;
  modes.forEach((mode, place) => {
    if (isNeverFor(tags, mode)) return;
    const usual = usualLevel(tags, kind, mode, isFerry);
    const directions = directionsOf(tags, mode);
    if (directions.forward) bits |= accessFor(tags, mode, 'forward', usual) << (2 * place);
    if (directions.backward) bits |= accessFor(tags, mode, 'backward', usual) << (2 * (place + modes.length));
  });
  // A person on foot goes both ways or not at all.
  const foot = 2 * modes.indexOf('foot');
  const level = Math.max((bits >> foot) & 3, (bits >> (foot + 2 * modes.length)) & 3);
  return (bits & ~((3 << foot) | (3 << (foot + 6)))) | (level << foot) | (level << (foot + 6));
}

const isYes = (text: string | undefined): boolean =>
  text !== undefined && text !== 'no' && text !== 'disused';

const hasPavement = (tags: Tags): boolean =>
  ['sidewalk', 'sidewalk:left', 'sidewalk:right', 'sidewalk:both'].some((key) =>
    ['yes', 'both', 'left', 'right', 'separate'].includes(tags.get(key) ?? ''),
  );

function flagsOf(tags: Tags, isFerry: boolean): number {
  const lit = tags.get('lit');
  return (
    (isFerry ? edgeFlag.ferry : 0) |
    (isRoundabout(tags) ? edgeFlag.roundabout : 0) |
    (isYes(lit) ? edgeFlag.lit : 0) |
    (lit === undefined ? edgeFlag.lightUnknown : 0)
  );
}

const hasConditions = (tags: Tags): boolean => [...tags.keys()].some((key) => key.endsWith(':conditional'));

/** Reads the tags of a way that has `highway` or is a ferry; says why where it is no street of ours. */
export function roadProfile(tags: Tags): RoadProfile | DropReason {
  const isFerry = tags.get('route') === 'ferry' && !tags.has('highway');
  const kind = isFerry ? ferryKind : highwayKind(tags);
  if (typeof kind === 'string') return kind;
  // The outline of a square is walked along; a yard for cars has ways of its own.
  if (tags.get('area') === 'yes' && kind.car !== 'closed') return 'area';
  const access = packAccess(tags, kind, isFerry);
  if (access === 0) return 'closed-to-all';
  return {
    highway: kind.highway,
    surface: isFerry ? 'paved' : statedSurface(tags),
    limit: speedLimit(tags),
    looksBuiltUp: isYes(tags.get('lit')) || hasPavement(tags),
    flags: flagsOf(tags, isFerry),
    access,
    isFerry,
    ferrySeconds: isFerry ? readDurationSeconds(tags.get('duration')) : null,
    isCarRoad: !isFerry && kind.car !== 'closed',
    hasConditions: hasConditions(tags),
  };
}
