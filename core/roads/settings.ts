import { type Fault, Problem } from '../problem.ts';
import { defaultSnapSettings, type SnapSettings } from './snap.ts';
import { defaultSpeeds, type SpeedModel } from './speed.ts';

/** What `geodata/settings/travel.json` says under `streets`; described in `docs/methods/travel-by-road.md`. */
export interface StreetSettings
  extends Pick<SpeedModel, 'car' | 'carSurfaceCap' | 'signedLimit' | 'bicycle' | 'penaltySeconds'> {
  /** Shares of a car's speed that are left in winter, taken while it is on. */
  readonly winter: { readonly isOn: boolean; readonly paved: number; readonly unpaved: number };
  /** Who walks, and everybody's speed in km/h. */
  readonly walker: keyof StreetSettings['walkKmh'];
  readonly walkKmh: { readonly adult: number; readonly older: number };
  readonly snapping: Pick<SnapSettings, 'maxSnapMetres' | 'offRoadDetour'>;
}

const { car, carSurfaceCap, signedLimit, bicycle, penaltySeconds } = defaultSpeeds;
const { maxSnapMetres, offRoadDetour } = defaultSnapSettings;

export const defaultStreetSettings: StreetSettings = {
  car,
  carSurfaceCap,
  signedLimit,
  penaltySeconds,
  winter: { isOn: false, paved: 0.9, unpaved: 0.8 },
  bicycle,
  walker: 'adult',
  walkKmh: { adult: defaultSpeeds.foot, older: 3.6 },
  snapping: { maxSnapMetres, offRoadDetour },
};

/** Least and most of the numbers in each part, and of single numbers that differ from their part. */
const ranges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  car: [1, 130],
  carSurfaceCap: [1, 130],
  signedLimit: [0.1, 1],
  penaltySeconds: [0, 120],
  winter: [0.1, 1],
  bicycle: [1, 40],
  walkKmh: [1, 8],
  'snapping/maxSnapMetres': [1, 10_000],
  'snapping/offRoadDetour': [1, 3],
};

/**
 * The settings as they ship, with what a file says of them in its place. Throws `bad-config` naming every
 * setting that there is none of, or that is out of range.
 */
export function readStreetSettings(given: unknown): StreetSettings {
  const faults: Fault[] = [];
  const settings = overlay(defaultStreetSettings, given ?? {}, '', faults);
  if (faults.length > 0) throw new Problem('bad-config', { faults });
  return settings as StreetSettings;
}

/** What the streets are reckoned with, and how places are joined to them. */
export function applySettings(settings: StreetSettings): { speeds: SpeedModel; snap: SnapSettings } {
  const { winter, walker, walkKmh, snapping, ...same } = settings;
  const foot = walkKmh[walker];
  const { paved, unpaved } = winter;
  const carFactor = winter.isOn ? { paved, unpaved } : defaultSpeeds.carFactor;
  return {
    speeds: { ...defaultSpeeds, ...same, carFactor, foot },
    snap: { ...snapping, offRoadKmh: foot },
  };
}

type Part = Readonly<Record<string, unknown>>;
const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function overlay(usual: unknown, given: unknown, path: string, faults: Fault[]): unknown {
  const field = `streets${path}`;
  if (!isPart(usual)) {
    const fault = faultOf(usual, given, path);
    if (fault) faults.push({ field, value: JSON.stringify(given) ?? '', ...fault });
    return given;
  }
  if (!isPart(given)) {
    faults.push({ field, fault: 'malformed', value: JSON.stringify(given) ?? '', expected: '{ ... }' });
    return usual;
  }
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(usual, name)) continue;
    const expected = Object.keys(usual).join(', ');
    faults.push({ field: `${field}/${name}`, fault: 'unknown-parameter', expected });
  }
  const parts = Object.entries(usual).map(([name, value]) => [
    name,
    Object.hasOwn(given, name) ? overlay(value, given[name], `${path}/${name}`, faults) : value,
  ]);
  return Object.fromEntries(parts);
}

function faultOf(usual: unknown, given: unknown, path: string): Pick<Fault, 'fault' | 'expected'> | null {
  const oneOf = (values: readonly unknown[]): Pick<Fault, 'fault' | 'expected'> | null =>
    values.includes(given) ? null : { fault: 'not-one-of', expected: values.join(', ') };
  if (path === '/walker') return oneOf(Object.keys(defaultStreetSettings.walkKmh));
  if (typeof usual === 'boolean') return oneOf([true, false]);
  if (given === null && path.startsWith('/carSurfaceCap/')) return null;
  if (typeof given !== 'number') return { fault: 'not-a-number' };
  const [least, most] = ranges[path.slice(1)] ?? ranges[path.split('/')[1] ?? ''] ?? [0, 0];
  return given >= least && given <= most ? null : { fault: 'out-of-range', expected: `${least}-${most}` };
}
