import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { endpoints } from '#core/contract/index.ts';
import { words } from '#core/language/index.ts';
import { Problem } from '#core/problem.ts';
import type { OnDemandZone } from '#core/transit/on-demand.ts';
import { bareListing } from '../core/offer/fixture.ts';
import { version } from '../toytown/engine-data.ts';
import { type LightOptions, lightApp } from './light.ts';
import { toyTravel } from './toy-round-trips.ts';

const occurrence = `/api/v1/occurrences/${bareListing.id}`;
const addresses = {
  roundTrip: `${occurrence}/round-trip`,
  roundTripJourneys: `${occurrence}/round-trip/journeys?cell=1kmX448Y313`,
  shift: `${occurrence}/shift`,
  roundTrips: '/api/v1/round-trips/slampes-pagasts?from=2026-10-23&to=2026-10-25',
  timetable: '/api/v1/timetable',
  onDemand: '/api/v1/on-demand',
  streets: '/api/v1/streets',
  progress: '/api/v1/progress',
} as const;

const versions = [
  version(1, 'venues'),
  version(2, 'events'),
  { ...version(3, 'timetable'), isModel: true, retrievedAt: '2026-11-02' },
  { ...version(4, 'on-demand'), isModel: true },
];
const zone: OnDemandZone = {
  id: 'vane',
  nameLv: 'Vānes pagasts',
  nameEn: 'Vāne Parish',
  area: { territoryIds: ['vanes-pagasts'] },
  days: ['monday', 'saturday'],
  hours: { from: '07:00', to: '22:00' },
  booking: { daysBefore: 1, by: '15:00' },
  seats: null,
  validUntil: '2027-06-30',
  source: 'made up',
  isModel: true,
};
const options: LightOptions = {
  data: {
    currentVersions: async () => versions,
    findReport: async () => ({ kilometres: 12 }),
    listOnDemandZones: async () => [zone],
  },
};
const app = lightApp(options);
const { caveats } = words.en.collections;

describe('answers on travel', () => {
  it.each(Object.keys(addresses) as (keyof typeof addresses)[])(
    '%s is what its schema promises',
    async (name) => {
      const answer = await request(app).get(addresses[name]).set('Accept', 'application/json').expect(200);
      const { schema } = endpoints[name].formats.json;
      expect(schema?.safeParse(answer.body).error).toBeUndefined();
      if (name !== 'progress') {
        expect(answer.body.method.href).toMatch(/\/api\/v1\/methods\/[a-z-]+$/);
        expect(answer.body.caveats.length).toBeGreaterThan(0);
      }
    },
  );

  it('say what a round trip assumes: model timetable, settings, end, day, estimate', async () => {
    const { body } = await request(app).get(`${addresses.roundTrip}?lang=en`).expect(200);
    expect(body.isModel).toBe(true);
    const said = body.caveats.join('\n').replaceAll('\u00a0', ' ');
    for (const part of [
      caveats.modelTimetable,
      caveats.withoutCar,
      'taken to last 120 min',
      'at most 4 rides',
    ])
      expect(said).toContain(part);
    expect(said).toContain('Day: 24 October 2026 (Saturday).');
    expect(said).toContain('unless all its streets are lit');
    expect(body.method.id).toBe('event-round-trip');
  });

  it('say nothing of timetables to those who come by car', async () => {
    const { body } = await request(app).get(`${addresses.roundTrip}?lang=en&mode=car`).expect(200);
    const said = body.caveats.join('\n');
    expect(said).not.toMatch(/timetable|rides|after dark/);
    expect(body.dataVersions.map(({ dataset }: { dataset: string }) => dataset)).toEqual([
      'venues',
      'events',
    ]);
  });

  it('say that nothing runs, or that nobody knows, and never the one for the other', async () => {
    const at = (startsAt: string) =>
      lightApp({
        ...options,
        context: {
          engine: {
            ...toyEngine,
            shift: async (id, mode) => {
              const answer = await toyTravel.shift(id, mode);
              return { ...answer, event: { ...answer.event, startsAt } };
            },
          },
        },
      });
    const said = async (startsAt: string) => {
      const { body } = await request(at(startsAt)).get(`${addresses.shift}?lang=en`).expect(200);
      return body.caveats.join('\n').replaceAll('\u00a0', ' ');
    };
    expect(await said('2026-10-25T18:00:00+02:00')).toContain(
      'The timetable has no trip on 25 October 2026.',
    );
    expect(await said('2026-12-25T18:00:00+02:00')).toContain('does not cover 25 December 2026');
    expect(await said('2026-10-23T18:00:00+03:00')).not.toMatch(/no trip|does not cover/);
  });
});

