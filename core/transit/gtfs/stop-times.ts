import { canGetOff, canGetOn } from '../timetable.ts';
import type { StopTable } from './stops.ts';
import { type ColumnsAt, type Reading, readTable } from './table.ts';
import type { TripTable } from './trips.ts';
import { badTime, readNumber, readTime } from './values.ts';

/** One row of `stop_times.txt` with known ids. */
export interface Call {
  readonly sequence: number;
  /** Index into the stops of the feed. */
  readonly stop: number;
  /** Seconds from noon minus 12 hours; `emptyTime` where none is stated. */
  arrival: number;
  departure: number;
  /** Bits `canGetOn`, `canGetOff`. */
  readonly use: number;
  /** `shape_dist_traveled` in the feed's own unit; NaN where none is stated. */
  readonly distance: number;
  /** Line of the table. */
  readonly row: number;
}

/** The calls of a feed, up to some millions, packed while they are read and unpacked trip by trip. */
export interface CallTable {
  /** Calls of a trip by `stop_sequence`; of equal ones by line of the table. */
  callsOf(tripIndex: number): Call[];
  /** Whether a row of the trip could not be read, so that it cannot be used. */
  isBroken(tripIndex: number): boolean;
}

const table = 'stop_times.txt';
const required = ['trip_id', 'stop_id', 'stop_sequence', 'arrival_time', 'departure_time'] as const;
const optional = ['pickup_type', 'drop_off_type', 'shape_dist_traveled'] as const;
type At = ColumnsAt<(typeof required)[number] | (typeof optional)[number]>;

/** Reads `stop_times.txt`. Rows with unknown ids are left out; a time that cannot be read breaks its trip. */
export function readStopTimes(reading: Reading, trips: TripTable, stops: StopTable): CallTable {
  const { problems } = reading;
  const packed = createPacked();
  const broken = new Uint8Array(trips.rows.length);
  readTable(reading, { table, required, optional }, (at) => (cells, row) => {
    const [tripId, stopId] = [cells[at.trip_id] ?? '', cells[at.stop_id] ?? ''];
    const trip = trips.indexOf.get(tripId);
    if (trip === undefined) return problems.add('unknown-reference', table, row, `trip_id ${tripId}`);
    const stop = stops.indexOf.get(stopId);
    if (stop === undefined) return problems.add('unknown-reference', table, row, `stop_id ${stopId}`);
    const sequence = cells[at.stop_sequence] ?? '';
    const arrival = readTime(cells[at.arrival_time] ?? '');
    const departure = readTime(cells[at.departure_time] ?? '');
    if (arrival === badTime || departure === badTime || !/^\d{1,9}$/.test(sequence)) {
      broken[trip] = 1;
      return problems.add('bad-time', table, row, `${tripId}: ${cells[at.arrival_time]} ${sequence}`);
    }
    const use = stopUseOf(cells, at);
    if (use.needsBooking) problems.add('booking-needed', table, row, tripId);
    const distance = readNumber(cells[at.shape_dist_traveled] ?? '') ?? Number.NaN;
    packed.push(trip, { sequence: Number(sequence), stop, arrival, departure, use: use.bits, distance, row });
  });
  const callsOf = packed.byTrip(trips.rows.length);
  return { callsOf, isBroken: (trip) => broken[trip] === 1 };
}

/**
 * `pickup_type` and `drop_off_type`: 0 or empty is regular, 1 is not at all. 3, a word with the driver, is
 * what one does at any stop on request and counts as possible; 2, a call to the agency beforehand, does not:
 * who has not called would be promised a ride that does not come.
 */
function stopUseOf(
  cells: readonly string[],
  at: At,
): { readonly bits: number; readonly needsBooking: boolean } {
  const on = cells[at.pickup_type] ?? '';
  const off = cells[at.drop_off_type] ?? '';
  const bits = (on === '1' || on === '2' ? 0 : canGetOn) | (off === '1' || off === '2' ? 0 : canGetOff);
  return { bits, needsBooking: on === '2' || off === '2' };
}

const stride = 7;

/** Calls as whole numbers side by side: objects for millions of them would not fit. */
function createPacked() {
  let numbers = new Int32Array(stride * 1024);
  let distances = new Float64Array(1024);
  let count = 0;

  const push = (trip: number, call: Call): void => {
    if (count === distances.length) {
      const [more, further] = [new Int32Array(2 * numbers.length), new Float64Array(2 * count)];
      more.set(numbers);
      further.set(distances);
      [numbers, distances] = [more, further];
    }
    const at = count * stride;
    numbers[at] = trip;
    numbers[at + 1] = call.sequence;
    numbers[at + 2] = call.stop;
    numbers[at + 3] = call.arrival;
    numbers[at + 4] = call.departure;
    numbers[at + 5] = call.use;
    numbers[at + 6] = call.row;
    distances[count] = call.distance;
    count += 1;
  };

  const read = (index: number): Call => {
    const field = (offset: number) => numbers[index * stride + offset] ?? 0;
    return {
      sequence: field(1),
      stop: field(2),
      arrival: field(3),
      departure: field(4),
      use: field(5),
      row: field(6),
      distance: distances[index] ?? Number.NaN,
    };
  };

  /** A counting sort by trip; the few calls of one trip are sorted when they are asked for. */
  const byTrip = (tripCount: number): ((trip: number) => Call[]) => {
    const offset = new Int32Array(tripCount + 1);
    const tripOf = (index: number) => numbers[index * stride] ?? 0;
    for (let i = 0; i < count; i += 1) offset[tripOf(i) + 1] = (offset[tripOf(i) + 1] ?? 0) + 1;
    for (let trip = 0; trip < tripCount; trip += 1)
      offset[trip + 1] = (offset[trip + 1] ?? 0) + (offset[trip] ?? 0);
    const next = offset.slice();
    const order = new Int32Array(count);
    for (let i = 0; i < count; i += 1) {
      const place = next[tripOf(i)] ?? 0;
      order[place] = i;
      next[tripOf(i)] = place + 1;
    }
    return (trip) =>
      Array.from(order.subarray(offset[trip], offset[trip + 1]), read).sort(
        (a, b) => a.sequence - b.sequence || a.row - b.row,
      );
  };

  return { push, byTrip };
}
