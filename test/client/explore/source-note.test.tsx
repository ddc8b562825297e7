import '../with-words.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { SourceNote } from '../../../client/features/explore/source-note.tsx';
import { LanguageProvider } from '../../../client/ui/language-context.tsx';
import { aboutAnswer, stubApi } from '../app/stub-api.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('names the list of a merged row, and says in the words of the reader that it states no licence', async () => {
  const dataVersions = [
    ...aboutAnswer.dataVersions,
    { ...aboutAnswer.dataVersions[0], id: 7, list: 'kisc-objects', licence: 'not stated' },
  ];
  stubApi({ '/api/v1/about': { ...aboutAnswer, dataVersions } });
  const note = { dataset: 'venues', source: 'KISC', confidence: null } as const;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider language="lv">
        <SourceNote {...note} list="shipped" />
        <SourceNote {...note} list="kisc-objects" isMerged />
      </LanguageProvider>
    </QueryClientProvider>,
  );
  expect(await screen.findByText(/licence nav norādīta/)).toBeTruthy();
  expect(screen.getByText('Avots un ticamība')).toBeTruthy();
  expect(screen.getByText('Avots un ticamība: saraksts “kisc-objects”')).toBeTruthy();
  expect(screen.queryByText(/not stated/)).toBeNull();
});
