import type { DropReason, Tags } from './highway.ts';
import { type RoadProfile, roadProfile } from './road.ts';

/** Keys that decide how a way is travelled, with any suffix behind a colon. */
const decisive = new Set([
  'highway',
  'route',
  'area',
  'surface',
  'smoothness',
  'tracktype',
  'lit',
  'sidewalk',
  'junction',
  'oneway',
  'cycleway',
  'access',
  'vehicle',
  'motor_vehicle',
  'motorcar',
  'bicycle',
  'foot',
  'maxspeed',
  'zone',
  'ford',
  'ice_road',
  'winter_road',
  'motorroad',
  'service',
  'duration',
]);

const isDecisive = (key: string): boolean =>
  decisive.has(key.split(':', 1)[0] ?? '') || key === 'source:maxspeed';

/** Reads each combination of tags once: a country has a few thousand of them on half a million ways. */
export class Profiles {
  readonly all: RoadProfile[] = [];
  readonly #known = new Map<string, number | DropReason>();

  /** Number of the profile in `all`, or why there is none. */
  numberOf(tags: Tags): number | DropReason {
    const said = [...tags].filter(([key]) => isDecisive(key));
    const name = said
      .map(([key, value]) => `${key}=${value}`)
      .sort()
      .join('\n');
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const profile = roadProfile(new Map(said));
    if (typeof profile === 'object') this.all.push(profile);
    const number = typeof profile === 'string' ? profile : this.all.length - 1;
    this.#known.set(name, number);
    return number;
  }
}
