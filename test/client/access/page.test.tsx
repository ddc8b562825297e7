import '../with-words.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Way } from '#core/access/answer.ts';
import { words } from '#core/language/index.ts';
import AccessPage from '../../../client/features/access/page.tsx';
import type { AccessMapProps } from '../../../client/map/access-map.tsx';
import { cellId } from '../../toytown/toytown.ts';
import { type Answers, accessAddress, fakeApi, open } from './fake-api.tsx';
import { toyAnswer, toyResponse } from './toy-answers.ts';

// MapLibre needs WebGL; what the page hands to its map is looked at here, the drawing in the journeys.
const onMap = vi.hoisted(() => ({ props: null as AccessMapProps | null }));
vi.mock('../../../client/map/access-map.tsx', () => ({
  AccessMap: (props: AccessMapProps) => {
    onMap.props = props;
    return <p>{props.what}</p>;
  },
}));

const { access, measures, reasons } = words.lv;
const way: Way = {
  mode: 'car',
  from: { label: 'Place 3', lonLat: [23, 57] },
  to: { venueId: 'library-north-east', nameLv: 'Ziemeļi', nameEn: 'North', lonLat: [23.1, 57] },
  minutes: 7.5,
  km: 6.2,
  reason: null,
  offRoadMetres: { start: 150, end: 0 },
  line: [
    [23, 57],
    [23.1, 57],
  ],
  journeys: [],
  legs: [
    { ref: 'P121', name: null, highway: 'secondary', surface: 'paved', role: 'road', km: 5, minutes: 5.5 },
    { ref: null, name: null, highway: 'residential', surface: 'gravel', role: 'link', km: 1.2, minutes: 2 },
  ],
};

const answers = (): Answers => ({
  '/api/v1/access/nearest': toyResponse(toyAnswer()),
  '/api/v1/access/nearest/ways': { ...toyResponse(toyAnswer()), result: [way] },
  '/api/v1/access/catchment': toyResponse(toyAnswer('catchment')),
  '/api/v1/collections/venues/items': { features: [] },
  '/api/v1/collections/population/items': {
    features: [{ id: cellId(4, 0), properties: { nearestSettlement: 'Place 4', people: 16 } }],
  },
});

