import '../with-words.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { words } from '#core/language/index.ts';
import AccessPage from '../../../client/features/access/page.tsx';
import type { RoundTripMapProps } from '../../../client/map/round-trip-map.tsx';
import { eventFeature } from '../explore/fixtures.ts';
import { toyJourney, toyTimetable } from '../transit/toy-trips.ts';
import { type Answers, accessAddress, fakeApi, open } from './fake-api.tsx';
import { toyRoundTrips, toyShift } from './toy-round-trips.ts';

const onMap = vi.hoisted(() => ({ props: null as RoundTripMapProps | null }));
vi.mock('../../../client/map/round-trip-map.tsx', () => ({
  RoundTripMap: (props: RoundTripMapProps) => {
    onMap.props = props;
    return <p>{props.what}</p>;
  },
}));

const { access, transit } = words.lv;
const id = toyRoundTrips().event.occurrenceId;
const method = { id: 'event-round-trip', href: '/api/v1/methods/event-round-trip' };
const envelope = (result: unknown) => ({
  result,
  method,
  dataVersions: [],
  isModel: true,
  caveats: ['Caveat.'],
});

const answers = (): Answers => ({
  '/api/v1/progress': { jobs: [] },
  '/api/v1/timetable': envelope(toyTimetable),
  '/api/v1/collections/events/items': {
    features: [eventFeature(), eventFeature({ id: 'x_20261101T1200', titleLv: 'Cits' })],
  },
  [`/api/v1/collections/events/items/${id}`]: eventFeature(),
  '/api/v1/collections/population/items': { features: [] },
  [`/api/v1/occurrences/${id}/round-trip`]: envelope(toyRoundTrips()),
  [`/api/v1/occurrences/${id}/shift`]: envelope(toyShift),
  [`/api/v1/occurrences/${id}/round-trip/journeys`]: envelope({
    query: toyRoundTrips().query,
    event: toyRoundTrips().event,
    cellId: '1kmX448Y313',
    trip: {
      status: 'round-trip',
      outboundReason: null,
      homewardReason: null,
    },
    outbound: toyJourney,
    homeward: toyJourney,
  }),
});

const address = (more = '') => accessAddress(`?ask=event&event=${id}&mode=public-transport${more}`);
const plain = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ') ?? '';

beforeEach(() => {
  onMap.props = null;
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-20T12:00:00+03:00') });
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
});

test('says in a sentence who can come and get home, and that people without a car are an estimate', async () => {
  fakeApi(answers());
  open(<AccessPage />, address());
  const finding = await screen.findByText(/var nokļūt un tikt mājās/);
  expect(plain(finding.textContent)).toContain('64 iedzīvotāji (64 %)');
  expect(plain(finding.textContent)).toContain('bez automašīnas – 25 % (aplēse)');
  expect(screen.getByText(new RegExp(transit.event.estimate.slice(0, 30)))).toBeTruthy();
});

test('an event without a place on the map has the reason and no number', async () => {
  const unknown = envelope(toyRoundTrips({ blank: 'no-position' }));
  const asked = fakeApi({ ...answers(), [`/api/v1/occurrences/${id}/round-trip`]: unknown });
  open(<AccessPage />, address());
  await screen.findByText(new RegExp(words.lv.figures.roundTrip.blanks['no-position']));
  expect(screen.queryByText(/var nokļūt un tikt mājās/)).toBeNull();
  expect(screen.queryByRole('table', { name: transit.event.legend })).toBeNull();
  expect(asked.some((url) => url.includes('/shift'))).toBe(false);
});

test('the legend counts residents and cells by status, the reasons their people', async () => {
  fakeApi(answers());
  open(<AccessPage />, address());
  const legend = await screen.findByRole('table', { name: transit.event.legend });
  const rows = within(legend)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(rows[1]).toContain(transit.statuses['round-trip']);
  expect(rows[1]).toMatch(/641$/);
  expect(rows[2]).toMatch(/321$/);
  const reasons = screen.getByRole('table', { name: transit.event.reasons });
  const first = within(reasons).getAllByRole('row')[1]?.textContent;
  expect(first).toBe(`${transit.reasons['last-departure-missed']}32`);
});

