import { describe, expect, it } from 'vitest';
import { change, faultsOf, read, tiny } from './feed.ts';

describe('a feed is refused when', () => {
  it.each(['agency.txt', 'stops.txt', 'routes.txt', 'trips.txt', 'stop_times.txt'] as const)(
    '%s is missing',
    (table) => {
      const { [table]: _, ...tables } = tiny;
      expect(faultsOf([tables])).toEqual([`a.zip/${table}: missing`]);
    },
  );

  it('it has neither calendar.txt nor calendar_dates.txt; either is enough', () => {
    const { 'calendar.txt': calendar, ...rest } = tiny;
    expect(faultsOf([rest])).toEqual(['a.zip/calendar.txt, calendar_dates.txt: missing']);
    const dates = 'service_id,date,exception_type\nW,20260105,1\n';
    expect(read([{ ...rest, 'calendar_dates.txt': dates }]).timetable).toMatchObject({
      firstDate: '2026-01-05',
      dayCount: 1,
    });
    expect(read([{ ...rest, 'calendar.txt': calendar ?? '' }]).timetable.dayCount).toBe(30);
  });

  it('a required column is missing, or the table is empty', () => {
    const noStops = tiny['stop_times.txt']?.replace('stop_id', 'stop') ?? '';
    expect(faultsOf([change({ 'stop_times.txt': noStops })])).toEqual([
      'a.zip/stop_times.txt: stop_id 1: missing',
    ]);
    expect(faultsOf([change({ 'trips.txt': '' })])).toHaveLength(3);
  });

  it('its calendar covers no date', () => {
    const never = tiny['calendar.txt']?.replace('20260131', '20251231') ?? '';
    const [first, cause] = faultsOf([change({ 'calendar.txt': never })]);
    expect(first).toBe('a.zip/trips.txt: out-of-range 0 >= 1');
    expect(cause).toBe('a.zip/trips.txt 2: malformed never-runs: T');
  });

  it('all its ids are unknown; the causes are named', () => {
    const found = faultsOf([change({ 'trips.txt': 'route_id,service_id,trip_id\nQ,W,T\n' })]);
    expect(found).toEqual([
      'a.zip/trips.txt: out-of-range 0 >= 1',
      'a.zip/trips.txt 2: unknown-reference unknown-reference: route_id Q',
    ]);
  });

  it.each(['Mars/Olympus', ''])('its time zone is none: "%s"', (zone) => {
    const agency = `agency_name,agency_timezone\nX,${zone}\n`;
    const fault = zone === '' ? 'missing  IANA' : `not-one-of ${zone} IANA`;
    expect(faultsOf([change({ 'agency.txt': agency })])).toEqual([
      `a.zip/agency.txt: agency_timezone 2: ${fault}`,
    ]);
  });

  it('two of its agencies have different time zones', () => {
    const agencies = change({}, { 'agency.txt': 'Y,Agency Y,Europe/Vilnius\n' });
    expect(faultsOf([agencies])).toEqual([
      'a.zip/agency.txt: agency_timezone 3: not-one-of Europe/Vilnius Europe/Riga',
    ]);
  });
});

describe('several feeds are refused when', () => {
  it('their time zones differ', () => {
    const other = change({ 'agency.txt': 'agency_name,agency_timezone\nY,America/Sao_Paulo\n' });
    expect(faultsOf([tiny, other])).toEqual([
      'b.zip/agency.txt: agency_timezone: not-one-of America/Sao_Paulo Europe/Riga',
    ]);
  });

  it('no date is common to them', () => {
    const later = tiny['calendar.txt']?.replace('20260101,20260131', '20260201,20260228') ?? '';
    expect(faultsOf([tiny, change({ 'calendar.txt': later })])).toEqual([
      'b.zip/calendar.txt: out-of-range 2026-02-02/2026-02-27 2026-01-01/2026-01-30',
    ]);
  });

  it('there are none', () => {
    expect(faultsOf([])).toEqual(['FILE: missing']);
  });
});
