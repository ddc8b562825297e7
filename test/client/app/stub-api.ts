import { vi } from 'vitest';

type Answer = unknown | ((url: URL) => unknown);

/** Answers of the API by path; anything else is a 404 problem. Returns every address asked for. */
export const stubApi = (answers: Readonly<Record<string, Answer>>): URL[] => {
  const asked: URL[] = [];
  vi.stubGlobal('fetch', async (input: string) => {
    const url = new URL(input, 'http://localhost');
    asked.push(url);
    const answer = answers[url.pathname];
    const body = typeof answer === 'function' ? answer(url) : answer;
    if (body instanceof Error) throw body;
    if (body !== undefined) return Response.json(body);
    return Response.json(
      { title: 'Nav atrasts', status: 404, detail: `Šeit nekā nav: ${url.pathname}.`, errors: [] },
      { status: 404, headers: { 'Content-Type': 'application/problem+json' } },
    );
  });
  return asked;
};

export const aboutAnswer = {
  region: { id: 'tukums', hasShippedData: true, timeZone: 'Europe/Riga' },
  isModel: true,
  softwareVersion: '0.1.0',
  dataVersions: [
    {
      id: 1,
      dataset: 'venues',
      list: 'shipped',
      title: 'Venues',
      source: 'municipal pages',
      licence: 'CC BY 4.0',
      retrievedAt: '2026-10-01',
      fileHash: 'abc',
      rowCount: 112,
      counts: null,
      warnings: [],
      sourceName: 'shipped',
      importId: 1,
      isModel: false,
      importedAt: '2026-11-01T10:00:00Z',
    },
    {
      id: 2,
      dataset: 'events',
      list: 'shipped',
      title: 'Events',
      source: 'press',
      licence: 'CC BY 4.0',
      retrievedAt: '2026-11-20',
      fileHash: 'def',
      rowCount: 99,
      counts: null,
      warnings: [{ lv: 'trim pasākumiem nav norādīta vieta', en: 'three events state no place' }],
      sourceName: 'shipped',
      importId: 2,
      isModel: true,
      importedAt: '2026-11-21T10:00:00Z',
    },
  ],
};

export const pageOf = (features: readonly unknown[], next: string | null = null) => ({
  type: 'FeatureCollection',
  features,
  numberMatched: features.length,
  numberReturned: features.length,
  links: next === null ? [] : [{ rel: 'next', href: next }],
});