beforeEach(() => {
  onMap.props = null;
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const table = () => screen.findByRole('table', { name: access.table });

test('the table has every parish with the numbers of the answer, and a row of sums', async () => {
  fakeApi(answers());
  open(<AccessPage />, accessAddress());
  const answer = toyAnswer();
  const rows = within(await table()).getAllByRole('row');
  expect(rows).toHaveLength(answer.territories.length + 2);
  expect(rows[0]?.textContent).toContain('Mediāna, min');
  expect(rows[0]?.textContent).toContain('Mediāna, km');
  const west = within(await table()).getByRole('row', { name: /west-parish/ });
  expect(west.textContent).toContain(reasons.unsnapped);
  const sums = rows.at(-1)?.textContent ?? '';
  expect(sums).toContain(access.wholeRegion);
  expect(onMap.props?.answer.territories).toHaveLength(3);
});

test('choosing a parish shows its numbers and the way, road by road, and writes the address', async () => {
  const asked = fakeApi(answers());
  open(<AccessPage />, accessAddress());
  await userEvent.click(within(await table()).getByRole('button', { name: 'east-parish (lv)' }));
  expect(window.location.search).toContain('territory=east-parish');
  const legs = await screen.findByRole('table', { name: /Place 3 – Ziemeļi/ });
  expect(within(legs).getByRole('row', { name: /P121/ }).textContent).toContain('asfalts');
  expect(within(legs).getByRole('row', { name: new RegExp(access.leg.link) }).textContent).toContain(
    words.lv.common.modelData,
  );
  expect(screen.getByText(/150/)).toBeTruthy();
  const total = within(legs).getByRole('row', { name: new RegExp(access.leg.total) }).textContent;
  expect(total).toBe(`${access.leg.total}6,27,5`);
  expect(screen.queryByText(access.leg.rounded)).toBeNull();
  expect(screen.getByText(`${measures.nearest}, mediāna`)).toBeTruthy();
  expect(screen.getByText(`${access.distance}, mediāna`)).toBeTruthy();
  expect(onMap.props?.way).toEqual(way);
  expect(asked.some((url) => url.startsWith('/api/v1/access/nearest/ways') && url.includes('cell='))).toBe(
    true,
  );
});

test('stretches that do not add up to their total as rounded say so', async () => {
  const legs = way.legs.map((leg, index) => ({ ...leg, minutes: [5.44, 2.04][index] ?? 0 }));
  const result = [{ ...way, minutes: 7.48, legs }];
  fakeApi({ ...answers(), '/api/v1/access/nearest/ways': { ...toyResponse(toyAnswer()), result } });
  open(<AccessPage />, accessAddress('?territory=east-parish'));
  const shown = await screen.findByRole('table', { name: /Place 3 – Ziemeļi/ });
  expect(within(shown).getByRole('row', { name: new RegExp(access.leg.total) }).textContent).toMatch(/7,5$/);
  expect(screen.getByText(access.leg.rounded)).toBeTruthy();
});

test('a cell chosen on the map is a choice of the address, outlined and told', async () => {
  fakeApi(answers());
  open(<AccessPage />, accessAddress('?level=cells'));
  await table();
  onMap.props?.onSelect({ source: 'cells', id: cellId(4, 0) });
  await screen.findByText(new RegExp(cellId(4, 0)), { selector: 'h3' });
  expect(window.location.search).toContain(`cell=${cellId(4, 0)}`);
  expect(window.location.search).toContain('territory=east-parish');
  await waitFor(() => expect(onMap.props?.outlines).toEqual([[cellId(4, 0)]]));
});

test('a venue of the catchment table outlines the cells it serves', async () => {
  fakeApi(answers());
  open(<AccessPage />, accessAddress('?measure=catchment&venue=library-north-east'));
  await screen.findByRole('table', { name: access.venueTable });
  const { cells, venues } = toyAnswer('catchment');
  const index = venues.findIndex(({ id }) => id === 'library-north-east');
  const served = cells.id.filter((_, cell) => cells.venue[cell] === index);
  expect(served.length).toBeGreaterThan(5);
  expect(onMap.props?.outlines).toEqual([served]);
});

test('the presets keep the level that was chosen', async () => {
  fakeApi(answers());
  open(<AccessPage />, accessAddress('?level=parishes&measure=catchment'));
  await table();
  const preset = screen.getByRole('link', { name: words.lv.measures['way-to-town'] });
  expect(preset.getAttribute('href')).toBe('/sasniedzamiba?level=parishes&measure=way-to-town');
});

test('the order of the table is in the address, blanks last either way', async () => {
  fakeApi(answers());
  open(<AccessPage />, accessAddress());
  const heading = within(await table()).getByRole('button', { name: new RegExp(access.column.minutes) });
  await userEvent.click(heading);
  await userEvent.click(heading);
  expect(window.location.search).toContain('sort=-value');
  const names = within(await table())
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);
  expect(names.slice(-2)).toEqual(['west-parish (lv)', access.wholeRegion]);
});

test('two offers stand beside each other with their difference', async () => {
  const first = toyAnswer();
  const second = toyAnswer('nearest', ['library-south-west']);
  fakeApi({
    ...answers(),
    '/api/v1/access/nearest': (url: URL) =>
      toyResponse(url.searchParams.get('offer') === 'library' ? first : second),
  });
  open(<AccessPage />, accessAddress('?offer=library&compare=culture-centre'));
  await screen.findByRole('columnheader', { name: new RegExp(access.column.difference) });
  const minutesTo = ({ territories }: typeof first) =>
    territories.find(({ id }) => id === 'middle')?.value ?? 0;
  const change = minutesTo(second) - minutesTo(first);
  const row = within(await table()).getByRole('row', { name: /middle/ }).textContent ?? '';
  expect(change).not.toBe(0);
  expect(row).toContain(`${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1).replace('.', ',')}`);
});

test('a failed answer offers another try and keeps the one before in sight', async () => {
  const broken = { ...answers(), '/api/v1/access/way-to-town': undefined };
  fakeApi(broken);
  open(<AccessPage />, accessAddress());
  await table();
  await userEvent.selectOptions(screen.getByLabelText(access.measure), 'way-to-town');
  await screen.findByRole('alert');
  expect(screen.getByText(access.keptPrevious)).toBeTruthy();
  expect(await table()).toBeTruthy();
  fakeApi({
    ...answers(),
    '/api/v1/access/way-to-town': toyResponse(toyAnswer('way-to-town', 'focal-town')),
  });
  await userEvent.click(screen.getByRole('button', { name: words.lv.shell.retry }));
  await screen.findByRole('heading', { name: /Ceļš uz Tukumu/ });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('downloads ask the API for what is on the page', async () => {
  fakeApi(answers());
  open(<AccessPage />, accessAddress('?offer=library&mode=foot'));
  await table();
  const csv = new URL(
    screen.getByRole('link', { name: access.downloadCsv }).getAttribute('href') ?? '',
    'http://map.test',
  );
  expect(csv.pathname).toBe('/api/v1/access/nearest');
  expect(Object.fromEntries(csv.searchParams)).toMatchObject({
    offer: 'library',
    mode: 'foot',
    f: 'csv',
    level: 'parishes',
  });
});
