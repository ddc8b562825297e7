/**
 * A process that imports a file of streets and says when it begins to write, until it is killed. Started by
 * `osm.test.ts` with a folder or an address, and the file.
 */
import { basename } from 'node:path';
import { type Database, embeddedDatabase, postgresDatabase } from '#server/db/database.ts';
import { openFolder } from '#server/db/embedded/folder.ts';
import { lockFolder } from '#server/db/embedded/lock.ts';
import { createImports } from '#server/import/index.ts';
import { readRegion } from '#server/region.ts';

const [place = '', path = ''] = process.argv.slice(2);

const open = async (): Promise<Database> => {
  if (place.startsWith('postgres:')) return postgresDatabase(place);
  lockFolder(place, new Date());
  return embeddedDatabase(await openFolder(place, () => undefined));
};

/** Says each beginning of an insert. */
const spoken = (database: Database): Database => ({
  ...database,
  bulk: new Proxy(database.bulk, {
    get(target, name, receiver) {
      if (name === 'insertInto') process.stdout.write('writing\n');
      const found: unknown = Reflect.get(target, name, receiver);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  }),
});

const imports = createImports({
  database: spoken(await open()),
  region: await readRegion('tukums'),
  clock: { now: () => new Date('2026-07-10T09:00:00Z') },
  onImported: async () => undefined,
  log: { error: () => undefined },
});
await imports.importFiles('osm', 'osm', [{ name: basename(path), path }]);
process.stdout.write('done\n');
// Stays until it is killed, so that the one who kills knows it was not too late.
setInterval(() => undefined, 1000);
