import '../with-words.ts';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../../../client/ui/language-context.tsx';
import { RejectedNote } from '../../../client/ui/rejected-note.tsx';
import { Failed } from '../../../client/ui/status.tsx';

afterEach(cleanup);

it('says what failed in the words of the problem and tries again when told', async () => {
  const retry = vi.fn();
  render(
    <LanguageProvider language="en">
      <Failed problem={{ title: 'Bad', detail: 'Because.', faults: ['limit: too large'] }} onRetry={retry} />
    </LanguageProvider>,
  );
  expect(screen.getByRole('alert').textContent).toContain('Because.');
  expect(screen.getByRole('listitem').textContent).toBe('limit: too large');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledOnce();
});

it('names every choice of the address that was not understood', () => {
  render(
    <LanguageProvider language="lv">
      <RejectedNote rejected={[{ name: 'mode', value: 'raķete' }]} />
    </LanguageProvider>,
  );
  expect(screen.getByRole('status').textContent).toContain('mode=raķete');
});
