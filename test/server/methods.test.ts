import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { MethodsResponse } from '#core/contract/methods.ts';
import { readMethodPages } from '#server/methods.ts';
import { lightApp } from './light.ts';

const methods = await readMethodPages();
const app = lightApp({ methods });
const pathOf = (href: string) => new URL(href).pathname;

describe('methods', () => {
  it('are listed with their headings, and every page is there', async () => {
    const { body } = await request(app).get('/api/v1/methods').expect(200);
    const listed = (body as MethodsResponse).methods;
    expect(listed.map(({ id }) => id)).toContain('travel-by-road');
    for (const { href, title } of listed) {
      const page = await request(app).get(pathOf(href)).expect(200);
      expect(page.headers['content-type']).toBe('text/markdown; charset=utf-8');
      expect(page.headers['content-language']).toBe('en');
      expect(page.text.startsWith(`# ${title}\n`), href).toBe(true);
    }
  });

  it('lead from page to page', async () => {
    const address = '/api/v1/methods/nearest';
    const { text } = await request(app).get(address).expect(200);
    const links = [...text.matchAll(/\]\(([a-z-]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? '');
    expect(links).toContain('travel-by-road');
    for (const link of links) await request(app).get(`/api/v1/methods/${link}`).expect(200);
  });

  it('are read in a browser as text, whatever they contain', async () => {
    const page = await request(lightApp())
      .get('/api/v1/methods/nearest')
      .set('Accept', 'text/html,*/*;q=0.8');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('<pre># Nearest &lt;venue&gt;');
  });

  it.each(['nowhere', '..%2F..%2FREADME', 'nearest.md'])('%s is none', async (id) => {
    const { body } = await request(app).get(`/api/v1/methods/${id}`).expect(404);
    expect(body).toMatchObject({ code: 'not-found' });
  });
});
