import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { collectionIds, collections } from '#core/contract/features/index.ts';
import { endpoints } from '#core/contract/index.ts';
import { openApiDocument } from '#core/contract/openapi-document.ts';
import { readRegion } from '#server/region.ts';
import { lightApp } from './light.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema: Record<string, unknown>;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly responses: Record<string, { content: Record<string, unknown> }>;
}

const options = {
  origin: 'https://karte.lv',
  language: 'en',
  softwareVersion: '1.2.3',
  region: await readRegion('tukums'),
} as const;
interface PathItem {
  readonly servers?: readonly { readonly url: string }[];
  readonly get?: Operation;
  readonly post?: Operation;
}
const document = JSON.parse(JSON.stringify(openApiDocument(options)));
const paths = document.paths as Record<string, PathItem>;
const operations = Object.entries(paths).flatMap(([path, { get, post }]) =>
  [get, post].filter((operation) => operation !== undefined).map((operation) => ({ path, operation })),
);
const parametersOf = (path: string) => paths[path]?.get?.parameters ?? [];

describe('the OpenAPI document', () => {
  it('describes every address of the contract, items once for each collection', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const plain = Object.keys(endpoints).filter((name) => name !== 'items' && name !== 'item');
    expect(ids.sort()).toEqual(
      [...plain, ...collectionIds.flatMap((id) => [`${id}Items`, `${id}Item`])].sort(),
    );
  });

  it('describes every parameter, and every one of a path', () => {
    for (const { path, operation } of operations) {
      const found = operation.parameters ?? [];
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(
        found.filter((one) => one.in === 'path').map(({ name }) => name),
        path,
      ).toEqual(inPath);
      for (const one of found) expect(one.description, `${path} ${one.name}`).toMatch(/./);
    }
  });

  it('tells desktop programs the largest page and the form of a box', () => {
    for (const id of collectionIds) {
      const found = new Map(parametersOf(`/collections/${id}/items`).map((one) => [one.name, one.schema]));
      expect(found.get('limit')).toMatchObject({
        type: 'integer',
        minimum: 1,
        maximum: 10_000,
        default: 100,
      });
      expect(found.get('bbox')).toMatchObject({ type: 'array', minItems: 4, maxItems: 6 });
    }
  });

  it('tells desktop programs by which properties the server filters, where they look for it', () => {
    for (const id of collectionIds) {
      const filters = parametersOf(`/collections/${id}/items`).filter(
        ({ name }) => name in collections[id].filters,
      );
      expect(filters.map(({ name }) => name)).toEqual(Object.keys(collections[id].filters));
      for (const { name, ...parameter } of filters) {
        expect(parameter, name).toMatchObject({
          in: 'query',
          style: 'form',
          explode: false,
          schema: { type: 'string' },
        });
      }
    }
  });

  it('leads to the addresses of the contract', () => {
    const addresses = Object.entries(paths).map(([path, { servers }]) =>
      new URL(`${(servers ?? document.servers)[0].url}${path}`).href.replace(/\/$/, ''),
    );
    const { items, item, ...plain } = endpoints;
    const ofCollections = collectionIds.flatMap((id) =>
      [items, item].map(({ path }) => path.replace('{collectionId}', id)),
    );
    const promised = [...Object.values(plain).map(({ path }) => path), ...ofCollections];
    expect(new Set(addresses)).toEqual(new Set(promised.map((path) => new URL(path, options.origin).href)));
  });

  it('has no reference that leads nowhere', () => {
    for (const [, ref = ''] of JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)) {
      const found = ref
        .split('/')
        .slice(1)
        .reduce((place, key) => place?.[key], document);
      expect(found, ref).toBeTypeOf('object');
    }
  });

  it('speaks of failures as problems everywhere', () => {
    for (const { operation } of operations) {
      expect(Object.keys(operation.responses.default?.content ?? {})).toEqual(['application/problem+json']);
    }
  });

  it('is what is served, with the address it is served from', async () => {
    const answer = await request(lightApp()).get('/api/v1/openapi.json').set('Host', 'karte.lv').buffer(true);
    const served = JSON.parse(answer.text ?? Buffer.from(answer.body).toString('utf8'));
    expect(served.servers).toEqual([{ url: 'http://karte.lv/api/v1' }]);
    expect(Object.keys(served.paths)).toEqual(Object.keys(paths));
  });
});
