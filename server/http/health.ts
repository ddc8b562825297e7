import type { Endpoints } from '#core/contract/index.ts';
import { type Handler, jsonBody } from './call.ts';

const uncached = { 'Cache-Control': 'no-store' };

export const live: Handler<Endpoints['live']> = () => ({
  ...jsonBody({ status: 'live' }),
  headers: uncached,
});

export const ready: Handler<Endpoints['ready']> = async (_call, site) => {
  const database = await site.data.isAlive().catch(() => false);
  const network = site.engine.isReady();
  const isReady = database && network;
  const answer = jsonBody({ status: isReady ? 'ready' : 'waiting', database, network });
  return isReady
    ? { ...answer, headers: uncached }
    : { ...answer, status: 503, headers: { ...uncached, 'Retry-After': '5' } };
};
