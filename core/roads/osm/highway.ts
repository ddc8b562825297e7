import type { HighwayClass } from '../street.ts';

/** Tags of one object. */
export type Tags = ReadonlyMap<string, string>;

/** How a `highway` is read: the class it is reckoned as, and who may use it when no tag says otherwise. */
export interface HighwayKind {
  readonly highway: HighwayClass;
  readonly car: 'open' | 'ends' | 'closed';
  readonly bicycle: 'open' | 'closed';
  readonly foot: 'open' | 'closed';
}

const road = (highway: HighwayClass): HighwayKind => ({
  highway,
  car: 'open',
  bicycle: 'open',
  foot: 'open',
});

const way = (highway: HighwayClass, bicycle: 'open' | 'closed'): HighwayKind => ({
  highway,
  car: 'closed',
  bicycle,
  foot: 'open',
});

const motorway: HighwayKind = { ...road('motorway'), bicycle: 'closed', foot: 'closed' };

const kinds: Readonly<Record<string, HighwayKind>> = {
  motorway,
  motorway_link: motorway,
  trunk: road('trunk'),
  trunk_link: road('trunk'),
  primary: road('primary'),
  primary_link: road('primary'),
  secondary: road('secondary'),
  secondary_link: road('secondary'),
  tertiary: road('tertiary'),
  tertiary_link: road('tertiary'),
  unclassified: road('unclassified'),
  road: road('unclassified'),
  residential: road('residential'),
  living_street: road('living_street'),
  service: road('service'),
  track: { ...road('track'), car: 'ends' },
  path: way('path', 'open'),
  bridleway: way('path', 'closed'),
  cycleway: way('cycleway', 'open'),
  footway: way('footway', 'closed'),
  pedestrian: way('footway', 'closed'),
  platform: way('footway', 'closed'),
  steps: way('steps', 'closed'),
};

/** Roads that do not exist yet, or no more. */
const unbuilt: readonly string[] = [
  'construction',
  'proposed',
  'planned',
  'abandoned',
  'razed',
  'disused',
  'demolished',
  'dismantled',
  'removed',
  'no',
];

/** Why a way with a `highway` is no street of ours. */
export type DropReason = 'not-built' | 'not-a-street' | 'closed-to-all' | 'area';

const grades: Readonly<Record<string, HighwayClass>> = {
  grade1: 'track_grade1',
  grade2: 'track_grade2',
  grade3: 'track_grade3',
  grade4: 'track_grade4',
  grade5: 'track_grade5',
};

/** Finer classes told by a second tag; an expressway is a motorway whatever its rank. */
function refine(kind: HighwayKind, tags: Tags): HighwayKind {
  if (tags.get('motorroad') === 'yes' && kind.car === 'open') return motorway;
  if (kind.highway === 'service' && tags.get('service') === 'driveway')
    return { ...kind, highway: 'driveway' };
  const grade = grades[tags.get('tracktype') ?? ''];
  return kind.highway === 'track' && grade !== undefined ? { ...kind, highway: grade } : kind;
}

/** The kind of a way by its `highway`, or why it is left out. */
export function highwayKind(tags: Tags): HighwayKind | DropReason {
  const value = tags.get('highway') ?? '';
  const kind = kinds[value];
  if (kind !== undefined) return refine(kind, tags);
  return unbuilt.includes(value) ? 'not-built' : 'not-a-street';
}
