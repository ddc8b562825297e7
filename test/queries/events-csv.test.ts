import { describe, expect, it } from 'vitest';
import { Problem } from '#core/problem.ts';
import { readEventsCsv } from '#server/import/event/events-csv.ts';
import { csv, eventWorld } from './surroundings.ts';

const read = (...lines: string[]) => readEventsCsv(csv(...lines), eventWorld);

const faultsOf = async (...lines: string[]): Promise<readonly string[]> => {
  try {
    await read(...lines);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return (error as Problem).faults.map(({ row, field, fault }) => `${row} ${field} ${fault}`);
  }
  throw new Error('the file was accepted');
};

describe('a list of events', () => {
  it('is read with Latvian headings, dates and words', async () => {
    const { rows, warnings } = await read(
      'Nosaukums;Kategorija;Norises vieta;Datums;Laiks;Beigu laiks;Cena',
      'Balle;Dejas un balles;Slampes kultūras pils;05.12.2026.;19.00;23:30;3–7,50 €',
    );
    expect(rows[0]).toMatchObject({
      id: 'balle',
      category: 'dance',
      venueId: 'hall',
      place: 'Slampes kultūras pils',
      organiser: null,
      price: { state: 'priced', minEuro: 3, maxEuro: 7.5 },
      rule: { startLocal: '2026-12-05T19:00', durationMinutes: 270, rrule: null },
    });
    expect(warnings).toEqual([]);
  });

  it('may leave the end open, and none is invented', async () => {
    const { rows } = await read('title,category,place,start', 'A,concert,Here,2026-12-05 19:00');
    expect(rows[0]?.rule.durationMinutes).toBeNull();
  });

  it.each([
    ['bezmaksas', { state: 'free' }],
    ['0', { state: 'free' }],
    ['', { state: 'not-stated' }],
    ['5', { state: 'priced', minEuro: 5, maxEuro: 5 }],
  ])('reads the price "%s"', async (price, expected) => {
    const { rows } = await read(
      'title,category,place,start,price',
      `A,concert,Here,2026-12-05 19:00,${price}`,
    );
    expect(rows[0]?.price).toEqual(expected);
  });

  it('knows rules with dates left out, cancelled and moved', async () => {
    const { rows } = await read(
      'title,category,place,start,rrule,except,cancelled,moved',
      'A,concert,Here,2026-08-01 19:00,RRULE:FREQ=WEEKLY;COUNT=5,2026-08-08,2026-08-15,2026-08-22 > 2026-08-23 18:00',
    );
    expect(rows[0]?.rule).toMatchObject({ rrule: 'FREQ=WEEKLY;COUNT=5', exceptLocal: ['2026-08-08T19:00'] });
    expect(rows[0]?.changes).toEqual([
      {
        startLocal: '2026-08-15T19:00',
        status: 'cancelled',
        newStartLocal: null,
        newVenueId: null,
        note: null,
      },
      {
        startLocal: '2026-08-22T19:00',
        status: 'moved',
        newStartLocal: '2026-08-23T18:00',
        newVenueId: null,
        note: null,
      },
    ]);
  });

  it('names events that have no date to show', async () => {
    const { warnings } = await read('title,category,place,start', 'A,concert,Here,2020-12-05 19:00');
    const values = { from: '2026-05-11', to: '2027-08-14' };
    expect(warnings).toEqual([{ code: 'no-date-ahead', row: 2, values }]);
  });

  it('tells the same event on two days apart', async () => {
    const { rows } = await read(
      'title,category,place,start',
      'A,concert,Here,2026-12-05 19:00',
      'A,concert,Here,2026-12-06 19:00',
    );
    expect(rows.map(({ id }) => id)).toEqual(['a-202612051900', 'a-202612061900']);
  });
});

