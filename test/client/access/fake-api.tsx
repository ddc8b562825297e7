import '../with-words.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { type Language, pagePath } from '#core/language/routes.ts';
import { LanguageProvider } from '../../../client/ui/language-context.tsx';

/** Answers of a fake API: by path, a body, or a function of the address; undefined is a lost connection. */
export type Answers = Record<string, unknown | ((url: URL, init: RequestInit) => unknown)>;

/** Stands in for the server; returns the addresses asked for, in order. */
export function fakeApi(answers: Answers): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://map.test');
    asked.push(`${url.pathname}${url.search}`);
    const answer = answers[url.pathname];
    const body: unknown = typeof answer === 'function' ? answer(url, init) : answer;
    if (body === undefined) throw new TypeError('no connection');
    if (body instanceof Response) return body;
    return Response.json(body);
  });
  return asked;
}

/** Opens a page at an address, in a language, with a fresh cache. */
export function open(page: ReactNode, address: string, language: Language = 'lv') {
  window.history.replaceState(null, '', address);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  return render(
    <QueryClientProvider client={client}>
      <LanguageProvider language={language}>{page}</LanguageProvider>
    </QueryClientProvider>,
  );
}

export const accessAddress = (search = '') => `${pagePath('access', 'lv')}${search}`;
