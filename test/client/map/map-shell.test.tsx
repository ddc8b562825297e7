import '../with-words.ts';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { words } from '#core/language/index.ts';
import { type InsideShell, MapShell } from '../../../client/map/map-shell.tsx';
import { LanguageProvider } from '../../../client/ui/language-context.tsx';

afterEach(cleanup);

const { map } = words.lv.access;

const show = (load: () => Promise<React.ComponentType<InsideShell>>) =>
  render(
    <LanguageProvider language="lv">
      <MapShell load={load} inside={{}} />
    </LanguageProvider>,
  );

test('a map that cannot be fetched says so, and another try fetches it', async () => {
  const load = vi
    .fn<() => Promise<React.ComponentType<InsideShell>>>()
    .mockRejectedValueOnce(new Error('no connection'))
    .mockResolvedValue(() => <p>drawn</p>);
  show(load);
  expect(screen.getByText(map.loading)).toBeTruthy();
  await screen.findByText(map.chunkFailed);
  await userEvent.click(screen.getByRole('button', { name: map.again }));
  await screen.findByText('drawn');
  expect(load).toHaveBeenCalledTimes(2);
});

test('a lost context leaves a message and a way back; missing WebGL only a message', async () => {
  const breakWith = (how: 'lost' | 'missing') => async () => (props: InsideShell) => (
    <button type="button" onClick={() => props.onBroken(how)}>
      break
    </button>
  );
  const lost = breakWith('lost');
  const { unmount } = show(lost);
  await userEvent.click(await screen.findByText('break'));
  expect(screen.getByText(map.lost)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: map.again }));
  await screen.findByText('break');
  unmount();
  const { container } = show(breakWith('missing'));
  await userEvent.click(await screen.findByText('break'));
  await waitFor(() => expect(screen.getByText(map.failed)).toBeTruthy());
  expect(screen.queryByRole('button', { name: map.again })).toBeNull();
  expect(container.querySelector('[data-map-state="missing"]')).toBeTruthy();
});
