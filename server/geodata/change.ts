import { forgetVersion, retireList, useVersion } from '#core/contract/versions.ts';
import type { DatasetName } from '#core/place/provenance.ts';
import type { VersionRecord } from '#core/place/version-record.ts';
import { ask } from '../ask-server.ts';
import type { Imports } from '../context.ts';
import { say } from '../terminal.ts';
import type { Command } from './command.ts';
import type { VersionsAnswer } from './history.ts';
import { importsHere } from './import.ts';
import { hereOrThere } from './reach.ts';
import { tell } from './words.ts';

/** Changes what is current, here or through the server that holds the folder. */
const change = (
  here: (imports: Imports) => Promise<readonly VersionRecord[]>,
  path: string,
): Promise<readonly VersionRecord[]> =>
  hereOrThere(
    async (storage, config) => here(await importsHere(storage, config)),
    async ({ url, headers }) =>
      (await ask<VersionsAnswer>(`${url}${path}`, { method: 'POST', headers })).versions,
  );

const report = (sentence: Parameters<typeof tell>[0], records: readonly VersionRecord[]): void => {
  for (const { dataset, list, id, rowCount: rows } of records)
    say(tell(sentence, { dataset, list, id, rows }));
};

/** "12"; null for everything that is no number of a version. */
const versionOf = (positionals: readonly string[]): number | null => {
  const [text = ''] = positionals;
  return positionals.length === 1 && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
};

/** Makes a past version current again, with everything that came with it. */
export const use: Command = {
  name: 'use',
  usage: ['use VERSION'],
  run: async ({ positionals }) => {
    const id = versionOf(positionals);
    if (id === null) return false;
    const path = useVersion.path.replace('{versionId}', String(id));
    report('now-current', await change((imports) => imports.use(id), path));
    return true;
  },
};

/** Deletes the rows and files of a past version. */
export const forget: Command = {
  name: 'forget',
  usage: ['forget VERSION'],
  run: async ({ positionals }) => {
    const id = versionOf(positionals);
    if (id === null) return false;
    const path = forgetVersion.path.replace('{versionId}', String(id));
    report('now-forgotten', await change(async (imports) => [await imports.forget(id)], path));
    return true;
  },
};

/** Takes a list out of use without a successor. */
export const retire: Command = {
  name: 'retire',
  usage: ['retire DATASET/LIST'],
  run: async ({ positionals }) => {
    const [, dataset, list] = /^([a-z-]+)\/([a-z0-9-]+)$/.exec(positionals[0] ?? '') ?? [];
    if (positionals.length !== 1 || dataset === undefined || list === undefined) return false;
    const path = retireList.path.replace('{dataset}', dataset).replace('{list}', list);
    const here = async (imports: Imports) => [await imports.retire(dataset as DatasetName, list)];
    report('now-retired', await change(here, path));
    return true;
  },
};
