import type { Mode } from '../street.ts';
import type { Tags } from './highway.ts';
import type { OsmMember } from './relation.ts';

/** A turn restriction as the file holds it, by ids of ways and nodes. */
export interface RawRestriction {
  readonly relationId: number;
  readonly kind: 'no' | 'only';
  readonly modes: readonly Mode[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Either one node or one way or more, in the order of travel. */
  readonly viaNode: number | null;
  readonly viaWays: readonly number[];
}

/** Why a restriction is not kept. */
export const ignoredReasons = [
  'not-understood',
  'conditional',
  'other-vehicles',
  'incomplete',
  'way-not-read',
  'not-connected',
  'ambiguous',
] as const;
export type IgnoredReason = (typeof ignoredReasons)[number];

/** Vehicles of a `restriction:` key or an `except` that are ours. */
const vehicles: Readonly<Record<string, readonly Mode[]>> = {
  motorcar: ['car'],
  motor_vehicle: ['car'],
  vehicle: ['car', 'bicycle'],
  bicycle: ['bicycle'],
};

const limits = ['day_on', 'hour_on', 'restriction:conditional'];

/** The value of `restriction`, or of the variant for one of our vehicles, with the modes it is for. */
function readKind(tags: Tags): { readonly value: string; readonly modes: readonly Mode[] } | null {
  const plain = tags.get('restriction');
  if (plain !== undefined) return { value: plain, modes: ['car', 'bicycle'] };
  for (const [vehicle, modes] of Object.entries(vehicles)) {
    const value = tags.get(`restriction:${vehicle}`);
    if (value !== undefined) return { value, modes };
  }
  return null;
}

const waysIn = (members: readonly OsmMember[], role: string): number[] =>
  members.filter((member) => member.type === 'way' && member.role === role).map(({ id }) => id);

/** Whether a relation is a turn restriction of any kind. */
export const isRestriction = (tags: Tags): boolean => /^restriction(:|$)/.test(tags.get('type') ?? '');

/** Reads a turn restriction; says why where it is not kept. */
export function readRestriction(
  relationId: number,
  tags: Tags,
  members: readonly OsmMember[],
): RawRestriction | IgnoredReason {
  const said = readKind(tags);
  if (said === null) {
    return [...tags.keys()].some((key) => key.endsWith(':conditional')) ? 'conditional' : 'other-vehicles';
  }
  if (limits.some((key) => tags.has(key))) return 'conditional';
  const kind = /^(no|only)_/.exec(said.value)?.[1];
  if (kind !== 'no' && kind !== 'only') return 'not-understood';
  const excepted = (tags.get('except') ?? '').split(';').flatMap((word) => vehicles[word.trim()] ?? []);
  const modes = said.modes.filter((mode) => !excepted.includes(mode));
  if (modes.length === 0) return 'other-vehicles';
  const viaNodes = members.filter(({ type, role }) => type === 'node' && role === 'via');
  const viaWays = waysIn(members, 'via');
  const [from, to] = [waysIn(members, 'from'), waysIn(members, 'to')];
  const hasVia = viaNodes.length === 1 ? viaWays.length === 0 : viaNodes.length === 0 && viaWays.length > 0;
  if (from.length === 0 || to.length === 0 || !hasVia) return 'incomplete';
  return { relationId, kind, modes, from, to, viaNode: viaNodes[0]?.id ?? null, viaWays };
}
