import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { fileRules } from '#core/contract/import-files.ts';
import { Problem } from '#core/problem.ts';
import type { BroughtFile, Imports } from '#server/context.ts';
import { lightApp, noImports } from './light.ts';

interface Taken {
  readonly source: string;
  readonly list: string;
  readonly files: readonly (BroughtFile & { readonly text: string })[];
}

/** An app that reads what is brought, and remembers it. */
function taking(more: Partial<Imports> = {}) {
  const taken: Taken[] = [];
  const imports: Imports = {
    ...noImports,
    importFiles: async (source, list, files) => {
      const read = files.map((file) => ({ ...file, text: readFileSync(file.path, 'utf8') }));
      taken.push({ source, list, files: read });
      return { dataset: 'timetable', list, versionId: 7, rows: 3, warnings: [], also: [] };
    },
    ...more,
  };
  return { taken, app: lightApp({ importToken: 'the-key', context: { imports } }) };
}

const gtfs = '/api/v1/import/gtfs?list=buses';
const zip = 'application/zip';

const send = (app: ReturnType<typeof lightApp>, path: string, body: string | Buffer, type = zip) =>
  request(app).post(path).set({ Authorization: 'Bearer the-key', 'Content-Type': type }).send(body);

describe('a file that somebody brings', () => {
  it('is on the disk while it is imported and gone afterwards', async () => {
    const { taken, app } = taking();
    const { body } = await send(app, `${gtfs}&fileName=eptc.zip`, 'PK bytes').expect(201);
    expect(body).toEqual({
      dataset: 'timetable',
      list: 'buses',
      versionId: 7,
      rows: 3,
      warnings: [],
      also: [],
    });
    expect(taken).toMatchObject([
      { source: 'gtfs', list: 'buses', files: [{ name: 'eptc.zip', text: 'PK bytes' }] },
    ]);
    expect(existsSync(taken[0]?.files[0]?.path ?? '')).toBe(false);
  });

  it('may be several in one body, cut by their sizes', async () => {
    const { taken, app } = taking();
    const names = 'fileName=a.zip,b.zip,c.zip&sizes=3,70000,2';
    await send(app, `${gtfs}&${names}`, `aaa${'b'.repeat(70_000)}cc`).expect(201);
    expect(taken[0]?.files.map(({ name, text }) => [name, text.length, text[0]])).toEqual([
      ['a.zip', 3, 'a'],
      ['b.zip', 70_000, 'b'],
      ['c.zip', 2, 'c'],
    ]);
  });

  it.each([
    ['sizes=3,4&fileName=a.zip,b.zip', 'aaa', 'bad-body'],
    ['sizes=3,4&fileName=a.zip,b.zip', 'aaabbbbcccc', 'bad-body'],
    ['sizes=3', 'aa', 'bad-body'],
    ['', '', 'bad-body'],
    ['sizes=3,4', 'aaabbbb', 'bad-query'],
    ['fileName=a.zip,b.zip', 'aaabbbb', 'bad-query'],
    ['sizes=0', 'aaa', 'bad-query'],
    ['sizes=three', 'aaa', 'bad-query'],
    ['fileName=..%2Fa.zip', 'aaa', 'bad-query'],
  ])('%s with %j is refused as %s', async (query, bytes, code) => {
    const { taken, app } = taking();
    const { body } = await send(app, `${gtfs}&${query}`, bytes).expect(400);
    expect(body.code).toBe(code);
    expect(taken).toEqual([]);
  });

  it('is one for streets, of their type, with the key, and leads nowhere without one', async () => {
    const { app } = taking();
    const osm = '/api/v1/import/osm?list=osm';
    await send(app, `${osm}&fileName=a,b&sizes=1,1`, 'ab', 'application/octet-stream').expect(400);
    await send(app, osm, 'ab', 'application/octet-stream').expect(201);
    const refused = await send(app, osm, 'ab', 'text/plain').expect(415);
    expect(refused.body.detail).toContain('application/x-protobuf');
    await send(app, '/api/v1/import/venues?list=mine', 'ab').expect(404);
    await send(app, '/api/v1/import/osm', 'ab', 'application/octet-stream').expect(400);
    await request(app).post(osm).set('Content-Type', 'application/octet-stream').send('ab').expect(401);
    const closed = lightApp({ importToken: null });
    await send(closed, osm, 'ab', 'application/octet-stream').expect(404);
    await request(app).get(osm).expect(405);
  });

  it('is refused by its stated length before a byte is read, and by its real length', async () => {
    const { taken, app } = taking();
    const population = '/api/v1/import/population?list=grid';
    const tooMuch = Buffer.alloc(fileRules.population.mostBytes + 1, 'a');
    const { body } = await send(app, population, tooMuch, 'text/csv').expect(413);
    expect(body.detail).toContain('5 MB');
    await send(app, population, Buffer.alloc(fileRules.population.mostBytes, 'a'), 'text/csv').expect(201);
    const chunked = request(app)
      .post(population)
      .set({ Authorization: 'Bearer the-key', 'Content-Type': 'text/csv', 'Transfer-Encoding': 'chunked' });
    for (let megabyte = 0; megabyte < 7; megabyte++) chunked.write(Buffer.alloc(1_000_000, 'a').toString());
    const refused = await chunked;
    expect(refused.status).toBe(413);
    expect(taken).toHaveLength(1);
  });

  it('is told what its importer found, and gone too', async () => {
    let path = '';
    const { app } = taking({
      importFiles: (_source, _list, [file]) => {
        path = file?.path ?? '';
        const fault = { field: 'stop_times.txt', fault: 'missing' } as const;
        return Promise.reject(new Problem('bad-import', { faults: [fault] }));
      },
    });
    const { body } = await send(app, gtfs, 'PK').expect(422);
    expect(body.errors[0]).toMatchObject({ field: 'stop_times.txt', fault: 'missing' });
    expect(path).not.toBe('');
    expect(existsSync(path)).toBe(false);
  });

  it('is never imported when it breaks off half-way', async () => {
    const { taken, app } = taking();
    const server = app.listen(0);
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST ${gtfs} HTTP/1.1\r\nHost: karte.lv\r\nAuthorization: Bearer the-key\r\n` +
        `Content-Type: ${zip}\r\nContent-Length: 100\r\n\r\nhalf`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await new Promise((resolve) => server.close(resolve));
    expect(taken).toEqual([]);
  });
});

describe('whoever goes away', () => {
  it('is not imported for any more: the import hears of it', async () => {
    const begun = Promise.withResolvers<void>();
    const heard = Promise.withResolvers<unknown>();
    const { app } = taking({
      importFiles: (_source, _list, _files, manner) =>
        new Promise((_, reject) => {
          begun.resolve();
          manner?.signal?.addEventListener('abort', () => {
            heard.resolve(manner.signal?.reason);
            reject(manner.signal?.reason as Error);
          });
        }),
    });
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const leave = new AbortController();
    const asked = fetch(`http://127.0.0.1:${port}${gtfs}`, {
      method: 'POST',
      headers: { Authorization: 'Bearer the-key', 'Content-Type': zip },
      body: 'PK bytes',
      signal: leave.signal,
    });
    await begun.promise;
    leave.abort();
    await expect(asked).rejects.toThrow();
    expect(await heard.promise).toBeDefined();
    server.close();
  });
});

