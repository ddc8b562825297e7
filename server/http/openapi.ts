import type { Endpoints } from '#core/contract/index.ts';
import { openApiDocument } from '#core/contract/openapi-document.ts';
import { type Handler, jsonBody } from './call.ts';

export const openApi: Handler<Endpoints['openApi']> = ({ origin, language }, site) =>
  jsonBody(
    openApiDocument({
      origin,
      language,
      softwareVersion: site.softwareVersion,
      region: site.region,
    }),
  );
