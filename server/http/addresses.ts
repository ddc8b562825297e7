import type { Endpoints } from '#core/contract/index.ts';
import type { Handler } from './call.ts';
import { envelope } from './envelope.ts';

/** The page of `docs/methods` that tells how they are searched. */
const geocodingMethod = 'geocoding';

/** The indexes are JSON already, megabytes of it: they are put into their envelope as they are. */
export const addresses: Handler<Endpoints['addresses']> = async (call, site) => {
  const indexes = await site.data.listAddressIndexes();
  const around = JSON.stringify(envelope(null, geocodingMethod, call, []));
  return { body: around.replace('"result":null', () => `"result":[${indexes.join(',')}]`) };
};
