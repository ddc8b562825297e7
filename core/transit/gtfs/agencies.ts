import { Problem } from '../../problem.ts';
import { type Reading, readTable, whereIn } from './table.ts';

export interface Agencies {
  /** IANA name of the time zone of all times in the feed. */
  readonly timeZone: string;
  /** Name by id; the name of a sole agency stands under '' too, because rows may then leave its id out. */
  readonly names: ReadonlyMap<string, string>;
}

/** @throws Problem `bad-import` without a known time zone, or with several. */
export function readAgencies(reading: Reading): Agencies {
  const where = whereIn(reading.feed, 'agency.txt');
  const names = new Map<string, string>();
  const zones = new Map<string, number>();
  const layout = {
    table: 'agency.txt',
    required: ['agency_name', 'agency_timezone'],
    optional: ['agency_id'],
  } as const;
  readTable(reading, layout, (at) => (cells, row) => {
    const id = cells[at.agency_id] ?? '';
    const zone = cells[at.agency_timezone] ?? '';
    if (!isTimeZone(zone)) throw zoneFault(where, row, zone, 'IANA');
    if (!zones.has(zone)) zones.set(zone, row);
    if (names.has(id)) reading.problems.add('duplicate-id', 'agency.txt', row, id);
    else names.set(id, cells[at.agency_name] ?? '');
  });
  const [first, second] = zones;
  if (first === undefined) throw zoneFault(where, 1, '', 'IANA');
  if (second !== undefined) throw zoneFault(where, second[1], second[0], first[0]);
  const [only] = names.values();
  if (names.size === 1 && only !== undefined) names.set('', only);
  return { timeZone: first[0], names };
}

const zoneFault = (where: string, row: number, value: string, expected: string): Problem =>
  new Problem('bad-import', {
    faults: [
      {
        field: `${where}: agency_timezone`,
        row,
        fault: value === '' ? 'missing' : 'not-one-of',
        value,
        expected,
      },
    ],
  });

function isTimeZone(name: string): boolean {
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}
