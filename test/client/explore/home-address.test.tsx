import '../with-words.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { words } from '#core/language/index.ts';
import { cellCentre } from '#core/place/cell.ts';
import { createIndexBuilder } from '#core/place/geocode/build-index.ts';
import { forgetMe } from '../../../client/features/explore/near-me.ts';
import { openAt } from '../app/render-app.tsx';
import { aboutAnswer, pageOf, stubApi } from '../app/stub-api.ts';
import { eventFeature } from './fixtures.ts';

vi.mock('../../../client/map/events-map.tsx', () => ({ EventsMap: () => null }));

const { events } = words.lv;
const [lon, lat] = cellCentre('1kmX448Y313');
const parishes = ['slampes-pagasts', 'zentenes-pagasts'].map((id) => ({
  type: 'Feature',
  id,
  geometry: null,
  properties: { nameLv: id === 'slampes-pagasts' ? 'Slampes pagasts' : 'Zentenes pagasts', kind: 'parish' },
}));
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

const index = (() => {
  const builder = createIndexBuilder('house');
  const add = (name: string, unit: string, at: readonly [number, number], street: string | null = null) =>
    builder.add({
      id: `${builder.size}`,
      kind: 'house',
      name,
      street,
      village: null,
      unit,
      municipality: 'Tukuma novads',
      postcode: null,
      territoryId: null,
      lonLat: at,
    });
  add('Bisnieki', 'Slampes pagasts', [lon, lat]);
  add('Bērzi', 'Slampes pagasts', [lon, lat]);
  add('Bērzi', 'Zentenes pagasts', [26.5, 56.5]);
  add('7A', 'Slampes pagasts', [lon + 0.001, lat], 'Skolas iela');
  return builder.finish();
})();

const source = 'Valsts zemes dienests';
const version = { ...aboutAnswer.dataVersions[0], id: 9, dataset: 'addresses', list: 'varis', source };
const answers = {
  '/api/v1/about': { ...aboutAnswer, dataVersions: [...aboutAnswer.dataVersions, version] },
  '/api/v1/addresses': { result: [index], dataVersions: [version], isModel: false, caveats: [] },
  '/api/v1/collections/events/items': pageOf([eventFeature({ venueId: 'pils', venueName: 'Pils' })]),
  '/api/v1/collections/territories/items': pageOf(parishes),
  '/api/v1/collections/settlements/items': pageOf([settlement]),
  '/api/v1/collections/venues/items': pageOf([]),
  '/api/v1/collections/population/items': pageOf([cell]),
  '/api/v1/travel-times/slampes-pagasts': {
    result: {
      territoryId: 'slampes-pagasts',
      mode: 'car',
      departure: null,
      cellIds: ['1kmX448Y313'],
      venueIds: ['pils'],
      minutes: [[7]],
    },
  },
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-20T12:00:00+03:00') });
});
afterEach(() => {
  forgetMe();
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
});

const open = async () => {
  const asked = stubApi(answers);
  openAt('/');
  const field = await screen.findByRole('combobox', { name: events.homeAddress });
  return { asked, field };
};
const list = () => screen.findByRole('listbox', { name: events.homeList }, { timeout: 5000 });
const optionsShown = async () => {
  const found = await list();
  return (await within(found).findAllByRole('option')).map((option) => option.textContent);
};

/** Nothing of what was typed is in any request or in the address of the page. */
const expectSilence = (asked: readonly URL[], ...typed: readonly string[]) => {
  const said = [...asked.map(String), window.location.href].join('\n').toLowerCase();
  for (const word of typed) expect(said).not.toContain(encodeURIComponent(word.toLowerCase()));
  expect(said).not.toMatch(/2[36]\.\d\d\d/);
  expect(window.location.search).toBe('');
};

describe('an address as a home', () => {
  it('is looked up on the device alone, from a list fetched whole and only when it is wanted', async () => {
    const { asked, field } = await open();
    expect(asked.map(({ pathname }) => pathname)).not.toContain('/api/v1/addresses');
    await userEvent.type(field, 'bisneki slampe');
    expect(await optionsShown()).toContain('Bisnieki, Slampes pagasts');
    await userEvent.keyboard('{ArrowDown}');
    expect(field.getAttribute('aria-activedescendant')).toBe(
      within(await list()).getByRole('option', { selected: true }).id,
    );
    await userEvent.keyboard('{Enter}');
    await screen.findByText(/7 min/);
    expect((field as HTMLInputElement).value).toBe('Bisnieki, Slampes pagasts');
    expectSilence(asked, 'bisn');
    expect(asked.filter(({ pathname }) => pathname === '/api/v1/addresses')).toHaveLength(1);
    expect(asked.filter(({ pathname }) => pathname.includes('travel-times')).map(String)).toEqual([
      'http://localhost/api/v1/travel-times/slampes-pagasts?lang=lv&mode=car',
    ]);
  });

  it('is taken as typed where only one is meant, and asked for where two are', async () => {
    const { asked, field } = await open();
    await userEvent.type(field, 'Skolas ielā 7 a{Enter}');
    await waitFor(() => expect((field as HTMLInputElement).value).toBe('Skolas iela 7A, Slampes pagasts'));
    await userEvent.clear(field);
    await userEvent.type(field, 'Bērzi{Enter}');
    await screen.findByText(events.homeUnknown);
    expectSilence(asked, 'skolas', 'bērzi');
  });

  it('names who made the addresses, and tells how many places are offered', async () => {
    const { field } = await open();
    await userEvent.type(field, 'bērzi');
    expect(await optionsShown()).toEqual(['Bērzi, Slampes pagasts', 'Bērzi, Zentenes pagasts']);
    expect(screen.getByText(/Piedāvātas vietas: 2/).getAttribute('role')).toBe('status');
    expect(within(field.closest('.field') as HTMLElement).getByText(new RegExp(source))).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('listbox', { name: events.homeList })).toBeNull();
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('far away is said to be outside, and clearing the field forgets it', async () => {
    const { field } = await open();
    await userEvent.type(field, 'bērzi zentene');
    await userEvent.click(await screen.findByRole('option', { name: 'Bērzi, Zentenes pagasts' }));
    await screen.findByText(events.nearMeFailed.outside);
    await userEvent.clear(field);
    await waitFor(() => expect(screen.queryByText(events.nearMeFailed.outside)).toBeNull());
  });

  it('leaves villages as they were: a choice like any other, in the address of the page', async () => {
    const { field } = await open();
    await userEvent.type(field, 'Slam');
    await userEvent.click(await screen.findByRole('option', { name: 'Slampe, Slampes pagasts' }));
    await waitFor(() => expect(window.location.search).toContain('home=slampe'));
  });
});

describe('without addresses', () => {
  it('villages are offered and nothing else is fetched', async () => {
    const asked = stubApi({ ...answers, '/api/v1/about': aboutAnswer });
    openAt('/');
    const field = await screen.findByRole('combobox', { name: events.home });
    await userEvent.type(field, 'slam');
    expect(await optionsShown()).toEqual(['Slampe, Slampes pagasts']);
    expect(asked.map(({ pathname }) => pathname)).not.toContain('/api/v1/addresses');
  });
});
