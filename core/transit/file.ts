import { Problem } from '../problem.ts';
import type { Timetable } from './timetable.ts';

/**
 * A timetable as one file, little-endian: 8 bytes "TKMTIME" and a zero; then, 4 bytes each, the version of
 * this layout, the length of the texts in bytes, and the number of values of each array in the order of
 * `arrayNames`; then the arrays, each from a multiple of 8 bytes on; then the texts, JSON in UTF-8.
 */
const magic = 'TKMTIME\0';
const version = 1;

const wideNames = [
  'patternLine',
  'patternStopOffset',
  'patternStops',
  'patternTripOffset',
  'tripService',
  'tripTimeOffset',
  'tripTimes',
] as const;
const byteNames = ['patternStopUse', 'serviceRuns'] as const;
const arrayNames = [...wideNames, ...byteNames] as const;
type Arrays = Pick<Timetable, (typeof arrayNames)[number]>;
type Texts = Omit<Timetable, keyof Arrays>;

const headerLength = 16 + 4 * arrayNames.length;

/** Where each array begins, and where the last one ends; a file for these numbers of values. */
function layOut(counts: readonly number[]): { readonly starts: readonly number[]; readonly end: number } {
  let end = aligned(headerLength);
  const starts = counts.map((count, index) => {
    const start = end;
    end = aligned(start + count * (index < wideNames.length ? 4 : 1));
    return start;
  });
  return { starts, end };
}

const aligned = (length: number): number => Math.ceil(length / 8) * 8;

/** @returns the file; the same timetable gives the same bytes. */
export function encodeTimetable(timetable: Timetable): Uint8Array<ArrayBuffer> {
  const texts = new TextEncoder().encode(JSON.stringify(textsOf(timetable)));
  const { starts, end } = layOut(arrayNames.map((name) => timetable[name].length));
  const bytes = new Uint8Array(end + texts.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(magic));
  view.setUint32(8, version, true);
  view.setUint32(12, texts.length, true);
  arrayNames.forEach((name, index) => {
    const values = timetable[name];
    view.setUint32(16 + 4 * index, values.length, true);
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), starts[index]);
  });
  bytes.set(texts, end);
  return bytes;
}

const textsOf = (timetable: Timetable): Texts => ({
  timeZone: timetable.timeZone,
  feeds: timetable.feeds,
  stops: timetable.stops,
  lines: timetable.lines,
  patternCount: timetable.patternCount,
  tripCount: timetable.tripCount,
  tripIds: timetable.tripIds,
  tripHeadsigns: timetable.tripHeadsigns,
  serviceCount: timetable.serviceCount,
  firstDate: timetable.firstDate,
  dayCount: timetable.dayCount,
});

/**
 * Reads a file back. The arrays are views into one piece of shared memory: into the one given, where it is
 * shared already, so that any number of threads read it at the cost of one.
 *
 * @throws Problem `bad-import` when it is another kind of file, of another version, or cut short.
 */
export function decodeTimetable(file: Uint8Array | SharedArrayBuffer): Timetable {
  const bytes = inSharedMemory(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isOurs = bytes.length >= headerLength && textOf(bytes, 0, magic.length) === magic;
  if (!isOurs) throw unreadable('magic');
  if (view.getUint32(8, true) !== version) throw unreadable(`version ${view.getUint32(8, true)}`);
  const counts = arrayNames.map((_, index) => view.getUint32(16 + 4 * index, true));
  const { starts, end } = layOut(counts);
  const textLength = view.getUint32(12, true);
  if (bytes.length !== end + textLength) throw unreadable(`${bytes.length} of ${end + textLength} bytes`);
  const place = (name: keyof Arrays) => {
    const index = arrayNames.indexOf(name);
    return [bytes.buffer, bytes.byteOffset + (starts[index] ?? 0), counts[index] ?? 0] as const;
  };
  const texts = JSON.parse(textOf(bytes, end, textLength)) as Texts;
  return {
    ...texts,
    patternLine: new Int32Array(...place('patternLine')),
    patternStopOffset: new Int32Array(...place('patternStopOffset')),
    patternStops: new Int32Array(...place('patternStops')),
    patternTripOffset: new Int32Array(...place('patternTripOffset')),
    tripService: new Int32Array(...place('tripService')),
    tripTimeOffset: new Int32Array(...place('tripTimeOffset')),
    tripTimes: new Int32Array(...place('tripTimes')),
    patternStopUse: new Uint8Array(...place('patternStopUse')),
    serviceRuns: new Uint8Array(...place('serviceRuns')),
  };
}

const unreadable = (value: string): Problem =>
  new Problem('bad-import', { faults: [{ field: 'timetable', fault: 'malformed', value }] });

function inSharedMemory(file: Uint8Array | SharedArrayBuffer): Uint8Array<SharedArrayBuffer> {
  if (file instanceof SharedArrayBuffer) return new Uint8Array(file);
  const { buffer, byteOffset, length } = file;
  if (buffer instanceof SharedArrayBuffer && byteOffset % 8 === 0) {
    return new Uint8Array(buffer, byteOffset, length);
  }
  const shared = new Uint8Array(new SharedArrayBuffer(length));
  shared.set(file);
  return shared;
}

/** A copy, because a decoder takes no shared memory everywhere. */
const textOf = (bytes: Uint8Array, start: number, length: number): string =>
  new TextDecoder().decode(bytes.slice(start, start + length));
