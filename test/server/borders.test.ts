import request from 'supertest';
import { expect, it } from 'vitest';
import { version } from '../toytown/engine-data.ts';
import { lightApp } from './light.ts';

it.each(['venues', 'settlements', 'population', 'events'])(
  '%s by parish are another answer on other borders',
  async (collection) => {
    let borders = 7;
    const app = lightApp({
      data: {
        currentVersions: async () => [
          version(1, 'venues'),
          version(2, 'events'),
          version(3, 'settlements'),
          version(4, 'population'),
          version(borders, 'territories'),
        ],
      },
    });
    const path = `/api/v1/collections/${collection}/items`;
    const ask = (tag = '') => request(app).get(path).set({ Host: 'culture.example', 'If-None-Match': tag });

    const model = await ask();
    expect(model.status).toBe(200);
    expect(await ask(model.get('ETag'))).toMatchObject({ status: 304 });
    borders = 8;
    const official = await ask(model.get('ETag'));
    expect(official.status).toBe(200);
    expect(official.get('ETag')).not.toBe(model.get('ETag'));
  },
);
