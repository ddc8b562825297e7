import '../with-words.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { words } from '#core/language/index.ts';
import { ModelledNote } from '../../../client/features/explore/event-card.tsx';
import { TravelLine } from '../../../client/features/explore/travel-line.tsx';
import { LanguageProvider } from '../../../client/ui/language-context.tsx';
import { aboutAnswer, stubApi } from '../app/stub-api.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const { common, events } = words.en;
const [one] = aboutAnswer.dataVersions;
const time = { state: 'known', minutes: 27, km: 20 } as const;

/** A way of 27 min and the note of a list, where the streets are a model's or not; events always are. */
const show = async (isModel: boolean, modelFields: string[] = []) => {
  const asked = stubApi({
    '/api/v1/about': {
      ...aboutAnswer,
      dataVersions: [
        { ...one, dataset: 'events', isModel: true },
        { ...one, id: 3, dataset: 'streets', isModel },
      ],
    },
  });
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider language="en">
        <TravelLine time={time} mode="car" />
        <ModelledNote listings={[{ modelFields }]} hasTravel isTimetable={false} />
      </LanguageProvider>
    </QueryClientProvider>,
  );
  await waitFor(() => expect(asked).toHaveLength(1));
  return container;
};

it('marks the way as model data while the streets are a model', async () => {
  await show(true);
  expect(screen.getAllByText(common.modelData)).toHaveLength(2);
  expect(screen.getByText(new RegExp(events.modelled.travelNote))).toBeTruthy();
});

it('bears no mark of a model once streets and residents are none, whatever else is', async () => {
  const container = await show(false);
  await waitFor(() => expect(screen.queryByText(common.modelData)).toBeNull());
  expect(container.textContent).toContain('27');
  expect(container.textContent).not.toContain(events.modelled.travelNote);
});

it('still explains what is modelled of the events, and no more', async () => {
  const container = await show(false, ['startTime']);
  await waitFor(() => expect(container.textContent).not.toContain(events.modelled.travelNote));
  expect(container.textContent).toContain(events.modelled.note);
});
