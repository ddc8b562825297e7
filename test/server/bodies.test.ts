import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { Problem } from '#core/problem.ts';
import { nestingOf } from '#server/http/body.ts';
import { lightApp, noImports } from './light.ts';

const app = lightApp();
const figures = '/api/v1/figures';
const post = (body: string, type = 'application/json') =>
  request(app).post(figures).set('Content-Type', type).send(body);

describe('JSON bodies', () => {
  it('of 10,000 levels are refused', async () => {
    const depth = 10_000;
    const answer = await post(
      `{"measure":"nearest","title":${'['.repeat(depth)}${']'.repeat(depth)}}`,
    ).expect(400);
    expect(answer.body).toMatchObject({ code: 'bad-body', errors: [{ fault: 'malformed' }] });
    await post(`${'['.repeat(depth)}`).expect(400);
  });

  it('of 10 MB are refused', async () => {
    const answer = await post(
      JSON.stringify({ measure: 'nearest', title: { lv: 'a'.repeat(10_000_000) } }),
    ).expect(413);
    expect(answer.body.detail).toContain('100 kB');
  });

  it.each([
    ['no JSON', 'nearest'],
    ['half of it', '{"measure":"nearest"'],
    ['NUL in a text', '{"measure":"nearest","title":{"lv":"a\\u0000b"}}'],
    ['NUL as a byte', '{"measure":"nearest"\0}'],
    ['a list', '[]'],
    ['nothing', ''],
  ])('with %s are refused', async (_what, body) => {
    const answer = await post(body).expect(400);
    expect(answer.body.code).toBe('bad-body');
  });

  it('of broken UTF-8 are refused', async () => {
    const bytes = Buffer.concat([Buffer.from('{"measure":"'), Buffer.of(0xff, 0xfe), Buffer.from('"}')]);
    const answer = await request(app)
      .post(figures)
      .type('application/json')
      .serialize((x) => x as string)
      .send(bytes);
    expect(answer.status).toBe(400);
  });

  it.each([true, '30', [30], 30.5, 0, 181, null])('with cutoffMinutes %j are refused', async (value) => {
    const answer = await post(JSON.stringify({ measure: 'people-within', cutoffMinutes: value })).expect(400);
    expect(answer.body.errors).toMatchObject([{ field: '/cutoffMinutes' }]);
  });

  it('that do not fit are refused by JSON pointer', async () => {
    const answer = await post(
      JSON.stringify({ measure: 'fame', widthMm: 5, title: { lv: 7 }, colour: 'red' }),
    ).expect(400);
    const faults = (answer.body.errors as { field: string; fault: string }[]).map(
      ({ field, fault }) => `${field} ${fault}`,
    );
    expect(faults.sort()).toEqual([
      '/colour unknown-parameter',
      '/measure not-one-of',
      '/title/lv malformed',
      '/widthMm out-of-range',
    ]);
  });

  it('of another media type are refused', async () => {
    const answer = await post('measure=nearest', 'application/x-www-form-urlencoded').expect(415);
    expect(answer.body.detail).toContain('application/json');
    await request(app).post(figures).set('Content-Encoding', 'lzma').type('json').send('{}').expect(415);
  });

  it('are counted by brackets outside of texts', () => {
    const depth = (text: string) => nestingOf(Buffer.from(text));
    expect(depth('{"a":[1,{"b":[]}]}')).toBe(4);
    expect(depth('{"a":"[[[[\\"[[["}')).toBe(1);
    expect(depth('7')).toBe(0);
  });
});

