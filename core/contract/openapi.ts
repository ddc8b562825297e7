import { z } from 'zod';
import { endpoint } from './define.ts';

const schema = z.record(z.string(), z.unknown());

/** Readers of OpenAPI 3.0 (GDAL, QGIS) refuse the 3.1 media type but read the paths: they get plain JSON. */
export const openApi = endpoint({
  path: '/api/v1/openapi.json',
  summary: 'This description as OpenAPI 3.1',
  formats: {
    openapi: {
      mediaType: 'application/vnd.oai.openapi+json;version=3.1',
      alsoFor: ['application/openapi+json', 'application/vnd.oai.openapi+json'],
      schema,
    },
    json: { mediaType: 'application/json', schema },
  },
  datasets: [],
});
