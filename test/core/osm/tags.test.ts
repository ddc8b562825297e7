import { describe, expect, it } from 'vitest';
import { accessLevel, edgeFlag } from '#core/roads/columns.ts';
import { passageOf } from '#core/roads/osm/barrier.ts';
import { readDurationSeconds } from '#core/roads/osm/duration.ts';
import { highwayKind } from '#core/roads/osm/highway.ts';
import { directionsOf } from '#core/roads/osm/oneway.ts';
import { type RoadProfile, roadProfile } from '#core/roads/osm/road.ts';
import { defaultOsmSettings } from '#core/roads/osm/settings.ts';
import { speedLimit } from '#core/roads/osm/speed-limit.ts';
import { guessedSurface, statedSurface } from '#core/roads/osm/surface.ts';
import { modes } from '#core/roads/street.ts';

const { closed, ends, open } = accessLevel;

/** "highway=track tracktype=grade2" as tags. */
const tags = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split(' ')
      .filter((pair) => pair !== '')
      .map((pair) => pair.split('=') as [string, string]),
  );

const profile = (text: string): RoadProfile => {
  const found = roadProfile(tags(text));
  if (typeof found === 'string') throw new Error(found);
  return found;
};

/** Levels of car, bicycle and foot forwards, then backwards. */
const levels = (text: string): number[] =>
  Array.from({ length: 6 }, (_, place) => (profile(text).access >> (2 * place)) & 3);

const bothWays = (...level: number[]) => [...level, ...level];

describe('class', () => {
  it.each([
    ['highway=motorway', 'motorway'],
    ['highway=motorway_link', 'motorway'],
    ['highway=trunk', 'trunk'],
    ['highway=trunk motorroad=yes', 'motorway'],
    ['highway=primary_link', 'primary'],
    ['highway=secondary', 'secondary'],
    ['highway=tertiary', 'tertiary'],
    ['highway=unclassified', 'unclassified'],
    ['highway=road', 'unclassified'],
    ['highway=residential', 'residential'],
    ['highway=living_street', 'living_street'],
    ['highway=service', 'service'],
    ['highway=service service=driveway', 'driveway'],
    ['highway=track', 'track'],
    ['highway=track tracktype=grade1', 'track_grade1'],
    ['highway=track tracktype=grade5', 'track_grade5'],
    ['highway=path', 'path'],
    ['highway=footway', 'footway'],
    ['highway=pedestrian', 'footway'],
    ['highway=cycleway', 'cycleway'],
    ['highway=steps', 'steps'],
  ])('%s is %s', (text, highway) => {
    expect(highwayKind(tags(text))).toMatchObject({ highway });
  });

  it.each([
    ['highway=construction', 'not-built'],
    ['highway=proposed', 'not-built'],
    ['highway=raceway', 'not-a-street'],
    ['highway=bus_stop', 'not-a-street'],
    ['highway=residential access=no', 'closed-to-all'],
    ['highway=service area=yes', 'area'],
  ])('%s is left out as %s', (text, reason) => {
    expect(roadProfile(tags(text))).toBe(reason);
  });

  it('keeps the outline of a square for walkers', () => {
    expect(profile('highway=pedestrian area=yes').highway).toBe('footway');
  });
});

describe('surface', () => {
  it.each([
    ['surface=asphalt', 'paved'],
    ['surface=paving_stones', 'paved'],
    ['surface=compacted', 'compacted'],
    ['surface=fine_gravel', 'compacted'],
    ['surface=gravel', 'gravel'],
    ['surface=unpaved', 'gravel'],
    ['surface=dirt', 'ground'],
    ['surface=earth', 'ground'],
    ['surface=sand', 'grass'],
    ['surface=mud', 'grass'],
    ['surface=sett', 'sett'],
    ['surface=unhewn_cobblestone', 'cobblestone'],
    ['surface=asphalt smoothness=good', 'paved'],
    ['surface=asphalt smoothness=bad', 'bad'],
    ['surface=ground smoothness=bad', 'bad'],
    ['surface=grass smoothness=bad', 'grass'],
    ['surface=gravel smoothness=very_bad', 'very-bad'],
    ['smoothness=horrible', 'horrible'],
    ['tracktype=grade2', 'gravel'],
    ['tracktype=grade5', 'grass'],
    ['surface=compacted tracktype=grade4', 'compacted'],
    ['surface=asphalt;gravel', 'paved'],
    ['surface=chocolate', null],
    ['smoothness=good', null],
    ['', null],
  ])('%s is %s', (text, surface) => {
    expect(statedSurface(tags(text))).toBe(surface);
  });

  it('guesses by class and place', () => {
    const guess = (highway: RoadProfile['highway'], isBuiltUp: boolean) =>
      guessedSurface(defaultOsmSettings, highway, isBuiltUp);
    expect(guess('tertiary', false)).toBe('paved');
    expect(guess('unclassified', false)).toBe('gravel');
    expect(guess('unclassified', true)).toBe('paved');
    expect(guess('residential', true)).toBe('paved');
    expect(guess('track_grade3', true)).toBe('ground');
    expect(guess('path', false)).toBe('ground');
    expect(guess('footway', false)).toBe('paved');
  });
});

