import type { Tags } from './highway.ts';

/** What tags say of speed: a number on a sign, or that the law of town or country holds. */
export interface SpeedLimit {
  /** Whole km/h, 5 to 250; 0 is none stated. */
  readonly kmh: number;
  readonly zone: 'built-up' | 'rural' | null;
}

const kmPerMile = 1.609344;
const walkKmh = 7;

/** Keys that may name a zone: "LV:urban", "LV:rural", "LV:zone30". */
const zoneKeys = ['maxspeed', 'maxspeed:type', 'source:maxspeed', 'zone:traffic', 'zone:maxspeed'];

const zoneOf = (text: string): 'built-up' | 'rural' | null => {
  if (/^([A-Z]{2}[:-])?(urban|living_street|zone:?\d+|bicycle_road|\d+)$/i.test(text)) return 'built-up';
  return /^([A-Z]{2}[:-])?(rural|nsl_single|nsl_dual)$/i.test(text) ? 'rural' : null;
};

function readKmh(text: string): number {
  const match = /^(\d{1,3}(?:\.\d+)?)\s*(mph|km\/h|kmh|kph)?$/i.exec(text.split(';')[0]?.trim() ?? '');
  if (match !== null) {
    const value = Number(match[1]) * (match[2]?.toLowerCase() === 'mph' ? kmPerMile : 1);
    return value >= 5 && value <= 250 ? Math.round(value) : 0;
  }
  const zone = /^(?:[A-Z]{2}[:-])?zone:?(\d{2})$/i.exec(text);
  if (zone !== null) return Number(zone[1]);
  if (/living_street$/.test(text)) return 20;
  return text === 'walk' ? walkKmh : 0;
}

/** The lower of the two directions where only these are stated: an edge has one limit. */
function limitText(tags: Tags): string {
  const plain = tags.get('maxspeed');
  if (plain !== undefined) return plain;
  const [forward, backward] = [tags.get('maxspeed:forward'), tags.get('maxspeed:backward')];
  if (forward === undefined || backward === undefined) return forward ?? backward ?? '';
  return readKmh(forward) <= readKmh(backward) ? forward : backward;
}

/**
 * The speed limit of a way. Numbers are km/h unless they say mph; "none" and what is not understood are no
 * limit. A zone by law is no number: the speeds by class stand under it already.
 */
export function speedLimit(tags: Tags): SpeedLimit {
  const kmh = readKmh(limitText(tags));
  for (const key of zoneKeys) {
    const text = tags.get(key);
    // A bare number is a zone only where the key says so: "zone:maxspeed=LV:30".
    if (text === undefined || (key !== 'zone:maxspeed' && /^\d/.test(text))) continue;
    const zone = zoneOf(text);
    if (zone !== null) return { kmh, zone };
  }
  return { kmh, zone: null };
}