const unavailable = () => Promise.reject(new Problem('unavailable'));
const toyEngine = {
  access: unavailable,
  accessOn: unavailable,
  ways: unavailable,
  travelTimes: unavailable,
  isOn: async () => true,
  isReady: () => true,
  ...toyTravel,
};

describe('tables and layers of a round trip', () => {
  const table = async (query: string) => {
    const { text } = await request(app).get(`${addresses.roundTrip}?f=csv${query}`).expect(200);
    const [header = '', ...rows] = text.replace('\ufeff', '').trim().split('\r\n');
    return { columns: header.split(','), rows: rows.map((row) => row.split(',')) };
  };

  it('have one row for each parish, with every number and what it rests on', async () => {
    const { columns, rows } = await table('');
    expect(rows).toHaveLength(1);
    const row = Object.fromEntries(columns.map((column, i) => [column, rows[0]?.[i]]));
    expect(row).toMatchObject({
      id: 'slampes-pagasts',
      people: '40',
      peopleRoundTrip: '30',
      peopleOutboundOnly: '10',
      roundTripPercent: '75',
      withoutCarAssumedPercent: '25',
      withoutCarPercent: '75',
      eventStartsAt: '2026-10-24T18:00:00+03:00',
      isEndAssumed: 'true',
      mode: 'public-transport',
      isModel: 'true',
      dataDate: '2026-11-02',
    });
    expect(row.method).toMatch(/\/methods\/event-round-trip$/);
  });

  it('leave what is not known of an event empty, with the reason, in tables and in layers', async () => {
    const unknown = lightApp({
      ...options,
      context: {
        engine: {
          ...toyEngine,
          roundTrip: async (query) => {
            const answer = await toyTravel.roundTrip(query);
            const territories = answer.territories.map((row) => ({ ...row, percent: null }));
            return { ...answer, blank: 'no-service-on-date', territories };
          },
        },
      },
    });
    const { body } = await request(unknown)
      .get(`${addresses.roundTrip}?f=geojson&level=parishes`)
      .expect(200);
    const values = {
      ...{ people: 40, reason: 'no-service-on-date', roundTripPercent: null },
      ...{ peopleRoundTrip: null, peopleNone: null, peopleIfBooked: null, withoutCarPeopleRoundTrip: null },
    };
    expect(body.features[0].properties).toMatchObject(values);
    expect(body.blank).toBe('no-service-on-date');
    const { text } = await request(unknown).get(`${addresses.roundTrip}?f=csv&level=parishes`).expect(200);
    const [header = [], row = []] = text
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const at = (column: string) => row[header.indexOf(column)];
    expect([at('people'), at('reason'), at('roundTripPercent'), at('peopleNone')]).toEqual([
      ...['40', 'no-service-on-date', '', ''],
    ]);
  });

  it('have one row for each cell, blanks empty and reasons said', async () => {
    const { columns, rows } = await table('&level=cells');
    expect(rows).toHaveLength(2);
    const second = Object.fromEntries(columns.map((column, i) => [column, rows[1]?.[i]]));
    expect(second).toMatchObject({
      id: '1kmX449Y313',
      status: 'outbound-only',
      homewardReason: 'last-departure-missed',
      missedMinutes: '20',
      homeAt: '',
      awayMinutes: '',
      onDemandZone: 'vane',
    });
  });

  it('are map layers with the same values', async () => {
    const { body, headers } = await request(app)
      .get(`${addresses.roundTrip}?f=geojson&level=cells`)
      .expect(200);
    expect(headers['content-crs']).toContain('CRS84');
    expect(body.features).toHaveLength(2);
    expect(body.features[0]).toMatchObject({ id: '1kmX448Y313', properties: { status: 'round-trip' } });
    expect(body.features[0].geometry.coordinates[0]).toHaveLength(5);
    expect(body.method.id).toBe('event-round-trip');
  });
});

