import '../with-words.ts';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultRoundTripSettings, type HomeRoundTrip } from '#core/access/round-trip-answer.ts';
import { words } from '#core/language/index.ts';
import { cellCentre } from '#core/place/cell.ts';
import { forgetMe } from '../../../client/features/explore/near-me.ts';
import { openAt } from '../app/render-app.tsx';
import { aboutAnswer, pageOf, stubApi } from '../app/stub-api.ts';
import { missedTrip, noServiceTrip, toyEvent, toyTrip } from '../transit/toy-trips.ts';
import { eventFeature } from './fixtures.ts';

const { transit } = words.lv;

const moveMap = vi.hoisted(() => ({ to: (_bounds: readonly number[]): void => undefined }));
vi.mock('../../../client/map/events-map.tsx', () => ({
  EventsMap: ({
    pins,
    onSelect,
    onMove,
  }: {
    pins: { venueId: string; name: string; count: number }[];
    onSelect: (id: string) => void;
    onMove: (bounds: readonly number[]) => void;
  }) => {
    moveMap.to = onMove;
    return pins.map((pin) => (
      <button key={pin.venueId} type="button" onClick={() => onSelect(pin.venueId)}>
        {`pin ${pin.name}: ${pin.count}`}
      </button>
    ));
  },
}));

const [lon, lat] = cellCentre('1kmX448Y313');
const settlement = {
  type: 'Feature',
  id: 'slampe',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties: { nameLv: 'Slampe', kind: 'ciems', territoryId: 'slampes-pagasts' },
};
const cell = {
  type: 'Feature',
  id: '1kmX448Y313',
  geometry: null,
  properties: { territoryId: 'slampes-pagasts', centreLongitudeDegrees: lon, centreLatitudeDegrees: lat },
};
const far = eventFeature({
  id: 'far_20261025T1200',
  titleLv: 'Tālais',
  venueId: 'jaunpils',
  venueName: 'Jaunpils pils',
});
const near = eventFeature({
  id: 'near_20261026T1200',
  titleLv: 'Tuvais',
  startsAt: '2026-10-26T12:00:00+02:00',
});
const nowhere = eventFeature({
  id: 'x_20261027T1200',
  titleLv: 'Bez vietas',
  venueId: null,
  venueName: null,
  lonLat: null,
});

const answers = {
  '/api/v1/about': aboutAnswer,
  '/api/v1/collections/events/items': pageOf([far, near, nowhere]),
  '/api/v1/collections/territories/items': pageOf([]),
  '/api/v1/collections/settlements/items': pageOf([settlement]),
  '/api/v1/collections/venues/items': pageOf([]),
  '/api/v1/collections/population/items': pageOf([cell]),
  '/api/v1/travel-times/slampes-pagasts': {
    result: {
      territoryId: 'slampes-pagasts',
      mode: 'car',
      departure: null,
      cellIds: ['1kmX448Y313'],
      venueIds: ['jaunpils', 'slampes-kulturas-pils'],
      minutes: [[44, 3]],
    },
  },
};

const occurrence = (id: string, trip: HomeRoundTrip) => ({
  event: toyEvent({ occurrenceId: id }),
  trips: [noServiceTrip(), trip],
});
const trips = {
  '/api/v1/round-trips/slampes-pagasts': (url: URL) => ({
    result: {
      territoryId: 'slampes-pagasts',
      mode: url.searchParams.get('mode'),
      settings: defaultRoundTripSettings,
      cellIds: ['1kmX400Y300', '1kmX448Y313'],
      occurrences: [
        occurrence('far_20261025T1200', missedTrip()),
        occurrence('near_20261026T1200', toyTrip()),
      ],
    },
    dataVersions: [{ dataset: 'timetable', isModel: true }],
    method: { id: 'event-round-trip', href: '/api/v1/methods/event-round-trip' },
    isModel: true,
    caveats: [],
  }),
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-20T12:00:00+03:00') });
});
afterEach(() => {
  // The position lives as long as the page; each test opens one anew.
  forgetMe();
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
});

const titles = () =>
  screen.queryAllByRole('article').map((card) => card.querySelector('h3')?.textContent?.trim());

