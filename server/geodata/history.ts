import { versions } from '#core/contract/versions.ts';
import { formatNumber } from '#core/language/format.ts';
import type { VersionRecord } from '#core/place/version-record.ts';
import { ask } from '../ask-server.ts';
import { readVersionRecords } from '../db/queries/versions.ts';
import { language, say } from '../terminal.ts';
import type { Command } from './command.ts';
import { hereOrThere } from './reach.ts';
import { tell } from './words.ts';

/** What an address about versions answers. */
export interface VersionsAnswer {
  readonly versions: readonly VersionRecord[];
}

const recordsThere = async (url: string): Promise<readonly VersionRecord[]> =>
  (await ask<VersionsAnswer>(`${url}${versions.path}`)).versions;

const stateOf = ({ state, isRetired, replacedBy }: VersionRecord): string => {
  if (state !== 'past') return tell(state);
  if (isRetired) return tell('retired');
  return replacedBy === null ? tell('past') : tell('replaced', { by: replacedBy });
};

const sizeOf = ({ sizeBytes }: VersionRecord): string =>
  sizeBytes === null ? tell('sizeUnknown') : `${formatNumber(language, sizeBytes / 1e6, 1)} MB`;

const print = (record: VersionRecord): void => {
  const { id, dataset, list, rowCount, retrievedAt, startedAt, source, licence } = record;
  const values = { id, dataset, list, retrievedAt, state: stateOf(record), size: sizeOf(record) };
  const imported = startedAt.slice(0, 16).replace('T', ' ');
  say(tell('version', { ...values, imported, rows: formatNumber(language, rowCount) }));
  say(tell('source', { source, licence }));
};

/** Every version of every list, list by list, the newest first. */
export const history: Command = {
  name: 'history',
  usage: ['history'],
  run: async ({ positionals }) => {
    if (positionals.length > 0) return false;
    const records = await hereOrThere(
      ({ database }) => readVersionRecords(database.db),
      ({ url }) => recordsThere(url),
    );
    const byList = Map.groupBy(records, ({ dataset, list }) => `${dataset}/${list}`);
    for (const name of [...byList.keys()].sort()) for (const record of byList.get(name) ?? []) print(record);
    return true;
  },
};
