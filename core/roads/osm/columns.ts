import { accessLevel, edgeFlag, roadSurfaces, type StreetColumns } from '../columns.ts';
import { highwayClasses, modes } from '../street.ts';
import type { Passage } from './barrier.ts';
import { type BuiltUpReason, profileOf } from './built-up.ts';
import type { OsmExtract } from './extract.ts';
import type { Network } from './network.ts';
import type { RoadProfile } from './road.ts';
import type { OsmSettings } from './settings.ts';
import { guessedSurface } from './surface.ts';
import { resolveTurns, type Turns } from './turns.ts';

export interface Described {
  readonly columns: StreetColumns;
  readonly turns: Turns;
  /** How each edge was judged built-up or not. */
  readonly builtUpBy: readonly BuiltUpReason[];
}

type Judge = (edge: number) => { readonly isBuiltUp: boolean; readonly reason: BuiltUpReason };

/** Access over a barrier: nobody passes more freely than the barrier lets. */
function throughBarrier(access: number, passage: Passage): number {
  let bits = 0;
  for (let place = 0; place < 2 * modes.length; place += 1) {
    const level = Math.min((access >> (2 * place)) & 3, passage[place % modes.length] ?? accessLevel.open);
    bits |= level << (2 * place);
  }
  return bits;
}

/** A number that the law sets there anyway is no sign: a town street is not faster for being tagged 50. */
function signedKmh({ limit }: RoadProfile, isBuiltUp: boolean, { legalKmh }: OsmSettings): number {
  const legal = isBuiltUp ? legalKmh.builtUp : legalKmh.rural;
  return legal.includes(limit.kmh) ? 0 : limit.kmh;
}

const secondsAt = (decimetres: number, kmh: number): number => decimetres / 10 / (kmh / 3.6);

/** Seconds of each edge of a ferry; where a crossing is cut in several edges, each has its share of it and of the waiting. */
function ferrySeconds(extract: OsmExtract, network: Network, settings: OsmSettings): Int32Array {
  const seconds = new Int32Array(network.edgeCount);
  const lengths = new Map<number, number>();
  const ferries: number[] = [];
  for (let edge = 0; edge < network.edgeCount; edge += 1) {
    if (!profileOf(extract, network, edge).isFerry) continue;
    ferries.push(edge);
    const way = network.edgeWay[edge] ?? 0;
    lengths.set(way, (lengths.get(way) ?? 0) + (network.edgeDecimetres[edge] ?? 0));
  }
  for (const edge of ferries) {
    const whole = lengths.get(network.edgeWay[edge] ?? 0) ?? 1;
    const { ferrySeconds: stated } = profileOf(extract, network, edge);
    const crossing = stated ?? secondsAt(whole, settings.ferryKmh);
    const share = (network.edgeDecimetres[edge] ?? 0) / whole;
    seconds[edge] = Math.max(1, Math.round(share * (crossing + settings.ferryWaitMinutes * 60)));
  }
  return seconds;
}

/** Whether a car or a bicycle may go along an edge in one direction. */
const mayGoBy =
  (access: Uint16Array) =>
  (edge: number, isForward: boolean): boolean => {
    const bits = (access[edge] ?? 0) >> (isForward ? 0 : 2 * modes.length);
    return (bits & 0b1111) !== 0;
  };

/** Gives the edges of a network what tags and place say of them. */
export function describeEdges(
  extract: OsmExtract,
  network: Network,
  judge: Judge,
  settings: OsmSettings,
): Described {
  const { edgeCount } = network;
  const [highway, surface] = [new Uint8Array(edgeCount), new Uint8Array(edgeCount)];
  const [flags, access] = [new Uint16Array(edgeCount), new Uint16Array(edgeCount)];
  const maxSpeed = new Uint8Array(edgeCount);
  const [ref, name] = [new Int32Array(edgeCount), new Int32Array(edgeCount)];
  const builtUpBy: BuiltUpReason[] = [];
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const way = network.edgeWay[edge] ?? 0;
    const profile = profileOf(extract, network, edge);
    const { isBuiltUp, reason } = judge(edge);
    builtUpBy.push(reason);
    highway[edge] = highwayClasses.indexOf(profile.highway);
    surface[edge] = roadSurfaces.indexOf(
      profile.surface ?? guessedSurface(settings, profile.highway, isBuiltUp),
    );
    flags[edge] =
      profile.flags |
      (isBuiltUp ? edgeFlag.builtUp : 0) |
      (profile.surface === null ? edgeFlag.surfaceGuessed : 0);
    maxSpeed[edge] = signedKmh(profile, isBuiltUp, settings);
    const barrier = network.barriers.get(edge);
    access[edge] = barrier === undefined ? profile.access : throughBarrier(profile.access, barrier);
    ref[edge] = extract.roads.ref[way] ?? 0;
    name[edge] = extract.roads.name[way] ?? 0;
  }
  const turns = resolveTurns(extract, network, mayGoBy(access));
  return {
    turns,
    builtUpBy,
    columns: {
      nodeLonLat: network.nodeLonLat,
      nodeKind: network.nodeKind,
      edgeFrom: network.edgeFrom,
      edgeTo: network.edgeTo,
      edgeDecimetres: network.edgeDecimetres,
      edgeHighway: highway,
      edgeSurface: surface,
      edgeFlags: flags,
      edgeMaxSpeedKmh: maxSpeed,
      edgeAccess: access,
      edgeFixedSeconds: ferrySeconds(extract, network, settings),
      edgeRef: ref,
      edgeName: name,
      strings: extract.texts,
      lineOffset: network.lineOffset,
      linePoints: network.linePoints,
      restrictions: turns.restrictions,
    },
  };
}
