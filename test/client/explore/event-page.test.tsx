import '../with-words.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Way } from '#core/access/answer.ts';
import {
  defaultRoundTripSettings,
  type HomeRoundTrip,
  type RoundTripEvent,
} from '#core/access/round-trip-answer.ts';
import { words } from '#core/language/index.ts';
import { cellCentre } from '#core/place/cell.ts';
import type { JourneyMapProps } from '../../../client/map/journey-map.tsx';
import { openAt } from '../app/render-app.tsx';
import { aboutAnswer, pageOf, stubApi } from '../app/stub-api.ts';
import { missedTrip, noServiceTrip, toyEvent, toyJourney, toyTrip } from '../transit/toy-trips.ts';
import { eventFeature, listing } from './fixtures.ts';

const onMap = vi.hoisted(() => ({ props: null as JourneyMapProps | null }));
vi.mock('../../../client/map/journey-map.tsx', () => ({
  JourneyMap: (props: JourneyMapProps) => {
    onMap.props = props;
    return <p>{props.what}</p>;
  },
}));
vi.mock('../../../client/map/events-map.tsx', () => ({ EventsMap: () => null }));

const { transit } = words.lv;
const id = listing().id;
const cellId = '1kmX448Y313';
const [lon, lat] = cellCentre(cellId);
const around = { dataVersions: [{ dataset: 'timetable', isModel: true }], isModel: true, caveats: [] };
const method = { id: 'event-round-trip', href: '/api/v1/methods/event-round-trip' };

const answers = (trip: HomeRoundTrip, event: Partial<RoundTripEvent> = {}) => ({
  '/api/v1/about': aboutAnswer,
  [`/api/v1/collections/events/items/${id}`]: eventFeature(),
  '/api/v1/collections/events/items': pageOf([]),
  '/api/v1/collections/territories/items': pageOf([]),
  '/api/v1/collections/settlements/items': pageOf([
    {
      type: 'Feature',
      id: 'slampe',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { nameLv: 'Slampe', kind: 'ciems', territoryId: 'slampes-pagasts' },
    },
  ]),
  '/api/v1/collections/population/items': pageOf([
    {
      type: 'Feature',
      id: cellId,
      geometry: null,
      properties: {
        territoryId: 'slampes-pagasts',
        centreLongitudeDegrees: lon,
        centreLatitudeDegrees: lat,
      },
    },
  ]),
  '/api/v1/round-trips/slampes-pagasts': {
    result: {
      territoryId: 'slampes-pagasts',
      mode: 'public-transport',
      settings: defaultRoundTripSettings,
      cellIds: [cellId],
      occurrences: [{ event: toyEvent(event), trips: [trip] }],
    },
    method,
    ...around,
  },
  [`/api/v1/occurrences/${id}/round-trip/journeys`]: {
    result: {
      query: { occurrenceId: id, mode: 'public-transport', startShiftMinutes: 0, endShiftMinutes: 0 },
      event: toyEvent(event),
      cellId,
      trip,
      outbound: trip.leaveBy === null ? null : toyJourney,
      homeward: trip.homeAt === null ? null : toyJourney,
    },
    method,
    ...around,
  },
});

const tripsOf = (base: ReturnType<typeof answers>) => {
  const body = base['/api/v1/round-trips/slampes-pagasts'] as { result: object };
  return body.result;
};

const address = `/pasakumi/${id}?home=slampe&mode=public-transport`;
const panel = () => screen.findByRole('region', { name: transit.panel });
const textOf = async () => (await panel()).textContent?.replaceAll('\u00a0', ' ') ?? '';

beforeEach(() => {
  onMap.props = null;
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-20T12:00:00+03:00') });
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
});