describe('speed limit', () => {
  it.each([
    ['maxspeed=70', 70, null],
    ['maxspeed=30;50', 30, null],
    ['maxspeed=50,mph', 0, null],
    ['maxspeed=LV:urban', 0, 'built-up'],
    ['maxspeed=LV:rural', 0, 'rural'],
    ['maxspeed=LV:living_street', 20, 'built-up'],
    ['maxspeed=DE:zone30', 30, 'built-up'],
    ['maxspeed=50 source:maxspeed=LV:urban', 50, 'built-up'],
    ['maxspeed=90 maxspeed:type=LV:rural', 90, 'rural'],
    ['maxspeed=30 zone:maxspeed=LV:30', 30, 'built-up'],
    ['zone:traffic=LV:urban', 0, 'built-up'],
    ['maxspeed=70 source:maxspeed=sign', 70, null],
    ['maxspeed:forward=70 maxspeed:backward=50', 50, null],
    ['maxspeed:backward=50', 50, null],
    ['maxspeed=none', 0, null],
    ['maxspeed=walk', 7, null],
    ['maxspeed=3', 0, null],
    ['maxspeed=signals', 0, null],
    ['', 0, null],
  ])('%s is %s km/h in zone %s', (text, kmh, zone) => {
    expect(speedLimit(tags(text))).toEqual({ kmh, zone });
  });

  it('reckons miles', () => {
    expect(speedLimit(new Map([['maxspeed', '30 mph']]))).toEqual({ kmh: 48, zone: null });
  });
});

describe('access', () => {
  it.each([
    ['highway=residential', bothWays(open, open, open)],
    ['highway=motorway oneway=no', bothWays(open, closed, closed)],
    ['highway=trunk motorroad=yes', bothWays(open, closed, closed)],
    ['highway=track', bothWays(ends, open, open)],
    ['highway=track access=yes', bothWays(ends, open, open)],
    ['highway=track motor_vehicle=yes', bothWays(open, open, open)],
    ['highway=track motor_vehicle=forestry', bothWays(closed, open, open)],
    ['highway=path', bothWays(closed, open, open)],
    ['highway=path access=yes', bothWays(closed, open, open)],
    ['highway=footway', bothWays(closed, closed, open)],
    ['highway=footway bicycle=yes', bothWays(closed, open, open)],
    ['highway=cycleway', bothWays(closed, open, open)],
    ['highway=cycleway foot=no', bothWays(closed, open, closed)],
    ['highway=steps bicycle=yes', bothWays(closed, closed, open)],
    ['highway=service access=private', bothWays(ends, ends, ends)],
    ['highway=service access=private foot=yes', bothWays(ends, ends, open)],
    ['highway=service access=customers', bothWays(ends, ends, ends)],
    ['highway=residential motor_vehicle=destination', bothWays(ends, open, open)],
    ['highway=residential vehicle=no', bothWays(closed, closed, open)],
    ['highway=residential vehicle=no bicycle=yes', bothWays(closed, open, open)],
    ['highway=residential access=no motor_vehicle=no motorcar=yes', bothWays(open, closed, closed)],
    ['highway=residential access=no bus=yes foot=yes', bothWays(closed, closed, open)],
    ['highway=residential bicycle=use_sidepath', bothWays(open, closed, open)],
    ['highway=residential bicycle=dismount', bothWays(open, closed, open)],
    ['highway=residential access=unheard_of', bothWays(open, open, open)],
    ['highway=service service=emergency_access', bothWays(closed, open, open)],
    ['highway=unclassified ford=yes', bothWays(closed, open, open)],
  ])('%s', (text, expected) => {
    expect(levels(text)).toEqual(expected);
  });

  it('closes ice roads to all', () => {
    expect(roadProfile(tags('highway=unclassified ice_road=yes'))).toBe('closed-to-all');
  });

  it('reads a direction of access, and lets people on foot go both ways', () => {
    expect(levels('highway=residential motor_vehicle:backward=no')).toEqual([
      open,
      open,
      open,
      closed,
      open,
      open,
    ]);
    expect(levels('highway=residential foot:backward=no')).toEqual(bothWays(open, open, open));
  });
});

