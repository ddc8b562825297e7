import { beforeAll, describe, expect, it } from 'vitest';
import type { RidePart } from '#core/transit/boarding.ts';
import { createDays, secondsOfWall } from '#core/transit/day.ts';
import { createRaptor, type Raptor } from '#core/transit/raptor.ts';
import { type Ends, type Itinerary, journeyArrivingBy, journeyLeavingAt } from '#core/transit/trace.ts';
import { snapOnFoot, type Walks, walksBetween, walksOf } from '#core/transit/walks.ts';
import { hasPortoAlegre, monday, type PortoAlegre, readPortoAlegre, readTable } from './porto-alegre.ts';

/** Trip, stop and time of getting on, stop and time of getting off. */
type Ride = readonly [trip: string, on: string, at: string, off: string, by: string];
interface Checked {
  readonly from: string;
  readonly to: string;
  /** "by 13:00" or "from 12:00". */
  readonly asked: string;
  /** To the minute. */
  readonly leaves: string;
  readonly arrives: string;
  readonly rides: readonly Ride[];
}

/**
 * Ten journeys, each taken through the rows of `stops.txt`, `trips.txt` and `stop_times.txt` by hand; how is
 * told in docs/methods/travel-by-public-transport.md, "Checked by hand".
 */
const checked: readonly Checked[] = [
  {
    from: 'farrapos_station',
    to: 'public_market',
    asked: 'by 13:00',
    leaves: '12:40',
    arrives: '12:53',
    rides: [['1:FULLW_NH_MR_11:59:00', '1:FR', '12:45:00', '1:MR', '12:51:35']],
  },
  {
    from: 'public_market',
    to: 'farrapos_station',
    asked: 'from 12:00',
    leaves: '12:08',
    arrives: '12:21',
    rides: [['1:FULLW_MR_NH_12:11:00', '1:MR', '12:11:00', '1:FR', '12:17:35']],
  },
  {
    from: 'pucrs',
    to: 'public_market',
    asked: 'by 13:30',
    leaves: '12:55',
    arrives: '13:25',
    rides: [['0:T9-1@1#1227', '0:6484', '12:55:38', '0:5233', '13:16:00']],
  },
  {
    from: 'public_market',
    to: 'pucrs',
    asked: 'from 12:30',
    leaves: '12:30',
    arrives: '13:05',
    rides: [
      ['0:375-2@1#1238', '0:5403', '12:38:00', '0:2025', '12:54:55'],
      ['0:T4-2@1#1230', '0:2021', '13:00:08', '0:6484', '13:05:07'],
    ],
  },
  {
    from: 'iguatemi_shopping_center',
    to: 'beira_rio_stadium',
    asked: 'by 14:00',
    leaves: '12:53',
    arrives: '13:49',
    rides: [
      ['0:T7-1@1#1238', '0:3066', '12:58:46', '0:1535', '13:35:41'],
      ['0:187-2@1#1330', '0:1535', '13:37:32', '0:6384', '13:44:12'],
    ],
  },
  {
    from: 'beira_rio_stadium',
    to: 'iguatemi_shopping_center',
    asked: 'from 12:00',
    leaves: '12:00',
    arrives: '13:14',
    rides: [['0:T7-2@1#1219', '0:6415', '12:19:00', '0:3067', '13:03:20']],
  },
  {
    from: 'moinhos_de_vento_hospital',
    to: 'gasometer_museum',
    asked: 'by 13:00',
    leaves: '12:20',
    arrives: '12:58',
    rides: [
      ['0:173-2@1#1246', '0:1623', '12:47:29', '0:1580', '12:49:16'],
      ['0:188-1@1#1215', '0:1576', '12:52:01', '0:1505', '12:56:17'],
    ],
  },
  {
    from: 'gasometer_museum',
    to: 'moinhos_de_vento_hospital',
    asked: 'from 13:15',
    leaves: '13:24',
    arrives: '13:49',
    rides: [
      ['0:188-1@1#1245', '0:1505', '13:26:17', '0:1643', '13:30:00'],
      ['0:671-2@1#1335', '0:5270', '13:35:00', '0:2200', '13:44:27'],
    ],
  },
  {
    from: 'farrapos_station',
    to: 'pucrs',
    asked: 'by 14:00',
    leaves: '13:21',
    arrives: '13:59',
    rides: [
      ['0:T2-1@1#1329', '0:3609', '13:29:00', '0:3633', '13:34:58'],
      ['0:3442-1@1#1308', '0:6005', '13:39:12', '0:6484', '13:58:50'],
    ],
  },
  {
    from: 'pucrs',
    to: 'farrapos_station',
    asked: 'from 12:15',
    leaves: '12:27',
    arrives: '13:09',
    rides: [
      ['0:3442-1@1#1218', '0:2712', '12:29:48', '0:6005', '12:49:12'],
      ['0:B56-1@1#1225', '0:3634', '12:58:23', '0:3615', '13:02:49'],
    ],
  },
];