describe('parameters of round trips', () => {
  const faults = async (path: string, status = 400) => {
    const { body } = await request(app).get(path).expect(status);
    return body.errors.map(({ field, fault }: { field: string; fault: string }) => `${field} ${fault}`);
  };

  it.each([
    [`${addresses.roundTrip}?mode=horse`, 'mode not-one-of'],
    [`${addresses.roundTrip}?startShiftMinutes=241`, 'startShiftMinutes out-of-range'],
    [`${addresses.roundTrip}?endShiftMinutes=-1.5`, 'endShiftMinutes not-a-number'],
    [`${addresses.roundTrip}?endShiftMinutes=-200`, 'endShiftMinutes end-before-start'],
    [`${addresses.roundTrip}?cell=1kmX448Y313`, 'cell unknown-parameter'],
    [`${occurrence}/round-trip/journeys`, 'cell missing'],
    [`${occurrence}/round-trip/journeys?cell=56.9,23.1`, 'cell malformed'],
    ['/api/v1/round-trips/slampes-pagasts?from=2026-10-23', 'to missing'],
    ['/api/v1/round-trips/slampes-pagasts?from=2026-10-23&to=2026-10-22', 'to end-before-start'],
    ['/api/v1/round-trips/slampes-pagasts?from=2026-10-23&to=2027-10-22', 'to out-of-range'],
    ['/api/v1/round-trips/slampes-pagasts?from=tomorrow&to=2026-10-22', 'from malformed'],
    ['/api/v1/access/nearest?mode=public-transport', 'date missing'],
    ['/api/v1/access/nearest?mode=public-transport&date=2026-02-30', 'date malformed'],
    [
      '/api/v1/access/nearest?mode=public-transport&date=2026-11-24&windowMinutes=241',
      'windowMinutes out-of-range',
    ],
    ['/api/v1/access/nearest?mode=public-transport&date=2026-11-24&percentile=0', 'percentile out-of-range'],
    ['/api/v1/access/nearest?mode=public-transport&date=2026-11-24&from=24:00', 'from malformed'],
    ['/api/v1/access/nearest/ways?cell=1kmX448Y313&mode=public-transport', 'date missing'],
    ['/api/v1/travel-times/slampes-pagasts?mode=public-transport', 'date missing'],
  ])('%s is refused: %s', async (path, fault) => {
    expect(await faults(path)).toContain(fault);
  });

  it('give the whole municipality a week, its parts a month', async () => {
    const path = (id: string, to: string) => `/api/v1/round-trips/${id}?from=2026-10-01&to=${to}&lang=en`;
    const { body } = await request(app).get(path('toytown', '2026-10-09')).expect(400);
    expect(body.code).toBe('bad-query');
    expect(body.errors).toMatchObject([
      { field: 'to', fault: 'out-of-range', value: '2026-10-09', expected: '<= 7 d' },
    ]);
    await request(app).get(path('toytown', '2026-10-08')).expect(200);
    await request(app).get(path('slampes-pagasts', '2026-10-31')).expect(200);
  });

  it('take a period in days whole, and instants as they are', async () => {
    const asked: string[][] = [];
    const counting = lightApp({
      ...options,
      context: {
        engine: {
          ...toyEngine,
          territoryRoundTrips: (id, mode, from, to) => {
            asked.push([from, to]);
            return toyTravel.territoryRoundTrips(id, mode, from, to);
          },
        },
      },
    });
    await request(counting).get(addresses.roundTrips).expect(200);
    const noon =
      '/api/v1/round-trips/slampes-pagasts?from=2026-10-23T12:00:00%2B03:00&to=2026-10-23T13:00:00Z';
    await request(counting).get(noon).expect(200);
    expect(asked).toEqual([
      ['2026-10-22T21:00:00.000Z', '2026-10-25T21:59:59.999Z'],
      ['2026-10-23T09:00:00.000Z', '2026-10-23T13:00:00.000Z'],
    ]);
  });

  it('leave the day aside where the mode has no timetable, and the answer says so', async () => {
    const asked: unknown[] = [];
    const counting = lightApp({
      context: {
        engine: {
          ...toyEngine,
          access: (query) => {
            asked.push(query.departure);
            return unavailable();
          },
        },
      },
    });
    await request(counting).get('/api/v1/access/nearest?mode=car&date=2026-11-24&percentile=90').expect(503);
    expect(asked).toEqual([null]);
  });
});

