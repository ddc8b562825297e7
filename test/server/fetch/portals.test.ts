import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FetchWorld, openFetchWorld } from './world.ts';

const body = 'kods,nosaukums\n100003003,Slampes pagasts\n';
let world: FetchWorld;
beforeEach(async () => {
  world = await openFetchWorld();
});
afterEach(() => world.close());

const portal = () => `${world.server.url}/dati`;
const resource = '6d8624c4-e75a-4080-88eb-c755b5de230a';
const byResource = (lastKnown?: string) => ({
  kind: 'ckan-resource' as const,
  portal: portal(),
  resource,
  ...(lastKnown === undefined ? {} : { lastKnown }),
});
const byName = (name: string) => ({ kind: 'ckan-file' as const, portal: portal(), dataset: 'varis', name });
const asJson = (value: unknown) => ({ body: JSON.stringify(value), type: 'application/json' });
const resourcePath = `/dati/api/3/action/resource_show?id=${resource}`;
const datasetPath = '/dati/api/3/action/package_show?id=varis';

describe('a portal that knows the present link of a file', () => {
  it('is asked for it; the file then comes from there', async () => {
    const url = `${world.server.url}/dati/dataset/1/resource/2/download/codes_2026.csv`;
    world.server.serve(resourcePath, asJson({ success: true, result: { url, name: 'Kodi' } }));
    world.server.serve(new URL(url).pathname, { body });
    const { sidecar } = await world.fetch(byResource());
    expect(sidecar.url).toBe(url);
    expect(readFileSync(world.path, 'utf8')).toBe(body);
  });

  it('names a new link for a new file: what came from the old one is not taken for it', async () => {
    const link = (name: string) => `${world.server.url}/${name}`;
    const serve = (name: string, text: string) => {
      world.server.serve(resourcePath, asJson({ success: true, result: { url: link(name) } }));
      world.server.serve(`/${name}`, { body: text, etag: '"same"' });
    };
    serve('2025.csv', body);
    await world.fetch(byResource());
    serve('2026.csv', `${body}100003011,Tumes pagasts\n`);
    expect((await world.fetch(byResource())).state).toBe('changed');
    expect(world.server.asked.at(-1)?.headers['if-none-match']).toBeUndefined();
  });

  it.each([
    ['refuses scripts', { fails: { status: 403 }, body: '' }],
    ['answers with a page', { body: '<html></html>' }],
    ['says no', { body: '{"success":false,"error":{"message":"Not found"}}' }],
    ['names an address of no kind', { body: '{"success":true,"result":{"url":"javascript:alert(1)"}}' }],
  ])('%s: the link of last time is taken, if there is one', async (_, served) => {
    world.server.serve(resourcePath, served);
    world.server.serve('/old.csv', { body });
    expect((await world.fetch(byResource(`${world.server.url}/old.csv`))).state).toBe('new');
    expect(['no-link', 'refused']).toContain((await world.failure(byResource())).code);
  });

  it('is not followed into a private network', async () => {
    const url = `http://127.0.0.2:${new URL(world.server.url).port}/inside.csv`;
    world.server.serve(resourcePath, asJson({ success: true, result: { url } }));
    expect((await world.failure(byResource())).code).toBe('private-address');
  });

  it('is asked for a file of a dataset by its whole name', async () => {
    const at = (name: string) => ({ url: `${world.server.url}/r/${name}`, name: `Ēkas ${name}` });
    const resources = ['aw_eka_his.csv', 'old_aw_eka.csv', 'aw_eka.csv', 'aw_eka.csv.zip'].map(at);
    world.server.serve(datasetPath, asJson({ success: true, result: { resources } }));
    world.server.serve('/r/aw_eka.csv', { body });
    expect((await world.fetch(byName('aw_eka.csv'))).sidecar.url).toBe(`${world.server.url}/r/aw_eka.csv`);
    const { code, values } = await world.failure(byName('aw_iela.csv'));
    expect(code).toBe('no-link');
    expect(values.file).toBe('aw_iela.csv');
  });

  it('may not answer without end', async () => {
    world.server.serve(datasetPath, { body: `{"success":true,"x":"${'x'.repeat(6_000_000)}"}` });
    expect((await world.failure(byName('aw_eka.csv'))).code).toBe('too-large');
  });
});