describe('the door of events', () => {
  it('groups dates under their days and leads to the page of each date', async () => {
    stubApi(answers);
    openAt('/');
    const link = await screen.findByRole('link', { name: 'Tuvais' });
    expect(link.getAttribute('href')).toBe('/pasakumi/near_20261026T1200');
    const days = screen
      .getAllByRole('heading', { level: 2 })
      .map((day) => day.textContent?.replaceAll('\u00a0', ' '));
    expect(days).toContain('pirmdiena, 2026. gada 26. oktobris');
  });

  it('marks what is modelled in a word on the card and explains it once for the list', async () => {
    const one = eventFeature({ id: 'a_20261025T1800', modelFields: ['weekday', 'startTime'] });
    const two = eventFeature({ id: 'b_20261025T1900', modelFields: ['venue'] });
    stubApi({ ...answers, '/api/v1/collections/events/items': pageOf([one, two, near]) });
    openAt('/');
    const marks = await screen.findAllByText(/^pēc modeļa: /);
    expect(marks.map((mark) => mark.textContent)).toEqual(['pēc modeļa: datums, laiks', 'pēc modeļa: vieta']);
    expect(screen.getAllByText(/neviens nav publicējis/)).toHaveLength(1);
  });

  it('orders by travel time from a village and gives every blank its reason', async () => {
    const asked = stubApi(answers);
    openAt('/?home=slampe&sort=travel');
    await waitFor(() => expect(titles()).toEqual(['Tuvais', 'Tālais', 'Bez vietas']));
    const cards = screen.getAllByRole('article').map((card) => card.textContent?.replaceAll('\u00a0', ' '));
    expect(cards[0]).toContain('3 min ar automašīnu');
    expect(cards[2]).toContain('norises vieta nav sarakstā');
    expect(asked.filter((url) => url.searchParams.has('home'))).toEqual([]);
  });

  it('keeps what is within the minutes and counts what cannot be known', async () => {
    stubApi(answers);
    openAt('/?home=slampe&within=30');
    await waitFor(() => expect(titles()).toEqual(['Tuvais']));
    expect(screen.getByText(/1 pasākums nav parādīts/)).toBeTruthy();
  });

  it('never sends or writes down the position of “near me”', async () => {
    const asked = stubApi(answers);
    const coords = { longitude: lon + 0.001234, latitude: lat + 0.001234 };
    vi.stubGlobal('navigator', {
      ...navigator,
      geolocation: { getCurrentPosition: (found: (at: unknown) => void) => found({ coords }) },
    });
    openAt('/?sort=travel');
    await userEvent.click(await screen.findByRole('button', { name: 'Man tuvumā' }));
    await waitFor(() => expect(titles()[0]).toBe('Tuvais'));
    const digits = [String(coords.longitude).slice(0, 6), String(coords.latitude).slice(0, 6)];
    for (const trace of [...asked.map(String), window.location.href, JSON.stringify({ ...localStorage })]) {
      for (const part of digits) expect(trace).not.toContain(part);
      expect(trace).not.toContain('1kmX448Y313');
    }
    expect(asked.map(({ pathname }) => pathname)).toContain('/api/v1/travel-times/slampes-pagasts');
  });

  it('narrows to a venue by its pin and back again', async () => {
    stubApi(answers);
    openAt('/');
    await userEvent.click(await screen.findByRole('button', { name: 'pin Jaunpils pils: 1' }));
    await waitFor(() => expect(titles()).toEqual(['Tālais']));
    expect(window.location.search).toBe('?venue=jaunpils');
    await userEvent.click(screen.getByRole('button', { name: 'Rādīt visas vietas' }));
    await waitFor(() => expect(titles()).toHaveLength(3));
  });

  it('narrows to what the map shows and follows it, but keeps the part that a link names', async () => {
    stubApi(answers);
    openAt('/');
    await screen.findByRole('link', { name: 'Tuvais' });
    act(() => moveMap.to([22.901, 56.801, 23.499, 57.199]));
    await userEvent.click(screen.getByRole('checkbox', { name: 'tikai kartē redzamās vietas' }));
    expect(window.location.search).toBe('?bbox=22.90,56.80,23.50,57.20');
    await waitFor(() => expect(titles()).toEqual(['Tālais', 'Tuvais']));
    expect(screen.getByText(/1 pasākums nav parādīts, jo tā vieta/)).toBeTruthy();
    act(() => moveMap.to([24, 57, 24.5, 57.2]));
    expect(window.location.search).toBe('?bbox=24.00,57.00,24.50,57.20');
    await waitFor(() => expect(titles()).toEqual([]));
    cleanup();
    openAt('/?bbox=22.90,56.80,23.50,57.20');
    await waitFor(() => expect(titles()).toEqual(['Tālais', 'Tuvais']));
    act(() => moveMap.to([22, 56, 24, 58]));
    expect(window.location.search).toBe('?bbox=22.90,56.80,23.50,57.20');
  });

  it('asks the API for what, where and when, and shows a wrong choice as such', async () => {
    const asked = stubApi(answers);
    openAt('/?category=concert&free=1&in=tumes-pagasts&q=koris&when=never');
    await screen.findByRole('link', { name: 'Tuvais' });
    const query = asked.find(({ pathname }) => pathname.endsWith('/events/items'))?.searchParams;
    expect(query?.get('category')).toBe('concert');
    expect(query?.get('price')).toBe('free');
    expect(query?.get('territoryId')).toBe('tumes-pagasts');
    expect(query?.get('q')).toBe('koris');
    expect(query?.get('datetime')).toMatch(/^[\dTZ:-]+\/[\dTZ:-]+$/);
    expect(screen.getByText(/when=never/)).toBeTruthy();
  });

  it('says on each card when to leave and when one is home, asking for the parish and the week alone', async () => {
    const asked = stubApi({ ...answers, ...trips });
    openAt('/?home=slampe&mode=public-transport');
    expect(await screen.findByText(/iziet 17\.10, mājās 21\.05/)).toBeTruthy();
    expect(screen.getByText(/doties mājup ir 19\.40, 20 minūtes pirms beigām/)).toBeTruthy();
    const questions = asked.filter(({ pathname }) => pathname.includes('round-trips'));
    expect(
      questions.map(({ searchParams: q }) => `${q.get('mode')} ${q.get('from')} ${q.get('to')}`),
    ).toEqual(['public-transport 2026-10-19 2026-10-25', 'public-transport 2026-10-26 2026-11-01']);
    expect(asked.some(({ pathname }) => pathname.includes('travel-times'))).toBe(false);
    for (const url of asked) expect(String(url)).not.toContain('1kmX');
  });

  it('narrows to what one gets home from, with other choices, and counts the rest by reason', async () => {
    stubApi({ ...answers, ...trips });
    openAt('/?home=slampe&mode=public-transport');
    await screen.findByText(/mājās 21\.05/);
    await userEvent.click(screen.getByRole('checkbox', { name: transit.only }));
    await waitFor(() => expect(titles()).toEqual(['Tuvais']));
    expect(window.location.search).toContain('roundTrip=1');
    const left = screen.getByText(/nav parādīti/).textContent;
    expect(left).toContain('2 pasākumi nav parādīti: 1 – mājās netikt, 1 – laiks vai vieta nav zināma.');
  });

  it('asks for a home before it narrows by the way home', async () => {
    stubApi({ ...answers, ...trips });
    openAt('/?roundTrip=1');
    await waitFor(() => expect(titles()).toHaveLength(3));
    expect(screen.getByText(transit.onlyNoHome)).toBeTruthy();
  });

  it('offers a way out of an empty list', async () => {
    stubApi({ ...answers, '/api/v1/collections/events/items': pageOf([]) });
    openAt('/en?free=1&when=today');
    await userEvent.click(await screen.findByRole('button', { name: 'Clear the selection' }));
    expect(window.location.search).toBe('');
  });

  it('says in words why a list cannot be had, and tries again', async () => {
    const failing = { ...answers, '/api/v1/collections/events/items': undefined };
    stubApi(failing);
    openAt('/');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Nav atrasts');
    stubApi(answers);
    await userEvent.click(screen.getByRole('button', { name: 'Mēģināt vēlreiz' }));
    expect(await screen.findByRole('link', { name: 'Tuvais' })).toBeTruthy();
  });

  it('shows cancelled and moved dates as such', async () => {
    const cancelled = eventFeature({ status: 'cancelled', statusNote: 'slimības dēļ' });
    stubApi({ ...answers, '/api/v1/collections/events/items': pageOf([cancelled]) });
    openAt('/');
    expect(await screen.findByText('atcelts: slimības dēļ')).toBeTruthy();
  });
});