describe('the list of on-demand zones', () => {
  it('holds each with its terms and source, and rests on nothing else', async () => {
    const ask = (one: typeof app) => request(one).get('/api/v1/on-demand?lang=en').set('Host', 'map.test');
    const { body, headers } = await ask(app).expect(200);
    expect(body.result).toEqual([zone]);
    expect(body.isModel).toBe(true);
    expect(body.dataVersions.map(({ dataset }: { dataset: string }) => dataset)).toEqual(['on-demand']);
    const tagOn = async (id: number, dataset: 'on-demand' | 'timetable') => {
      const currentVersions = async () => [
        ...versions.filter((one) => one.dataset !== dataset),
        { ...version(id, dataset), isModel: true },
      ];
      const other = lightApp({ ...options, data: { ...options.data, currentVersions } });
      return (await ask(other)).headers.etag;
    };
    expect(await tagOn(14, 'on-demand')).not.toBe(headers.etag);
    expect(await tagOn(13, 'timetable')).toBe(headers.etag);
    await ask(app).set('If-None-Match', `${headers.etag}`).expect(304);
  });

  it('is empty where there is no such transport', async () => {
    expect((await request(lightApp()).get('/api/v1/on-demand').expect(200)).body.result).toEqual([]);
  });
});

describe('an answer on round trips', () => {
  const tagOf = async (more: LightOptions) => {
    const answer = await request(lightApp({ ...options, ...more }))
      .get(addresses.roundTrip)
      .set('Host', 'map.test');
    return answer.headers.etag;
  };
  const withVersion = (id: number, dataset: Parameters<typeof version>[1]): LightOptions => ({
    data: {
      currentVersions: async () => [
        ...versions.filter((one) => one.dataset !== dataset),
        version(id, dataset),
      ],
    },
  });

  it('is another one on other events, streets, timetables, on-demand transport, and on another day', async () => {
    const tags = await Promise.all([
      tagOf({}),
      tagOf(withVersion(12, 'events')),
      tagOf(withVersion(13, 'timetable')),
      tagOf(withVersion(14, 'streets')),
      tagOf(withVersion(15, 'on-demand')),
      tagOf({ laidOutOn: () => '2026-10-25' }),
    ]);
    expect(new Set(tags).size).toBe(tags.length);
    expect(await tagOf(withVersion(16, 'landcover'))).toBe(tags[0]);
  });

  it('is broken off when whoever asked has gone', async () => {
    let signal: AbortSignal | undefined;
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const lines: string[] = [];
    const slow = lightApp({
      ...options,
      logTo: (line) => lines.push(line),
      context: {
        engine: {
          ...toyEngine,
          roundTrip: (_query, gone) =>
            new Promise((_resolve, reject) => {
              signal = gone;
              gone?.addEventListener('abort', () => reject(new Problem('unavailable')));
              begun();
            }),
        },
      },
    });
    const asked = request(slow).get(addresses.roundTrip);
    asked.end(() => {});
    await hasBegun;
    expect(signal?.aborted).toBe(false);
    asked.abort();
    await expect.poll(() => signal?.aborted).toBe(true);
    expect(lines.filter((line) => line.includes('"level":50') && line.includes('unavailable'))).toEqual([]);
  });

  it('leaves no cell in the log', async () => {
    const lines: string[] = [];
    const logged = lightApp({ ...options, logTo: (line) => lines.push(line) });
    await request(logged).get(addresses.roundTripJourneys).expect(200);
    const broken = lightApp({
      ...options,
      logTo: (line) => lines.push(line),
      context: { engine: { ...toyEngine, roundTripJourneys: () => Promise.reject(new Error('broken')) } },
    });
    await request(broken).get(addresses.roundTripJourneys).expect(500);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).not.toContain('1kmX448Y313');
  });
});
