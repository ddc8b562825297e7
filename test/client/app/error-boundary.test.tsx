import '../with-words.ts';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../../client/app/error-boundary.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

let isBroken = true;

const Fragile = () => {
  if (isBroken) throw new Error('broken');
  return <p>whole</p>;
};

it('never leaves the screen blank, and forgets a fault on retry and on another page', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const at = (resetKey: string) => (
    <ErrorBoundary language="en" resetKey={resetKey}>
      <Fragile />
    </ErrorBoundary>
  );
  const { rerender } = render(at('/a'));
  expect(screen.getByRole('alert').textContent).toContain('could not be shown');
  isBroken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('whole')).toBeTruthy();

  isBroken = true;
  rerender(at('/a'));
  expect(screen.getByRole('alert')).toBeTruthy();
  isBroken = false;
  rerender(at('/b'));
  expect(screen.getByText('whole')).toBeTruthy();
});