const title = hasPortoAlegre ? '' : ' (SKIPPED: its files are not beside the project)';

describe.skipIf(!hasPortoAlegre)(`ten journeys in Porto Alegre${title}`, () => {
  let city: PortoAlegre;
  let raptor: Raptor;
  let walks: Walks;
  let names: string[];

  beforeAll(async () => {
    city = await readPortoAlegre();
    raptor = createRaptor(city.network, createDays(city.network.timetable)(monday));
    names = [...city.places.keys()];
    const points = snapOnFoot(city.index, [...city.places.values()]);
    walks = walksBetween(city.graph, points, city.network.stopSnaps, 1800);
  });

  const endsOf = ({ from, to }: Checked): Ends => ({
    access: walksOf(walks, names.indexOf(from)),
    egress: walksOf(walks, names.indexOf(to)),
  });
  const find = (journey: Checked): Itinerary | null => {
    const [how = '', time = ''] = journey.asked.split(' ');
    const plan = how === 'by' ? journeyArrivingBy : journeyLeavingAt;
    return plan(raptor, endsOf(journey), secondsOfWall(raptor.day, time));
  };
  const ridesOf = (found: Itinerary): Ride[] =>
    found.parts
      .filter((part): part is RidePart => part.kind === 'ride')
      .map(({ pattern, column, boardIndex, alightIndex, departs, arrives }) => {
        const { schedule } = raptor.day;
        const stopAt = (index: number) =>
          city.network.timetable.stops[schedule.stops[(schedule.stopOffset[pattern] ?? 0) + index] ?? -1]
            ?.id ?? '';
        const trip = schedule.trip[(schedule.tripOffset[pattern] ?? 0) + column] ?? -1;
        const id = city.network.timetable.tripIds[trip] ?? '';
        return [id, stopAt(boardIndex), clock(departs), stopAt(alightIndex), clock(arrives)];
      });

  it.each(checked)('$from to $to $asked', (journey) => {
    const found = find(journey);
    if (!found) throw new Error('no journey');
    expect(ridesOf(found)).toEqual(journey.rides);
    expect(clock(found.departs).slice(0, 5)).toBe(journey.leaves);
    expect(clock(found.arrives).slice(0, 5)).toBe(journey.arrives);
  });

  it.each(checked.filter(({ asked }) => asked.startsWith('by')))(
    '$from to $to: a second later is too late',
    (journey) => {
      const deadline = secondsOfWall(raptor.day, journey.asked.slice(3));
      const found = find(journey);
      const later = journeyLeavingAt(raptor, endsOf(journey), (found?.departs ?? 0) + 1);
      expect(later?.arrives).toBeGreaterThan(deadline);
    },
  );

  it('says what the rows of the feeds say where these state a time', () => {
    let stated = 0;
    for (const [feed, prefix] of [
      ['poa_eptc.zip', '0:'],
      ['poa_trensurb.zip', '1:'],
    ] as const) {
      const rows = readTable(feed, 'stop_times.txt').map((row) => row.replaceAll('"', '').split(','));
      for (const [trip, on, at, off, by] of checked.flatMap(({ rides }) => rides)) {
        const calls = rows.filter(([id]) => prefix + id === trip);
        if (calls.length === 0) continue;
        const board = calls.findIndex((row) => prefix + row[3] === on);
        const alight = calls.findLastIndex((row) => prefix + row[3] === off);
        expect(board, trip).toBeGreaterThanOrEqual(0);
        expect(alight, trip).toBeGreaterThan(board);
        for (const [time, wanted] of [
          [calls[board]?.[2], at],
          [calls[alight]?.[1], by],
        ]) {
          if (time === '') continue;
          expect(time).toBe(wanted);
          stated += 1;
        }
      }
    }
    expect(stated).toBe(10);
  });
});

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
