import { accessLevel } from '../columns.ts';
import type { Mode } from '../street.ts';
import type { Tags } from './highway.ts';

/** One of `accessLevel`. */
export type Level = 0 | 1 | 2;

/** From the general to the specific (wiki.openstreetmap.org/wiki/Key:access, "Land-based transportation"). */
const keys: Readonly<Record<Mode, readonly string[]>> = {
  car: ['access', 'vehicle', 'motor_vehicle', 'motorcar'],
  bicycle: ['access', 'vehicle', 'bicycle'],
  foot: ['access', 'foot'],
};

const levelOf = new Map<string, Level>([
  ...['yes', 'permissive', 'designated', 'official', 'public', 'allowed', 'discouraged'].map(
    (value) => [value, accessLevel.open] as const,
  ),
  ...['private', 'destination', 'delivery', 'customers', 'residents', 'permit', 'employees'].map(
    (value) => [value, accessLevel.ends] as const,
  ),
  ...[
    'no',
    'agricultural',
    'forestry',
    'military',
    'emergency',
    'use_sidepath',
    'dismount',
    'psv',
    'bus',
    'restricted',
    'none',
  ].map((value) => [value, accessLevel.closed] as const),
]);

const levelIn = (text: string | undefined): Level | undefined =>
  text === undefined ? undefined : levelOf.get(text.split(';')[0]?.trim() ?? '');

/**
 * How freely a mode may go in one direction. The most specific tag that is understood decides, one with the
 * direction before one without. Plain `access` can only take away: "access=yes" on a footway is no word
 * about cars.
 *
 * @param usual level where no tag speaks.
 */
export function accessFor(tags: Tags, mode: Mode, direction: 'forward' | 'backward', usual: Level): Level {
  for (const key of keys[mode].toReversed()) {
    const level = levelIn(tags.get(`${key}:${direction}`)) ?? levelIn(tags.get(key));
    if (level === undefined) continue;
    return key === 'access' && level > usual ? usual : level;
  }
  return usual;
}

/** Whether any tag speaks of the mode itself, not of everybody. */
export const speaksOf = (tags: Tags, mode: Mode): boolean =>
  keys[mode].some((key) => key !== 'access' && tags.has(key));
