import { type AboutResponse, about } from '#core/contract/about.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import { ask } from '../ask-server.ts';
import { readCurrentVersions } from '../db/queries/versions.ts';
import { say } from '../terminal.ts';
import type { Command } from './command.ts';
import { hereOrThere } from './reach.ts';

const versionsThere = async (url: string): Promise<readonly DatasetVersion[]> => {
  const { dataVersions } = await ask<AboutResponse>(`${url}${about.path}`);
  return dataVersions;
};

/** The lists that answers are made from now. */
export const list: Command = {
  name: 'list',
  usage: ['list'],
  run: async ({ positionals }) => {
    if (positionals.length > 0) return false;
    const versions = await hereOrThere(
      ({ database }) => readCurrentVersions(database.db),
      ({ url }) => versionsThere(url),
    );
    for (const { dataset, list: name, id, rowCount, retrievedAt, source } of versions) {
      say(`${dataset}/${name}  version ${id}  ${rowCount} rows  ${retrievedAt}  ${source}`);
    }
    return true;
  },
};
