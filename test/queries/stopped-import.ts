/**
 * A process that imports files and stands still at one moment, so that whoever kills it knows exactly when.
 * Started by `killed-import.test.ts` with a folder or an address, the moment, a source and its files; says
 * "now" when the moment has come. Standing still is of the whole thread: nothing goes on behind it.
 */
import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type { FileSource } from '#core/place/provenance.ts';
import { type Database, embeddedDatabase, postgresDatabase } from '#server/db/database.ts';
import { openFolder } from '#server/db/embedded/folder.ts';
import { lockFolder } from '#server/db/embedded/lock.ts';
import type { Tables } from '#server/db/tables/index.ts';
import { createImports } from '#server/import/index.ts';
import { readRegion } from '#server/region.ts';

const [place = '', moment = '', source = '', ...paths] = process.argv.slice(2);

const standStill = (): void => {
  process.stdout.write('now\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

const open = async (): Promise<Database> => {
  if (place.startsWith('postgres:')) return postgresDatabase(place);
  lockFolder(place, new Date());
  return embeddedDatabase(await openFolder(place, () => undefined));
};

/** Inside the transaction, after the new versions were made current and before that is committed. */
const stopInTransaction = (db: Kysely<Tables>): Kysely<Tables> => {
  let isSwitch = false;
  return db.withPlugin({
    transformQuery: ({ node }) => {
      isSwitch = node.kind === 'UpdateQueryNode' && JSON.stringify(node).includes('"current"');
      return node;
    },
    transformResult: async ({ result }) => {
      if (isSwitch) standStill();
      return result;
    },
  });
};

const database = await open();
const imports = createImports({
  database: moment === 'switching' ? { ...database, bulk: stopInTransaction(database.bulk) } : database,
  region: await readRegion('tukums'),
  clock: { now: () => new Date('2026-07-10T09:00:00Z') },
  onImported: async () => {
    if (moment === 'committed') standStill();
  },
  log: { error: () => undefined },
});
const datasets = ['addresses', 'streets', 'landcover'];
const progress = ({ what }: { readonly what: string }) => {
  if (moment === 'built' && what === 'compare') standStill();
  if (!datasets.includes(what)) {
    if (moment === 'reading' && what !== 'compare') standStill();
    return;
  }
  // Rows of a batch are there, more of them and files are not.
  if (moment === 'writing') standStill();
};
const files = paths.map((path) => ({ name: basename(path), path }));
await imports.importFiles(source as FileSource, source, files, { progress });
process.stdout.write('done\n');
