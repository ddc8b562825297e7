import type { Kysely } from 'kysely';
import type { DatasetVersion } from '#core/place/provenance.ts';
import { Problem } from '#core/problem.ts';
import type { Tables } from '../tables/index.ts';
import { createVersionFiles } from './files.ts';

/** `AddressIndex` of each list of addresses among the versions, as JSON. */
export const readAddressIndexes = async (
  db: Kysely<Tables>,
  versions: readonly DatasetVersion[],
): Promise<readonly string[]> => {
  const lists = versions.filter(({ dataset }) => dataset === 'addresses');
  const files = await Promise.all(lists.map(({ id }) => createVersionFiles(db).read(id, 'index')));
  return files.map((bytes) => {
    // An import has just replaced them; the next question finds the new ones.
    if (bytes === null) throw new Problem('unavailable');
    return Buffer.from(bytes).toString('utf8');
  });
};
