import { z } from 'zod';
import { endpoint } from './define.ts';

export const openApi = endpoint({
  path: '/api/v1/openapi.json',
  summary: 'This description as OpenAPI 3.1',
  formats: {
    json: {
      mediaType: 'application/vnd.oai.openapi+json;version=3.1',
      alsoFor: ['application/json', 'application/openapi+json', 'application/vnd.oai.openapi+json'],
      schema: z.record(z.string(), z.unknown()),
    },
  },
  datasets: [],
});
