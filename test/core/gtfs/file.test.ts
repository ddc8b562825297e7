import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTimetable, encodeTimetable } from '#core/transit/file.ts';
import { change, read, tiny } from './feed.ts';

const { timetable } = read([
  tiny,
  change(
    {},
    { 'trips.txt': 'R,W,Ū\n', 'stop_times.txt': 'Ū,09:00:00,09:00:00,A,1\nŪ,09:10:00,09:10:00,D,2\n' },
  ),
]);
const file = encodeTimetable(timetable);

describe('a timetable as a file', () => {
  it('is read back as it was', () => {
    expect(decodeTimetable(file)).toEqual(timetable);
    expect(encodeTimetable(decodeTimetable(file))).toEqual(file);
  });

  it('lies in shared memory, once', () => {
    const first = decodeTimetable(file);
    expect(first.tripTimes.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(first.serviceRuns.buffer).toBe(first.tripTimes.buffer);
    const again = decodeTimetable(first.tripTimes.buffer as SharedArrayBuffer);
    expect(again.tripTimes.buffer).toBe(first.tripTimes.buffer);
    expect(again).toEqual(timetable);
  });

  it('is read from the middle of other bytes, at any place', () => {
    for (const place of [1, 8, 13]) {
      const bytes = new Uint8Array(file.length + place + 5);
      bytes.set(file, place);
      expect(decodeTimetable(bytes.subarray(place, place + file.length))).toEqual(timetable);
    }
  });

  const refused = (bytes: Uint8Array): void => {
    expect(() => decodeTimetable(bytes)).toThrow(expect.objectContaining({ code: 'bad-import' }));
  };

  it('is refused when it is cut short, has something behind it, or is another file', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: file.length - 1 }), (length) => refused(file.slice(0, length))),
    );
    refused(Uint8Array.from([...file, 0]));
    refused(
      new TextEncoder().encode('%PDF-1.7 and so on, long enough to hold a header of this format'.repeat(2)),
    );
  });

  it('is refused when another version wrote it', () => {
    const other = file.slice();
    other[8] = 99;
    refused(other);
  });
});