describe('the way to one date and home again', () => {
  it('shows both times in large, all in all away, the rules, the model mark and the method', async () => {
    stubApi(answers(toyTrip()));
    openAt(address);
    await screen.findByText('17.10');
    expect(screen.getByText('21.05')).toBeTruthy();
    const text = await textOf();
    expect(text).toContain('3 h 54 min');
    expect(text).toContain('1 turp, 1 mājup');
    expect(text).toContain('10 min pirms sākuma');
    expect(text).toContain(transit.model);
    const link = within(await panel()).getByRole('link', { name: transit.method });
    expect(link.getAttribute('href')).toBe(method.href);
  });

  it('sends the cell only when the journeys are asked for, having said so', async () => {
    const asked = stubApi(answers(toyTrip()));
    openAt(address);
    const button = await screen.findByRole('button', { name: transit.show });
    const note = document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(note).toContain(cellId);
    expect(asked.map(String).filter((url) => url.includes('1kmX'))).toEqual([]);
    await userEvent.click(button);
    await waitFor(() => expect(onMap.props?.journey.legs).toHaveLength(3));
    expect(asked.filter(({ searchParams }) => searchParams.get('cell') === cellId)).toHaveLength(1);
    expect(window.location.href).not.toContain('1kmX');
  });

  it('tells every leg with its minute, and the stops between to open by keyboard', async () => {
    stubApi(answers(toyTrip()));
    openAt(address);
    const user = userEvent.setup();
    const button = await screen.findByRole('button', { name: transit.show });
    button.focus();
    await user.keyboard('{Enter}');
    await screen.findAllByText(/autobuss 5310/);
    const text = await textOf();
    for (const part of [
      'kājām līdz Slampes skola',
      'gaida 4 min',
      'iekāpj: Slampes skola',
      'izkāpj: Kultūras pils',
      '17.22',
      'līdz sākumam 14 min',
    ]) {
      expect(text).toContain(part);
    }
    const [stops] = screen.getAllByText('1 pietura pa vidu');
    expect(stops?.tagName).toBe('SUMMARY');
  });

  it('says which last departure is missed where there is no way home, and draws the half there is', async () => {
    stubApi(answers(missedTrip()));
    openAt(address);
    expect(await screen.findByText(/doties mājup ir 19\.40, 20 minūtes pirms beigām/)).toBeTruthy();
    expect(screen.getByText('17.10')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: transit.show }));
    await waitFor(() => expect(onMap.props?.what).toBe(transit.there));
    expect(screen.queryByRole('radio', { name: transit.home })).toBeNull();
  });

  it('never shows a time for a day without service', async () => {
    stubApi(answers(noServiceTrip()));
    openAt(address);
    await waitFor(async () => expect(await textOf()).toContain(transit.reasons['no-service-on-date']));
    expect((await panel()).querySelectorAll('dd')).toHaveLength(2);
    expect(await textOf()).not.toMatch(/\d\d\.\d\d\D*(Atkal|Kopā)/);
    expect(await textOf()).not.toContain(transit.away);
  });

  it('says that on-demand transport must be booked, and that an end was only assumed', async () => {
    const onDemand = { zoneId: 'vane', bookBy: '2026-10-24T12:00:00+03:00' };
    stubApi(answers(missedTrip({ onDemand }), { isEndAssumed: true }));
    openAt(address);
    expect(await screen.findByText(/ja to piesaka līdz plkst\. 12\.00/)).toBeTruthy();
    expect(screen.getByText('beigas nav norādītas, pieņemtais ilgums: 2 stundas')).toBeTruthy();
  });

  it('says of an event without a position that the way is not known, not that there is none', async () => {
    const nowhere = noServiceTrip({ outboundReason: 'no-position', homewardReason: 'no-position' });
    stubApi(answers(nowhere, { lonLat: null }));
    openAt(address);
    const reasons = await screen.findAllByText(transit.reasons['no-position']);
    expect(reasons.length).toBeGreaterThan(0);
  });

  it('by car shows the way on roads, which has no stops, with the times of the trip', async () => {
    const trip = toyTrip({ leaveBy: '2026-10-24T17:34:00+03:00', homeAt: '2026-10-24T20:26:30+03:00' });
    const base = answers(trip);
    const way: Way = {
      mode: 'car',
      from: { label: 'Slampe', lonLat: [23.1, 56.95] },
      to: { venueId: 'slampes-kulturas-pils', nameLv: 'Pils', nameEn: 'Palace', lonLat: [23.15, 56.96] },
      minutes: 16,
      km: 14.2,
      reason: null,
      offRoadMetres: { start: 0, end: 0 },
      line: [
        [23.1, 56.95],
        [23.15, 56.96],
      ],
      legs: [],
      journeys: [],
    };
    const journeysPath = `/api/v1/occurrences/${id}/round-trip/journeys`;
    const asked = stubApi({
      ...base,
      '/api/v1/travel-times/slampes-pagasts': {
        result: { cellIds: [cellId], venueIds: ['slampes-kulturas-pils'], minutes: [[16]] },
      },
      '/api/v1/round-trips/slampes-pagasts': {
        ...base['/api/v1/round-trips/slampes-pagasts'],
        result: { ...tripsOf(base), mode: 'car' },
      },
      [journeysPath]: {
        result: {
          query: { occurrenceId: id, mode: 'car', startShiftMinutes: 0, endShiftMinutes: 0 },
          event: toyEvent(),
          cellId,
          trip,
          outbound: null,
          homeward: null,
        },
        method,
        ...around,
      },
      '/api/v1/access/nearest/ways': { result: [way], method, ...around },
    });
    openAt(`/pasakumi/${id}?home=slampe&mode=car`);
    await userEvent.click(await screen.findByRole('button', { name: transit.show }));
    await waitFor(() => expect(onMap.props?.journey.legs[0]?.kind).toBe('walk'));
    const text = await textOf();
    expect(text).toContain('Turp: 17.34–17.50, 16 min');
    expect(text).toContain('Mājup: 20.10–20.27');
    expect(text).toContain('ar automašīnu līdz Slampe 16 min, 14,2 km');
    expect(text).toContain(transit.sameWay);
    const question = asked.find(({ pathname }) => pathname.endsWith('/ways'))?.searchParams;
    expect(question?.get('offer')).toBe('venue:slampes-kulturas-pils');
  });

  it('leads to the question who of everybody can come', async () => {
    stubApi(answers(toyTrip()));
    openAt(address);
    const link = await screen.findByRole('link', { name: transit.event.lead });
    expect(link.getAttribute('href')).toBe(`/sasniedzamiba?ask=event&event=${id}&mode=public-transport`);
  });
});
