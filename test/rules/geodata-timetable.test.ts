import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayKindOf, servicesOn, tripsByDay } from '#core/transit/calendar.ts';
import { readGtfs } from '#core/transit/gtfs/read.ts';
import { publicHolidaysIn } from '#core/transit/public-holidays.ts';
import { buildDatasets } from '../../geodata/build/datasets.ts';
import { geodataFolder } from '../../geodata/build/tables.ts';
import { timetableTexts } from '../../geodata/build/timetable.ts';
import { schoolTerms } from '../../geodata/build/timetable-calendar.ts';

const folder = join(geodataFolder, 'timetable');
const files = readdirSync(folder).sort();
const shipped = Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const tables = Object.fromEntries(files.map((name) => [name, [shipped[name] ?? '']]));
const { timetable, report } = readGtfs([{ fileName: 'timetable', tables }]);
const [feed] = report.feeds;

const tripsOn = (date: string): string[] => {
  const runs = servicesOn(timetable, date);
  return timetable.tripIds.filter((_, trip) => runs[timetable.tripService[trip] ?? 0] === 1);
};

describe('the model timetable', () => {
  it('is what the tables give', () => {
    expect(timetableTexts(buildDatasets())).toEqual(shipped);
  });

  it('is read without a single problem', () => {
    expect(feed?.problems).toEqual([]);
    expect(feed).toMatchObject({ firstDate: '2026-09-01', lastDate: '2027-08-31', tripsLeftOut: 0 });
    expect(feed?.lines).toBeGreaterThanOrEqual(25);
    expect(timetable.tripCount).toBeGreaterThanOrEqual(240);
  });

  it('says of itself, of each line and of each trip that it is no real one', () => {
    expect(shipped['agency.txt']).toContain('not real departures');
    expect(shipped['feed_info.txt']).toContain('not real departures');
    const marked = (name: string) => (shipped[name] ?? '').trim().split('\n').slice(1);
    for (const row of [...marked('routes.txt'), ...marked('trips.txt')])
      expect(row).toContain('paraugs / example');
  });

  it('runs thinner on Saturdays, thinner still on Sundays, and for schools in terms only', () => {
    const [schoolDay, holiday] = ['2026-11-24', '2026-12-29'];
    const count = (date: string) => tripsOn(date).length;
    expect(count(schoolDay)).toBeGreaterThan(count(holiday));
    expect(count(holiday)).toBeGreaterThan(count('2026-11-28'));
    expect(count('2026-11-28')).toBeGreaterThan(count('2026-11-29'));
    expect(tripsOn(holiday).filter((id) => id.includes('school'))).toEqual([]);
    expect(tripsOn('2026-11-18').filter((id) => id.includes('weekdays'))).toEqual([]);
    expect(count('2026-11-18')).toBe(count('2026-11-29'));
  });

  it('has as many trips on every two days of one kind and one day of the week', () => {
    const terms = schoolTerms();
    const isHoliday = publicHolidaysIn('Europe/Riga');
    const seen = new Map<string, Set<number>>();
    const first = Date.parse(timetable.firstDate);
    tripsByDay(timetable).forEach((trips, index) => {
      const date = new Date(first + index * 86_400_000);
      const text = date.toISOString().slice(0, 10);
      const kind = dayKindOf(text, terms, isHoliday);
      const isFriday = date.getUTCDay() === 5 && kind === 'school-day';
      const key = `${kind} ${isFriday}`;
      seen.set(key, (seen.get(key) ?? new Set()).add(trips));
    });
    expect([...seen.keys()].sort()).toEqual([
      'free-weekday false',
      'saturday false',
      'school-day false',
      'school-day true',
      'sunday false',
    ]);
    for (const [key, counts] of seen) expect([key, counts.size]).toEqual([key, 1]);
  });

  it('keeps the departures that the facts state', () => {
    const times = shipped['stop_times.txt'] ?? '';
    for (const row of [
      'model-vilciens-daily-out-1545,15:45:00,15:45:00,rail-riga,1,0',
      'model-vilciens-daily-out-1545,17:30:00,17:30:00,rail-tukums-ii,8,0',
      'model-vilciens-daily-back-0546,05:46:00,05:46:00,rail-tukums-ii,1,0',
      'model-vilciens-daily-back-1745,19:15:00,19:15:00,rail-riga,8,0',
      'model-5741-school-mo-th-out-1550,15:50:00,15:50:00,bus-kandavas-ao,1,0',
      'model-5741-school-fr-out-1520,15:20:00,15:20:00,bus-kandavas-ao,1,0',
      'model-5183-zemite-school-mo-th-back-1635,16:35:00,16:35:00,bus-zemite,1,0',
    ]) {
      expect(times).toContain(row);
    }
    expect(times).toMatch(/,12:00:00,12:00:00,bus-tukuma-lauktehnika,/);
    expect(times).toMatch(/,16:05:00,16:05:00,bus-tukuma-lauktehnika,/);
  });

  it('calls at every parish centre', () => {
    const names = new Set(timetable.stops.map(({ name }) => name));
    const centres =
      'Vienība Džūkste Irlava Abavnieki Lestene Pūre Sēme Slampe Tume Zentene Cēre Matkule Vāne Zante Zemīte Engure Lapmežciems Smārde Jaunpils Viesatas';
    for (const centre of centres.split(' ')) expect(names).toContain(centre);
  });
});
