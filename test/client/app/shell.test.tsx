import '../with-words.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OnDemandZone } from '#core/transit/on-demand.ts';
import { openAt } from './render-app.tsx';
import { aboutAnswer, pageOf, stubApi } from './stub-api.ts';

const answers = {
  '/api/v1/about': aboutAnswer,
  '/api/v1/collections/events/items': pageOf([]),
  '/api/v1/collections/territories/items': pageOf([]),
  '/api/v1/collections/settlements/items': pageOf([]),
  '/api/v1/collections/venues/items': pageOf([]),
};

// The map has tests of its own and needs WebGL.
vi.mock('../../../client/map/events-map.tsx', () => ({ EventsMap: () => null, default: () => null }));

beforeEach(() => {
  stubApi(answers);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');

describe('the shell', () => {
  it('has three doors, marks the one that is open, and keeps date and kind of the data in sight', async () => {
    openAt('/');
    const doors = within(screen.getByRole('navigation', { name: 'Galvenā navigācija' }));
    expect(doors.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Pasākumi',
      'Sasniedzamība',
      'Attēli',
      'Par datiem',
    ]);
    expect(doors.getByRole('link', { name: 'Pasākumi' }).getAttribute('aria-current')).toBe('page');
    // At the head of the page, where it covers nothing.
    const stamp = await within(screen.getByRole('banner')).findByRole('link', { name: /Dati:/ });
    expect(plain(stamp.textContent)).toBe('Modeļa datiDati: 2026. gada 20. novembris');
  });

  it('switches the language and keeps page and choices', async () => {
    openAt('/par-datiem?x=1');
    await userEvent.click(screen.getByRole('link', { name: 'English' }));
    expect(`${window.location.pathname}${window.location.search}`).toBe('/en/about-the-data?x=1');
    expect(await screen.findByRole('heading', { level: 1, name: 'About the data' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });

  it('gives the focus and the title to the new page', async () => {
    openAt('/');
    await userEvent.click(screen.getByRole('link', { name: 'Par datiem' }));
    const heading = await screen.findByRole('heading', { level: 1, name: 'Par datiem' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe('Par datiem – Tukuma novada kultūras karte');
  });

  it('names another region in header and title', async () => {
    const region = {
      nameLv: 'Portualegri',
      nameEn: 'Porto Alegre',
      focalTown: { nameLv: 'Centrs', nameEn: 'Centro' },
      hasShippedData: false,
    };
    stubApi({ ...answers, '/api/v1/about': { ...aboutAnswer, region } });
    openAt('/en/about-the-data');
    const name = await screen.findByRole('link', { name: 'Culture map: Porto Alegre' });
    expect(name.className).toBe('site-name');
    await waitFor(() => expect(document.title).toBe('About the data – Culture map: Porto Alegre'));
    expect(document.body.textContent).not.toContain('Tukum');
  });

  it('says in the language of the address that a page is not there', () => {
    openAt('/en/nowhere');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Page not found');
    expect(screen.getByRole('link', { name: 'To the list of events' }).getAttribute('href')).toBe('/en');
  });

  it('names source, licence, date and warnings of every dataset', async () => {
    openAt('/en/about-the-data');
    expect(await screen.findByRole('heading', { level: 3, name: /Events .*Model data/ })).toBeTruthy();
    expect(screen.getByText('municipal pages')).toBeTruthy();
    expect(screen.getByText('three events state no place')).toBeTruthy();
    expect(plain(document.body.textContent)).toContain('1 October 2026');
  });

  it('tells where, when and on what terms on-demand transport runs', async () => {
    const zone: OnDemandZone = {
      id: 'vane',
      nameLv: 'Vānes pagasts',
      nameEn: 'Vāne Parish',
      area: { territoryIds: ['vanes-pagasts'] },
      days: ['monday', 'saturday'],
      hours: { from: '07:00', to: '22:00' },
      booking: { daysBefore: 1, by: '15:00' },
      seats: 8,
      validUntil: '2027-06-30',
      source: 'made up',
      isModel: true,
    };
    stubApi({ ...answers, '/api/v1/on-demand': { result: [zone] } });
    openAt('/par-datiem');
    const panel = (await screen.findByRole('heading', { name: 'Transports pēc pieprasījuma' })).parentElement;
    const text = plain(panel?.textContent ?? '');
    for (const part of ['Vānes pagasts', 'Modeļa dati', 'pirmdiena un sestdiena, 07.00–22.00'])
      expect(text).toContain(part);
    expect(text).toContain('1 dienu iepriekš līdz plkst. 15.00');
    expect(text).toContain('2027. gada 30. jūnijs');
    expect(text).toContain('made up');
  });
});

describe('a lost connection', () => {
  it('is said, what was loaded stays, and a retry brings everything back', async () => {
    openAt('/par-datiem');
    await screen.findByText('municipal pages');
    stubApi({
      ...answers,
      '/api/v1/about': new TypeError('network'),
      '/api/v1/collections/events/items': new TypeError('network'),
    });
    await userEvent.click(within(screen.getByRole('navigation')).getByRole('link', { name: 'Pasākumi' }));
    expect(await screen.findByText(/Savienojums ar serveri ir zudis/)).toBeTruthy();
    await userEvent.click(screen.getByRole('link', { name: 'Par datiem' }));
    expect(await screen.findByText('municipal pages')).toBeTruthy();
    stubApi(answers);
    await userEvent.click(screen.getByRole('button', { name: 'Mēģināt vēlreiz' }));
    expect(await screen.findByText('Savienojums ir atjaunots.')).toBeTruthy();
  });
});