test('the table of parishes sorts, with the order in the address, and ends in the whole region', async () => {
  fakeApi(answers());
  open(<AccessPage />, address());
  const table = await screen.findByRole('table', { name: transit.event.table });
  await userEvent.click(within(table).getByRole('button', { name: new RegExp(transit.event.percent) }));
  expect(window.location.search).toContain('sort=percent');
  const names = within(table)
    .getAllByRole('row')
    .map((row) => row.querySelector('th')?.textContent);
  expect(names.slice(1)).toEqual(['tumes-pagasts', 'slampes-pagasts', access.wholeRegion]);
});

test('a cell pressed on the map shows both journeys and draws the one there, then the one home', async () => {
  const asked = fakeApi(answers());
  open(<AccessPage />, address());
  await waitFor(() => expect(onMap.props).not.toBeNull());
  onMap.props?.onSelect({ source: 'cells', id: '1kmX448Y313' });
  await screen.findByRole('radio', { name: transit.there });
  expect(window.location.search).toContain('cell=1kmX448Y313');
  expect(window.location.search).toContain('territory=slampes-pagasts');
  expect(asked.filter((url) => url.includes('journeys'))).toHaveLength(1);
  expect(onMap.props?.journey).toEqual(toyJourney);
  await userEvent.click(screen.getByRole('radio', { name: transit.home }));
  expect(screen.getAllByText(/autobuss 5310/)).toHaveLength(2);
});

test('the shift finder tells the best shift, draws it, and a number of its table moves the question', async () => {
  const asked = fakeApi(answers());
  open(<AccessPage />, address());
  const table = await screen.findByRole('table', { name: new RegExp(`^${transit.event.byEnd}, `) });
  expect(screen.getByText('Visvairāk, 96, ja beigas pārceltu par −30 min.')).toBeTruthy();
  expect(screen.getByRole('img', { name: transit.event.chart }).querySelectorAll('polyline')).toHaveLength(2);
  const button = within(table).getAllByRole('button', { name: /^96/ })[1];
  expect(button?.getAttribute('aria-label')).toContain(`${transit.event.byEnd}: −30`);
  await userEvent.click(button as HTMLElement);
  expect(window.location.search).toContain('endShift=-30');
  await waitFor(() => expect(asked.some((url) => url.includes('endShiftMinutes=-30'))).toBe(true));
});

test('the last departure that would help most is named with its minute', async () => {
  fakeApi(answers());
  open(<AccessPage />, address());
  const table = await screen.findByRole('table', { name: transit.event.later });
  const row = within(table).getAllByRole('row')[1]?.textContent;
  expect(row).toBe('5310 Slampe–TukumsKultūras pils19.453032');
});

test('another event is found by words and chosen from the list', async () => {
  const asked = fakeApi(answers());
  open(<AccessPage />, accessAddress('?ask=event'));
  await userEvent.type(await screen.findByLabelText(transit.event.search), 'cits');
  await waitFor(() => expect(asked.some((url) => url.includes('q=cits'))).toBe(true));
  const option = await screen.findByRole('option', { name: /^Cits/ });
  await userEvent.selectOptions(screen.getByLabelText(transit.event.choose), option);
  expect(window.location.search).toContain('event=x_20261101T1200');
});

test('a date that the timetable does not cover gets the reason and no number', async () => {
  const event = { ...toyRoundTrips().event, startsAt: '2027-10-24T18:00:00+03:00' };
  fakeApi({ ...answers(), [`/api/v1/occurrences/${id}/round-trip`]: envelope(toyRoundTrips({ event })) });
  open(<AccessPage />, address());
  expect(await screen.findByText(/Par citu dienu atbildes nav/)).toBeTruthy();
  expect(screen.queryByText(/var nokļūt un tikt mājās/)).toBeNull();
  expect(onMap.props).toBeNull();
});

test('the figure of this question is one link away', async () => {
  fakeApi(answers());
  open(<AccessPage />, address('&endShift=-30'));
  const link = await screen.findByRole('link', { name: access.makeFigure });
  const search = new URL(link.getAttribute('href') ?? '', 'http://map.test').searchParams;
  expect(Object.fromEntries(search)).toEqual({
    ask: 'event',
    event: id,
    endShift: '-30',
    mode: 'public-transport',
  });
});