describe('a list with many dates', () => {
  const rows = (count: number, rrule: string) =>
    Array.from({ length: count }, (_, i) => `e${i},A,concert,Here,2026-01-01 19:00,${rrule}`);
  const header = 'id,title,category,place,start,rrule';

  it('is refused at the row that passes what a list may have', async () => {
    // 460 days lie within the horizon: 108 events have 49,680 dates, one more is too many.
    const list = (count: number) => [header, ...rows(count, 'FREQ=DAILY')];
    expect((await read(...list(108))).dates).toHaveLength(108 * 460);
    expect(await faultsOf(...list(120))).toEqual(['110 file out-of-range']);
  });

  it('lets others have their turn while it is read', async () => {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const begun = performance.now();
    await read(header, ...rows(100, 'FREQ=DAILY'));
    const whole = performance.now() - begun;
    clearInterval(timer);
    expect(longest).toBeLessThan(whole / 3);
  });

  it('is refused, not failed, when a rule cannot be followed to today', async () => {
    const begun = 'a,A,concert,Here,1700-01-01 19:00,FREQ=DAILY;COUNT=1000000';
    expect(await faultsOf(header, begun)).toEqual(['2 rrule malformed']);
    const longAgo = 'a,A,concert,Here,1926-01-01 19:00,FREQ=DAILY;COUNT=1000000';
    expect((await read(header, longAgo)).dates).toHaveLength(460);
  });

  it('gives the dates that will be shown', async () => {
    const { dates } = await read(header, ...rows(1, 'FREQ=MONTHLY;COUNT=8'));
    expect(dates.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      '2026-06-01',
      '2026-07-01',
      '2026-08-01',
    ]);
  });
});

describe('faults are named by row and field', async () => {
  const header = 'id,title,category,place,venue,umbrella,start,end,rrule,price,cancelled';
  it.each([
    [
      'an end before the start',
      'a,A,concert,H,,,2026-12-05 19:00,2026-12-05 18:00,,,',
      '2 end end-before-start',
    ],
    ['no start', 'a,A,concert,H,,,,,,,', '2 start missing'],
    ['a day that is none', 'a,A,concert,H,,,2026-02-30 19:00,,,,', '2 start malformed'],
    ['a day without an hour', 'a,A,concert,H,,,2026-12-05,,,,', '2 start malformed'],
    ['no place at all', 'a,A,concert,,,,2026-12-05 19:00,,,,', '2 place missing'],
    ['an unknown venue', 'a,A,concert,,Moon,,2026-12-05 19:00,,,,', '2 venue unknown-reference'],
    ['an unknown festival', 'a,A,concert,H,,nope,2026-12-05 19:00,,,,', '2 umbrella unknown-reference'],
    ['a festival of itself', 'a,A,concert,H,,a,2026-12-05 19:00,,,,', '2 umbrella unknown-reference'],
    ['a rule that is none', 'a,A,concert,H,,,2026-12-05 19:00,,OFTEN,,', '2 rrule malformed'],
    ['every second', 'a,A,concert,H,,,2026-12-05 19:00,,FREQ=SECONDLY,,', '2 rrule malformed'],
    ['a price that is none', 'a,A,concert,H,,,2026-12-05 19:00,,,cheap,', '2 price malformed'],
    ['a price upside down', 'a,A,concert,H,,,2026-12-05 19:00,,,7-3,', '2 price malformed'],
    [
      'a cancelled date that is none of its dates',
      'a,A,concert,H,,,2026-12-05 19:00,,,,2026-12-06',
      '2 cancelled unknown-reference',
    ],
    ['an id of another list', 'taken,A,concert,H,,,2026-12-05 19:00,,,,', '2 id duplicate'],
    ['an unknown category', 'a,A,party,H,,,2026-12-05 19:00,,,,', '2 category not-one-of'],
  ])('%s', async (_, row, fault) => {
    expect(await faultsOf(header, row)).toEqual([fault]);
  });

  it('and those that are not listed are counted', async () => {
    const rows = Array.from({ length: 700 }, (_, i) => `e${i},A,party,H,,,2026-12-05 19:00,,,,`);
    const faults = await read(header, ...rows).catch((error: Problem) => error.faults);
    expect(faults).toHaveLength(501);
    expect((faults as Problem['faults']).at(-1)).toEqual({
      field: 'file',
      fault: 'more-faults',
      value: '+200',
    });
  });
});
