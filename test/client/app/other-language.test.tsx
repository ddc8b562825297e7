import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { lv } from '#core/language/lv.ts';
import { hasWords, keepWords } from '../../../client/ui/words.ts';
import { openAt } from './render-app.tsx';
import { aboutAnswer, pageOf, stubApi } from './stub-api.ts';

vi.mock('../../../client/map/events-map.tsx', () => ({ EventsMap: () => null }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('fetches the words of the other language when it is asked for, and keeps the view', async () => {
  keepWords('lv', lv);
  stubApi({ '/api/v1/about': aboutAnswer, '/api/v1/collections/events/items': pageOf([]) });
  openAt('/?when=weekend');
  await screen.findByRole('heading', { name: lv.shell.doors.events });
  expect(hasWords('en')).toBe(false);
  await userEvent.click(screen.getByRole('link', { name: 'English' }));
  await screen.findByRole('heading', { name: 'Events' });
  expect(window.location.pathname + window.location.search).toBe('/en?when=weekend');
  expect(document.documentElement.lang).toBe('en');
});
