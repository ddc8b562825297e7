import '../with-words.ts';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FigureAnswer } from '#core/contract/figure.ts';
import { words } from '#core/language/index.ts';
import FigurePage from '../../../client/features/figures/figure-page.tsx';
import FiguresPage from '../../../client/features/figures/page.tsx';
import { fakeApi, open } from '../access/fake-api.tsx';

const { access } = words.lv;
const id = 'abcdefghij234567abcd';
const figure: FigureAnswer = {
  id,
  createdAt: '2026-10-24T10:00:00Z',
  specification: { measure: 'nearest', offer: 'library', mode: 'car' },
  title: { lv: 'Tuvākā bibliotēka', en: 'Nearest library' },
  alternativeText: { lv: 'Karte ar 23 pagastiem.', en: 'A map of 23 parishes.' },
  table: {
    columns: ['id', 'nameLv', 'nameEn', 'value', 'unit', 'reason'],
    rows: [
      ['a', 'Cēres pagasts', 'Cēre Parish', 12.345, 'min', null],
      ['b', 'Vānes pagasts', 'Vāne Parish', null, 'min', 'no-route'],
    ],
  },
  cells: null,
  dataVersions: [],
  isModel: true,
  softwareVersion: '0.1.0',
  isSuperseded: false,
  links: {
    page: `/f/${id}`,
    svg: `/f/${id}.svg`,
    png: `/f/${id}.png`,
    csv: `/f/${id}.csv`,
    json: `/f/${id}.json`,
  },
};
const about = {
  region: { nameLv: 'Tukuma novads', nameEn: 'Tukums municipality', hasShippedData: true },
  dataVersions: [],
};
const drawing = () => new Response('<svg xmlns="http://www.w3.org/2000/svg"/>');

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('the form shows the texts that would be written, and keeps what is typed in the address', async () => {
  fakeApi({ '/api/v1/about': about, '/api/v1/figures': { figures: [] }, '/api/v1/figures/preview': drawing });
  open(<FiguresPage />, '/atteli?offer=library');
  const title = await screen.findByRole('textbox', { name: access.figureTitleLv });
  await waitFor(() => expect(title.getAttribute('placeholder')).toBe('Tuvākā bibliotēka ar automašīnu'));
  await userEvent.type(title, 'Kur tālu');
  expect(new URLSearchParams(window.location.search).get('titleLv')).toBe('Kur tālu');
  expect(await screen.findByText(access.figureKeptNone)).toBeTruthy();
  const image = await screen.findByRole('img');
  expect(image.getAttribute('alt')).toContain('Kur tālu');
});

test('keeping a figure sends the draft and leads to its page; a refusal is said', async () => {
  const sent: unknown[] = [];
  const refusal = () =>
    Response.json(
      { title: 'Attēlu nevar uzzīmēt', status: 422, detail: 'Zīme nav burtos.' },
      { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
    );
  let isRefused = true;
  fakeApi({
    '/api/v1/about': about,
    '/api/v1/figures/preview': drawing,
    '/api/v1/figures': (_: URL, init: RequestInit) => {
      if (init.method !== 'POST') return { figures: [figure] };
      sent.push(JSON.parse(String(init.body)));
      return isRefused ? refusal() : figure;
    },
  });
  open(<FiguresPage />, '/atteli?offer=library&widthMm=200');
  const keep = await screen.findByRole('button', { name: access.figureFreeze });
  await userEvent.click(keep);
  await screen.findByText('Zīme nav burtos.');
  isRefused = false;
  await userEvent.click(keep);
  await waitFor(() => expect(window.location.pathname).toBe(`/f/${id}`));
  expect(sent.at(-1)).toMatchObject({ measure: 'nearest', offer: 'library', widthMm: 200 });
});

test('a kept figure stands with its words, data, citation and files in both languages', async () => {
  fakeApi({ [`/api/v1/figures/${id}`]: figure });
  open(<FigurePage id={id} />, `/f/${id}`);
  const image = await screen.findByRole('img');
  expect(image.getAttribute('src')).toBe(`/f/${id}.svg?lang=lv`);
  expect(image.getAttribute('alt')).toBe('Karte ar 23 pagastiem.');
  expect(screen.getByRole('row', { name: /Cēres pagasts/ }).textContent).toContain('12,35');
  expect(screen.getByRole('row', { name: /Vānes pagasts/ }).textContent).toContain(
    words.lv.reasons['no-route'],
  );
  expect(document.querySelector('.citation')?.textContent).toContain(`/f/${id}`);
  const files = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  for (const extension of ['svg', 'png', 'csv', 'json']) {
    expect(files).toContain(`/f/${id}.${extension}?lang=lv`);
    expect(files).toContain(`/f/${id}.${extension}?lang=en`);
  }
  expect(screen.queryByText(access.figureSuperseded)).toBeNull();
});

test('a figure of cells offers them below its parishes, by the settlement near each', async () => {
  const cells = {
    columns: ['id', 'settlement', 'territoryNameLv', 'territoryNameEn', 'people', 'value', 'unit', 'reason'],
    rows: [['1kmX409Y309', 'Vāne', 'Vānes pagasts', 'Vāne Parish', 3, 8.92, 'min', null]],
  };
  const table = {
    columns: ['id', 'nameLv', 'nameEn', 'peopleOver15To30Minutes'],
    rows: [['a', 'Cēres pagasts', 'Cēre Parish', 12]],
  };
  fakeApi({ [`/api/v1/figures/${id}`]: { ...figure, table, cells } });
  open(<FigurePage id={id} />, `/f/${id}`);
  const summary = await screen.findByText('Attēla dati pa šūnām (1)', { selector: 'summary' });
  expect(summary.closest('details')?.hasAttribute('open')).toBe(false);
  const row = summary.closest('details')?.querySelector('tbody tr');
  expect(row?.querySelector('th')?.textContent).toBe('Vāne');
  expect(row?.textContent).toContain('8,92');
  expect(row?.textContent).not.toContain('Vāne Parish');
  const title = screen.getByRole('columnheader', { name: /Iedzīvotāji 15–30\smin/ });
  expect(title).toBeTruthy();
});

test('a superseded figure says so and leads to a new draft of the same', async () => {
  fakeApi({ [`/api/v1/figures/${id}`]: { ...figure, isSuperseded: true } });
  open(<FigurePage id={id} />, `/f/${id}`);
  await screen.findByText(access.figureSuperseded);
  const link = screen.getByRole('link', { name: access.figureSupersededLink });
  expect(link.getAttribute('href')).toBe('/atteli?offer=library&level=parishes');
});