describe('imports', () => {
  const csv = 'nameLv,kind\nŅiprā bibliotēka,library\n';
  const send = (
    where: ReturnType<typeof lightApp>,
    key: string | null,
    address = '/imports/venues?list=mine',
  ) => {
    const call = request(where).post(address).set('Content-Type', 'text/csv');
    return (key === null ? call : call.set('Authorization', `Bearer ${key}`)).send(csv);
  };

  it('do not exist without a key on the server', async () => {
    await send(app, 'anything').expect(404);
  });

  it('want the key, before they read the file', async () => {
    const guarded = lightApp({ importToken: 'the-key' });
    const refused = await send(guarded, 'the-kez').expect(401);
    expect(refused.headers['www-authenticate']).toBe('Bearer');
    await send(guarded, null).expect(401);
    await send(guarded, '').expect(401);
  });

  it('pass the bytes on and answer with the report', async () => {
    const seen: unknown[] = [];
    const warning = { code: 'no-position', row: 3, values: { name: '' } } as const;
    const taking = lightApp({
      importToken: 'the-key',
      context: {
        imports: {
          ...noImports,
          importCsv: async (dataset, list, fileName, bytes) => {
            seen.push([dataset, list, fileName, Buffer.from(bytes).toString('utf8')]);
            return { dataset, list, versionId: 12, rows: 1, warnings: [warning] };
          },
        },
      },
    });
    const answer = await send(taking, 'the-key').expect(201);
    const warnings = [{ ...warning, message: '3. rinda: atrašanās vieta nav norādīta' }];
    expect(answer.body).toEqual({ dataset: 'venues', list: 'mine', versionId: 12, rows: 1, warnings });
    expect(seen).toEqual([['venues', 'mine', 'upload.csv', csv]]);
    await send(taking, 'the-key', '/imports/people?list=mine').expect(404);
    await send(taking, 'the-key', '/imports/venues?list=My%20List').expect(400);
    await send(taking, 'the-key', '/imports/venues').expect(400);
  });

  it('name faults by row and field', async () => {
    const refusing = lightApp({
      importToken: 'the-key',
      context: {
        imports: {
          ...noImports,
          importCsv: () =>
            Promise.reject(
              new Problem('bad-import', {
                faults: [
                  { field: 'kind', row: 2, fault: 'not-one-of', value: 'librarie', expected: 'library' },
                ],
              }),
            ),
        },
      },
    });
    const answer = await send(refusing, 'the-key').expect(422);
    expect(answer.body.errors).toEqual([
      {
        field: 'kind',
        row: 2,
        fault: 'not-one-of',
        message: 'nav atļauto vērtību sarakstā',
        value: 'librarie',
        expected: 'library',
      },
    ]);
  });

  it.each(['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/octet-stream'])(
    'may be a workbook, sent as %s',
    async (type) => {
      const seen: unknown[] = [];
      const guarded = lightApp({
        importToken: 'the-key',
        context: {
          imports: {
            ...noImports,
            importCsv: async (dataset, list, _fileName, bytes) => {
              seen.push(Buffer.from(bytes));
              return { dataset, list, versionId: 1, rows: 0, warnings: [] };
            },
          },
        },
      });
      const send = (as: string) =>
        request(guarded)
          .post('/imports/venues?list=mine')
          .set({ 'Content-Type': as, Authorization: 'Bearer the-key' })
          .send(Buffer.from([0x50, 0x4b, 3, 4]));
      await send(type).expect(201);
      expect(seen).toEqual([Buffer.from([0x50, 0x4b, 3, 4])]);
      await send('image/png').expect(415);
    },
  );

  it('of more than 5 MB are refused', async () => {
    const guarded = lightApp({ importToken: 'the-key' });
    const answer = await request(guarded)
      .post('/imports/venues?list=mine')
      .set('Content-Type', 'text/csv')
      .set('Authorization', 'Bearer the-key')
      .send('a'.repeat(5_000_001));
    expect(answer.status).toBe(413);
  });
});

describe('figures', () => {
  it('are kept under an address that answers, with files that may be kept for ever', async () => {
    const made = await post(
      JSON.stringify({ measure: 'nearest', title: { lv: 'Tuvākā bibliotēka' } }),
    ).expect(201);
    const address = String(made.headers.location);
    expect(address).toBe(`/api/v1/figures/${made.body.id}`);
    const kept = await request(app).get(address).expect(200);
    expect(kept.body).toEqual(made.body);
    const list = await request(app).get(figures).expect(200);
    expect(list.body.figures[0].id).toBe(made.body.id);
    const svg = await request(app).get(`/f/${made.body.id}.svg?lang=lv`).expect(200);
    expect(svg.type).toBe('image/svg+xml');
    expect(Buffer.from(svg.body).toString('utf8')).toContain('Tuvākā bibliotēka');
    expect(svg.headers['cache-control']).toContain('immutable');
    const png = await request(app).get(`/f/${made.body.id}.png`).expect(200);
    expect(png.type).toBe('image/png');
    const csv = await request(app).get(`/f/${made.body.id}.csv`).set('Accept', 'text/html').expect(200);
    expect(csv.text).toBe("\uFEFFname,minutes\r\nSlampe,12.5\r\n'=Džūkste,\r\n");
    const json = await request(app).get(`/f/${made.body.id}.json`).expect(200);
    expect(json.headers['cache-control']).toBe('no-cache');
  });

  it('can be drawn without being kept', async () => {
    const before = await request(app).get(figures);
    const drawn = await request(app)
      .post(`${figures}/preview?lang=en`)
      .send({ measure: 'nearest', title: { en: 'Draft' } });
    expect(drawn.status).toBe(200);
    expect(drawn.type).toBe('image/svg+xml');
    expect(Buffer.from(drawn.body).toString('utf8')).toContain('<title>Draft</title>');
    expect((await request(app).get(figures)).body.figures).toHaveLength(before.body.figures.length);
  });
});
