import '../with-words.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connection } from '../../../client/connection.ts';
import { ApiFailure, apiUrl, getJson, problemView } from '../../../client/request.ts';

afterEach(() => vi.unstubAllGlobals());

const answer = (body: string, type: string, status: number) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers: { 'Content-Type': type } }));

const failureOf = async (): Promise<unknown> => {
  try {
    return await getJson('/api/v1/about');
  } catch (error) {
    return error;
  }
};

describe('addresses', () => {
  it('leave out what is not chosen and always say the language', () => {
    expect(apiUrl('/api/v1/x', 'en', { a: 1, b: null, c: '', d: undefined, q: 'ā b' })).toBe(
      '/api/v1/x?lang=en&a=1&q=%C4%81+b',
    );
  });

  it('take a next link as it is', () => {
    expect(apiUrl('/api/v1/x?cursor=1', 'lv', { limit: 5 })).toBe('/api/v1/x?cursor=1');
  });
});

describe('failures', () => {
  it('speak with the words of the problem and name each fault in the language of the reader', async () => {
    const errors = [{ field: 'limit', fault: 'out-of-range', expected: '1-10000' }];
    const problem = { title: 'Kļūda', status: 400, detail: 'Skat. sarakstu.', errors };
    answer(JSON.stringify(problem), 'application/problem+json', 400);
    const error = await failureOf();
    expect(error).toBeInstanceOf(ApiFailure);
    expect(problemView(error, 'lv')).toEqual({
      title: 'Kļūda',
      detail: 'Skat. sarakstu.',
      faults: ['limit: ārpus robežām (1-10000)'],
    });
  });

  it.each([
    ['a page of a proxy', '<html>', 'text/html', 502],
    ['half an answer', '{"a":', 'application/json', 200],
    ['half a problem', '{"title', 'application/problem+json', 500],
  ])('call %s unusual and give its status', async (_, body, type, status) => {
    answer(body, type, status);
    expect(problemView(await failureOf(), 'en').detail).toContain(`HTTP ${status}`);
  });

  it('notice a lost connection and its return', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    expect(problemView(await failureOf(), 'en').title).toBe('No connection to the server');
    expect(connection.isLost()).toBe(true);
    answer('{}', 'application/json', 200);
    await getJson('/api/v1/about');
    expect(connection.isLost()).toBe(false);
  });

  it('do not take a question given up for a lost connection', async () => {
    const stop = new AbortController();
    stop.abort();
    vi.stubGlobal('fetch', () => Promise.reject(stop.signal.reason as Error));
    await expect(getJson('/x', { signal: stop.signal })).rejects.not.toBeInstanceOf(ApiFailure);
    expect(connection.isLost()).toBe(false);
  });
});
