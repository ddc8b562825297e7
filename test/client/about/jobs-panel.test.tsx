import '../with-words.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { JobProgress } from '#core/transit/timetable-answer.ts';
import { JobsPanel } from '../../../client/features/about/jobs-panel.tsx';
import { LanguageProvider } from '../../../client/ui/language-context.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const line = (id: string, more: Partial<JobProgress>): JobProgress => ({
  id,
  kind: id.split('/')[0] ?? '',
  done: 0,
  of: 0,
  state: 'finished',
  reason: null,
  dataVersions: [],
  ...more,
});

const show = (jobs: () => readonly JobProgress[]) => {
  vi.stubGlobal('fetch', async () => Response.json({ jobs: jobs() }));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <LanguageProvider language="lv">
      <QueryClientProvider client={client}>
        <JobsPanel />
      </QueryClientProvider>
    </LanguageProvider>,
  );
  return client;
};

const said = () => screen.getByRole('status').textContent;
const items = () =>
  screen.queryAllByRole('listitem').map((item) => item.textContent?.replaceAll('\u00a0', ' '));

it('tells what is under way and for which data, and is gone when it is done', async () => {
  const dataVersions = [{ dataset: 'territories', id: 12 }] as const;
  let jobs = [
    line('lay-out-dates', {}),
    line('travel-times/car', { state: 'running', done: 300, of: 1200, dataVersions }),
    line('round-trips', { state: 'waiting' }),
  ];
  const client = show(() => jobs);
  await screen.findByText('Darbi fonā');
  expect(items()).toEqual([
    'ceļa laiki – ar automašīnu: 300 no 1200 datu versijas: Teritorijas 12',
    'ceļi uz pasākumiem un mājās: gaida',
  ]);
  expect(screen.getByRole('progressbar').getAttribute('aria-label')).toBe('ceļa laiki – ar automašīnu');
  expect(said()).toBe('Serveris fonā rēķina: ceļa laiki, ceļi uz pasākumiem un mājās.');
  jobs = jobs.map((job) => ({ ...job, state: 'finished' }));
  await client.invalidateQueries();
  await waitFor(() => expect(said()).toBe('Serveris fonā visu ir izrēķinājis.'));
  expect(screen.queryByText('Darbi fonā')).toBeNull();
});

it('says nothing where nothing is under way', async () => {
  const jobs = vi.fn(() => [line('lay-out-dates', {})]);
  show(jobs);
  await waitFor(() => expect(jobs).toHaveBeenCalled());
  expect(said()).toBe('');
  expect(items()).toEqual([]);
});

it('says what failed and why, and what is tried again', async () => {
  show(() => [
    line('travel-times', { state: 'failed', reason: 'disk full' }),
    line('lay-out-dates', { state: 'waiting', reason: 'unavailable' }),
  ]);
  await screen.findByText('Darbi fonā');
  expect(items()).toEqual([
    'ceļa laiki: neizdevās: disk full',
    'pasākumu datumi: neizdevās, tiks mēģināts vēlreiz: unavailable',
  ]);
});
