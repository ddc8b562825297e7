import '../with-words.ts';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SourceListing } from '#core/contract/sources.ts';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import { openAt } from '../app/render-app.tsx';
import { aboutAnswer, stubApi } from '../app/stub-api.ts';

const version = (
  id: number,
  dataset: DatasetName,
  changes: Partial<DatasetVersion> = {},
): DatasetVersion => ({
  id,
  dataset,
  list: 'shipped',
  title: dataset,
  source: `source of ${dataset}`,
  licence: 'CC BY 4.0',
  retrievedAt: '2026-10-01',
  fileHash: 'abc',
  rowCount: 0,
  counts: null,
  warnings: [],
  sourceName: 'shipped',
  importId: id,
  isModel: false,
  importedAt: '2026-11-01T10:00:00Z',
  ...changes,
});

const grid: SourceListing = {
  id: 'csp-grid',
  datasets: ['population'],
  title: { lv: 'Režģis', en: 'Grid' },
  publisher: { lv: 'CSP', en: 'CSP' },
  licence: 'CC BY 4.0',
  licenceUrl: 'https://example.org/licence',
  landingPage: 'https://example.org/grid',
  changes: { lv: 'reizi gadā', en: 'once a year' },
  byHand: { lv: 'Lejupielādējiet datni.', en: 'Download the file.' },
  canFetch: true,
};

const dataVersions = [
  version(1, 'population', { isModel: true, rowCount: 1673 }),
  version(2, 'territories', { list: 'csp-territories', sourceName: 'csp-territories', rowCount: 40 }),
  version(3, 'venues', { rowCount: 115 }),
  version(4, 'venues', {
    list: 'kisc-objects',
    sourceName: 'kisc-objects',
    rowCount: 90,
    counts: { read: 120, kept: 90, corrected: 4, dropped: 30 },
    warnings: [{ lv: 'divas rindas atkārtojas', en: 'two rows are repeated' }],
  }),
  version(6, 'streets', { list: 'osm', sourceName: 'osm', rowCount: 1703 }),
  version(5, 'events', { list: 'mine', sourceName: 'events', rowCount: 0 }),
];

const current = (one: DatasetVersion) => ({ ...one, state: 'current' });
const earlier = [
  { ...version(9, 'territories', { rowCount: 31, isModel: true }), state: 'past' },
  { ...version(8, 'territories', { list: 'varis', sourceName: 'varis-territories' }), state: 'forgotten' },
];
let undecided: readonly unknown[] = [];

beforeEach(() => {
  undecided = [];
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const open = async (address = '/en/about-the-data') => {
  stubApi({
    '/api/v1/about': { ...aboutAnswer, dataVersions },
    '/api/v1/sources': { sources: [grid] },
    '/api/v1/versions': { versions: [...dataVersions.map(current), ...earlier] },
    '/api/v1/venue-suggestions': { result: { undecided } },
    '/api/v1/collections/events/items': { features: [], numberMatched: 0, numberReturned: 0, links: [] },
  });
  openAt(address);
  return screen.findByRole('table', { name: 'Datasets' });
};

const cellsOf = (table: HTMLElement, name: string) =>
  within(within(table).getByRole('rowheader', { name }).closest('tr') as HTMLElement)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

test('says of every kind of data what it is made of, of when, and how much; blank where there is none', async () => {
  const table = await open();
  expect(cellsOf(table, 'Residents by grid cell')).toEqual([
    'Model data',
    expect.stringContaining('2026'),
    '1,673',
  ]);
  expect(cellsOf(table, 'Territories')[0]).toBe('From an official source');
  // Volunteers draw that map: open, but no office stands for it.
  expect(cellsOf(table, 'Road network')[0]).toBe('From OpenStreetMap');
  expect(cellsOf(table, 'Venues')).toEqual([
    'From an official source Facts put together',
    expect.stringContaining('2026'),
    '205',
  ]);
  expect(cellsOf(table, 'Events')).toEqual(['Own list', expect.stringContaining('2026'), '0']);
  expect(cellsOf(table, 'Survey of residents')).toEqual(['Not imported', '–', '–']);
  expect(screen.getByText(/^2 of the 5 datasets that are here come from/).textContent).toBe(
    '2 of the 5 datasets that are here come from an official source. Model data are still here: Residents by grid cell.',
  );
});

test('tells how model data are replaced: who publishes, under which licence, by which command', async () => {
  await open();
  const title = await screen.findByText('How to replace the model data');
  const part = within(title.closest('details') as HTMLElement);
  expect(part.getByText('npm run geodata -- fetch csp-grid --import')).toBeTruthy();
  expect(part.getByText('npm run geodata -- import csp-grid FILE')).toBeTruthy();
  expect(part.getByText('Download the file.')).toBeTruthy();
  expect(part.getByRole('link', { name: 'CC BY 4.0' }).getAttribute('href')).toBe(grid.licenceUrl);
});

test('says what an import read and left out, warns in the language of the reader, and leads to every finding', async () => {
  await open('/par-datiem').catch(() => undefined);
  expect(await screen.findByText('divas rindas atkārtojas')).toBeTruthy();
  expect(
    screen.getByText('Nolasītas rindas: 120; paturētas: 90, no tām izlabotas: 4; izlaistas: 30.'),
  ).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Visi atradumi pa rindām (CSV)' });
  expect(link.getAttribute('href')).toBe('/api/v1/versions/4/findings?f=csv&lang=lv');
});

test('takes whoever comes by a link to the dataset meant', async () => {
  const seen: string[] = [];
  HTMLElement.prototype.scrollIntoView = function scroll(this: HTMLElement) {
    seen.push(this.id);
  };
  await open('/en/about-the-data#data-venues-kisc-objects');
  expect(seen).toEqual(['data-venues-kisc-objects']);
  expect(document.activeElement?.id).toBe('data-venues-kisc-objects');
});

test('lists what a dataset was before, with the command that takes it back; not what is forgotten', async () => {
  await open();
  const title = await screen.findByText('Earlier versions (1)');
  const part = within(title.closest('details') as HTMLElement);
  expect(
    part.getByText(/^Version 9: basic list \(model data\), date of the data: 1 October 2026/),
  ).toBeTruthy();
  expect(part.getByText('npm run geodata -- use 9')).toBeTruthy();
  expect(title.closest('section')?.querySelector('#data-territories')).toBeTruthy();
  expect(screen.queryByText(/geodata -- use 8/)).toBeNull();
  expect(screen.getAllByText(/Earlier versions/)).toHaveLength(1);
});

test('counts pairs of venues that wait for a decision, and leads to the table to decide in', async () => {
  undecided = [{}, {}];
  await open();
  expect(await screen.findByText(/wait for a decision: 2\./)).toBeTruthy();
  const link = screen.getByRole('link', { name: 'The table to decide in (CSV)' });
  expect(link.getAttribute('href')).toBe('/api/v1/venue-suggestions?f=csv&lang=en');
});

test('says where no pair of venues waits', async () => {
  await open();
  expect(await screen.findByText('No pair of venues waits for a decision.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'The table to decide in (CSV)' })).toBeNull();
});
