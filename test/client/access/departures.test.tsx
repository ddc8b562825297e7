import '../with-words.ts';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Way } from '#core/access/answer.ts';
import { words } from '#core/language/index.ts';
import AccessPage from '../../../client/features/access/page.tsx';
import type { AccessMapProps } from '../../../client/map/access-map.tsx';
import { nextOfKind, usualDay } from '../../../client/transit/timetable.ts';
import { cellId } from '../../toytown/toytown.ts';
import { toyJourney, toyTimetable } from '../transit/toy-trips.ts';
import { type Answers, accessAddress, fakeApi, open } from './fake-api.tsx';
import { toyAnswer, toyResponse } from './toy-answers.ts';

const onMap = vi.hoisted(() => ({ props: null as AccessMapProps | null }));
vi.mock('../../../client/map/access-map.tsx', () => ({
  AccessMap: (props: AccessMapProps) => {
    onMap.props = props;
    return <p>{props.what}</p>;
  },
}));

const { transit } = words.lv;
const envelope = (result: unknown) => ({ result, method: {}, dataVersions: [], isModel: true, caveats: [] });
const way: Way = {
  mode: 'public-transport',
  from: { label: 'Place 3', lonLat: [23, 57] },
  to: { venueId: 'library-north-east', nameLv: 'Ziemeļi', nameEn: 'North', lonLat: [23.1, 57] },
  minutes: 35.8,
  km: null,
  reason: null,
  offRoadMetres: { start: 0, end: 0 },
  line: [],
  legs: [],
  journeys: [toyJourney, { ...toyJourney, departsAt: '2026-10-24T18:10:30+03:00', minutes: 40 }],
};

const answers = (): Answers => ({
  '/api/v1/progress': { jobs: [] },
  '/api/v1/timetable': envelope(toyTimetable),
  '/api/v1/access/nearest': toyResponse(toyAnswer()),
  '/api/v1/access/nearest/ways': { ...toyResponse(toyAnswer()), result: [way] },
  '/api/v1/collections/venues/items': { features: [] },
  '/api/v1/collections/population/items': { features: [] },
});
const toTransit = (more = '') => accessAddress(`?mode=public-transport${more}`);
const ofAccess = (asked: readonly string[]) => asked.filter((url) => url.includes('/access/nearest?'));

beforeEach(() => {
  onMap.props = null;
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-23T12:00:00+03:00') });
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

describe('a day of the timetable', () => {
  it('of a kind is the next one on which anything runs, or the first where all are past', () => {
    const { days } = toyTimetable;
    expect(nextOfKind(days, 'school-day', '2026-10-23')).toBe('2026-10-23');
    expect(nextOfKind(days, 'school-day', '2026-12-01')).toBe('2026-10-22');
    expect(nextOfKind(days, 'sunday', '2026-10-23')).toBeNull();
    expect(usualDay(days, '2026-10-24')).toBe('2026-10-22');
    expect(usualDay([], '2026-10-24')).toBeNull();
  });
});

describe('reach by public transport', () => {
  it('asks nothing before a day stands in the address, and puts the next school day there', async () => {
    const asked = fakeApi(answers());
    open(<AccessPage />, toTransit());
    await waitFor(() => expect(window.location.search).toContain('date=2026-10-23'));
    await waitFor(() => expect(onMap.props).not.toBeNull());
    expect(ofAccess(asked).every((url) => url.includes('date=2026-10-23'))).toBe(true);
    expect(ofAccess(asked)[0]).toContain('from=08%3A00');
    expect(screen.getByText('mācību diena, 8 reisi')).toBeTruthy();
  });

  it('keeps days to the timetable, names the kind of the chosen one, and changes it by a preset', async () => {
    fakeApi(answers());
    open(<AccessPage />, toTransit('&date=2026-10-24'));
    await screen.findByText('sestdiena, 2 reisi');
    const field = screen.getByLabelText(transit.date);
    expect([field.getAttribute('min'), field.getAttribute('max')]).toEqual(['2026-10-22', '2026-10-26']);
    await userEvent.click(screen.getByRole('button', { name: transit.dayKinds['free-weekday'] }));
    expect(window.location.search).toContain('date=2026-10-26');
    expect(screen.queryByRole('button', { name: transit.dayKinds.sunday })).toBeNull();
  });

  it.each([
    ['2027-01-01', /Par citu dienu atbildes nav/],
    ['2026-10-25', /nekursē neviens reiss/],
  ])('gives the reason and never a number for %s', async (date, reason) => {
    const asked = fakeApi(answers());
    open(<AccessPage />, toTransit(`&date=${date}`));
    expect((await screen.findAllByText(reason)).length).toBeGreaterThan(0);
    expect(ofAccess(asked)).toEqual([]);
    expect(onMap.props).toBeNull();
  });

  it('says so where there is no timetable at all', async () => {
    const asked = fakeApi({ ...answers(), '/api/v1/timetable': envelope(null) });
    open(<AccessPage />, toTransit('&date=2026-10-24'));
    expect((await screen.findAllByText(transit.noTimetable)).length).toBeGreaterThan(0);
    expect(ofAccess(asked)).toEqual([]);
  });

  it('asks for window and percentile, which are named for what they are', async () => {
    const asked = fakeApi(answers());
    open(<AccessPage />, toTransit('&date=2026-10-24&from=16:30&windowMinutes=90'));
    await waitFor(() => expect(onMap.props).not.toBeNull());
    await userEvent.selectOptions(screen.getByLabelText(transit.percentile), transit.percentiles[90]);
    await waitFor(() => expect(ofAccess(asked).at(-1)).toContain('percentile=90'));
    expect(ofAccess(asked).at(-1)).toContain('windowMinutes=90');
    expect(ofAccess(asked).at(-1)).toContain('from=16%3A30');
  });

  it('shows the journeys of the window stop by stop, and draws the one that is opened', async () => {
    fakeApi(answers());
    open(<AccessPage />, toTransit(`&date=2026-10-24&territory=middle&cell=${cellId(4, 0)}`));
    const [, second] = await screen.findAllByText(/^1[78]\.10–17\.47/);
    expect(screen.getAllByText(/autobuss 5310/)).toHaveLength(2);
    expect(onMap.props?.journey).toEqual(way.journeys[0]);
    await userEvent.click(second as HTMLElement);
    await waitFor(() => expect(window.location.search).toContain('journey=2'));
    expect(onMap.props?.journey).toEqual(way.journeys[1]);
  });
});

describe('work in the background', () => {
  it('is told while it runs and is gone when it is done', async () => {
    const jobs = [
      { id: 'a', kind: 'travel-times', done: 300, of: 1200, state: 'running' },
      { id: 'b', kind: 'round-trips', done: 9, of: 9, state: 'finished' },
    ];
    fakeApi({ ...answers(), '/api/v1/progress': { jobs } });
    open(<AccessPage />, accessAddress());
    const bar = await screen.findByRole('progressbar');
    expect(bar.getAttribute('aria-label')?.replaceAll('\u00a0', ' ')).toBe(
      'Serveris fonā rēķina ceļa laikus: 300 no 1200',
    );
    expect(screen.getAllByRole('progressbar')).toHaveLength(1);
  });
});