describe('versions over the network', () => {
  const record = { id: 4, dataset: 'venues', list: 'mine', state: 'current' };

  it('are changed with the key alone', async () => {
    const asked: unknown[] = [];
    const { app } = taking({
      use: async (id) => {
        asked.push(['use', id]);
        return [record] as never;
      },
      forget: async (id) => {
        asked.push(['forget', id]);
        return record as never;
      },
      retire: async (dataset, list) => {
        asked.push(['retire', dataset, list]);
        return record as never;
      },
    });
    for (const path of ['versions/4/use', 'versions/4/forget', 'lists/venues/mine/retire']) {
      await request(app).post(`/api/v1/${path}`).expect(401);
      const { body } = await request(app)
        .post(`/api/v1/${path}`)
        .set('Authorization', 'Bearer the-key')
        .expect(200);
      expect(body).toEqual({ versions: [record] });
    }
    expect(asked).toEqual([
      ['use', 4],
      ['forget', 4],
      ['retire', 'venues', 'mine'],
    ]);
    const unknown = ['versions/0/use', 'versions/x/use', 'lists/nothing/mine/retire'];
    for (const path of unknown) {
      await request(app).post(`/api/v1/${path}`).set('Authorization', 'Bearer the-key').expect(404);
    }
  });

  it('show what their import found, in the language of the reader, as JSON and as a table', async () => {
    const found = [
      { code: 'swapped-degrees', row: 3, field: 'lat', effect: 'corrected', values: {} },
    ] as const;
    const app = lightApp({ data: { findFindings: async (id) => (id === 4 ? found : null) } });
    const json = await request(app).get('/api/v1/versions/4/findings').expect(200);
    expect(json.body.findings).toMatchObject([
      { row: 3, message: expect.stringMatching(/^3\. rinda, lat: /) },
    ]);
    const csv = await request(app).get('/api/v1/versions/4/findings?f=csv&lang=en').expect(200);
    expect(csv.text.split('\r\n')[1]).toMatch(/^,3,lat,swapped-degrees,corrected,/);
    await request(app).get('/api/v1/versions/5/findings').expect(404);
  });
});
