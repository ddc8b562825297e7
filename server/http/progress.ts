import type { Endpoints } from '#core/contract/index.ts';
import { type Handler, jsonBody } from './call.ts';

export const progress: Handler<Endpoints['progress']> = (_call, site) => jsonBody(site.jobs.progress());
