import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isCovered, servicesOn, tripsByDay } from '#core/transit/calendar.ts';
import { decodeTimetable, encodeTimetable } from '#core/transit/file.ts';
import { readGtfs } from '#core/transit/gtfs/read.ts';

const folder = join(import.meta.dirname, '../../../../shared/real/porto-alegre');
const isThere = existsSync(join(folder, 'poa_eptc.zip'));

/** Real feeds of the buses and the train of Porto Alegre, 2019; they are not part of the project. */
describe.skipIf(!isThere)(
  `Porto Alegre${isThere ? '' : ' (skipped: the feeds are not beside the project)'}`,
  () => {
    const feed = (fileName: string) => {
      const tables = Object.entries(unzipSync(readFileSync(join(folder, fileName))));
      return {
        fileName,
        tables: Object.fromEntries(tables.map(([name, bytes]) => [name, [new TextDecoder().decode(bytes)]])),
      };
    };
    const { timetable, report } = isThere
      ? readGtfs([feed('poa_eptc.zip'), feed('poa_trensurb.zip')])
      : ({} as never);

    it('has every stop, line and trip, and no problem', () => {
      expect(report.feeds).toMatchObject([
        {
          stops: 3986,
          lines: 115,
          trips: 2374,
          calls: 130_019,
          callsInterpolated: 125_271,
          tripsLeftOut: 0,
          problems: [],
        },
        {
          stops: 24,
          lines: 2,
          trips: 1248,
          calls: 14_855,
          callsInterpolated: 0,
          tripsLeftOut: 0,
          problems: [],
        },
      ]);
      expect(timetable).toMatchObject({ timeZone: 'America/Sao_Paulo', tripCount: 3622 });
      expect(timetable.tripTimes).toHaveLength(2 * (130_019 + 14_855));
    });

    it('is valid where both feeds are, and keeps kinds of day apart', () => {
      expect(report).toMatchObject({ firstDate: '2019-04-15', lastDate: '2019-07-15' });
      expect(
        ['2019-04-14', '2019-04-15', '2019-07-15', '2019-07-16'].map((date) => isCovered(timetable, date)),
      ).toEqual([false, true, true, false]);
      const first = Date.parse(timetable.firstDate);
      const trips = (date: string) => tripsByDay(timetable)[(Date.parse(date) - first) / 86_400_000];
      // A Monday, a Saturday, a Sunday, and Corpus Christi, a Thursday that the feed's exceptions thin out.
      expect(['2019-05-13', '2019-05-18', '2019-05-19', '2019-06-20'].map(trips)).toEqual([
        2903, 416, 303, 1582,
      ]);
      expect(servicesOn(timetable, '2019-05-13').some((runs) => runs === 1)).toBe(true);
    });

    it('fills the times between the first stop and the last, never backwards', () => {
      const trip = timetable.tripIds.indexOf('0:T1-2@1#1202');
      const from = timetable.tripTimeOffset[trip] ?? 0;
      const times = timetable.tripTimes.subarray(from, timetable.tripTimeOffset[trip + 1]);
      expect(times[0]).toBe(12 * 3600 + 2 * 60);
      expect(times.every((time, i) => time >= (times[i - 1] ?? 0))).toBe(true);
      expect(new Set(times).size).toBeGreaterThan(40);
    });

    it('is read back from its file as it was', () => {
      expect(decodeTimetable(encodeTimetable(timetable))).toEqual(timetable);
    });
  },
);