describe('direction', () => {
  const forward = { forward: true, backward: false };
  const both = { forward: true, backward: true };
  it.each([
    ['highway=residential', both, both],
    ['highway=residential oneway=yes', forward, forward],
    ['highway=residential oneway=-1', { forward: false, backward: true }, { forward: false, backward: true }],
    [
      'highway=residential oneway=reversible',
      { forward: false, backward: false },
      { forward: false, backward: false },
    ],
    ['highway=residential oneway=yes oneway:bicycle=no', forward, both],
    ['highway=residential oneway:bicycle=yes', both, forward],
    ['highway=residential oneway=yes cycleway=opposite_lane', forward, both],
    ['highway=residential oneway=yes cycleway:left:oneway=-1', forward, both],
    ['highway=residential oneway:motor_vehicle=yes', forward, both],
    ['highway=residential junction=roundabout', forward, forward],
    ['highway=residential junction=roundabout oneway=no', both, both],
    ['highway=motorway', forward, forward],
  ])('%s', (text, car, bicycle) => {
    expect(directionsOf(tags(text), 'car')).toEqual(car);
    expect(directionsOf(tags(text), 'bicycle')).toEqual(bicycle);
    expect(directionsOf(tags(text), 'foot')).toEqual(both);
  });

  it('closes the other direction', () => {
    expect(levels('highway=residential oneway=-1')).toEqual([closed, closed, open, open, open, open]);
  });
});

describe('flags', () => {
  it('knows light, its absence and what nobody said', () => {
    expect(profile('highway=residential lit=yes').flags).toBe(edgeFlag.lit);
    expect(profile('highway=residential lit=no').flags).toBe(0);
    expect(profile('highway=residential').flags).toBe(edgeFlag.lightUnknown);
    expect(profile('highway=residential lit=no junction=roundabout').flags).toBe(edgeFlag.roundabout);
  });
});

describe('ferries', () => {
  it('reads who is carried and how long it takes', () => {
    const ferry = profile('route=ferry duration=00:20');
    expect(ferry).toMatchObject({ highway: 'ferry', isFerry: true, ferrySeconds: 1200 });
    expect(ferry.flags & edgeFlag.ferry).toBe(edgeFlag.ferry);
    expect(levels('route=ferry')).toEqual(bothWays(open, open, open));
    expect(levels('route=ferry foot=yes')).toEqual(bothWays(closed, open, open));
    expect(levels('route=ferry foot=yes motor_vehicle=yes')).toEqual(bothWays(open, open, open));
    expect(profile('route=ferry').ferrySeconds).toBeNull();
  });

  it.each([
    ['20', 1200],
    ['01:30', 5400],
    ['00:05:30', 330],
    ['PT1H30M', 5400],
    ['P1DT1S', 86_401],
    ['soon', null],
    ['PT', null],
    ['', null],
    [undefined, null],
  ])('duration %s is %s s', (text, seconds) => {
    expect(readDurationSeconds(text)).toBe(seconds);
  });
});

describe('barriers', () => {
  it.each([
    ['barrier=gate', null],
    ['barrier=lift_gate', null],
    ['barrier=gate access=private', [ends, ends, ends]],
    ['barrier=gate access=no foot=yes', [closed, closed, open]],
    ['barrier=gate motor_vehicle=no', [closed, open, open]],
    ['barrier=gate locked=yes', [closed, closed, closed]],
    ['barrier=gate locked=yes foot=yes', [closed, closed, open]],
    ['barrier=bollard', [closed, open, open]],
    ['barrier=bollard motor_vehicle=destination', [ends, open, open]],
    ['barrier=bollard access=yes', null],
    ['barrier=bollard bicycle=no', [closed, closed, open]],
    ['barrier=cycle_barrier', [closed, open, open]],
    ['barrier=stile', [closed, closed, open]],
    ['barrier=toll_booth', null],
    ['barrier=something_new', null],
    ['ford=yes', [closed, open, open]],
    ['highway=crossing', null],
  ])('%s', (text, passage) => {
    expect(passageOf(tags(text))).toEqual(passage);
    expect(modes).toEqual(['car', 'bicycle', 'foot']);
  });
});
