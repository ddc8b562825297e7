/**
 * A process that begins to import streets and is killed before it is done. Started by
 * `killed-import.test.ts` with a folder or an address; says "ready" once rows of the new version are there.
 */
import { sql } from 'kysely';
import { embeddedDatabase, postgresDatabase } from '#server/db/database.ts';
import { openFolder } from '#server/db/embedded/folder.ts';
import { lockFolder } from '#server/db/embedded/lock.ts';
import { createData } from '#server/db/queries/data.ts';
import { buildVersion } from '#server/import/build.ts';
import { everything } from './everything.ts';

const [place = ''] = process.argv.slice(2);

const open = async () => {
  if (place.startsWith('postgres:')) return postgresDatabase(place);
  lockFolder(place, new Date());
  return embeddedDatabase(await openFolder(place, () => undefined));
};

const database = await open();
const { items } = await createData(database.db).listRoads(everything);
const header = {
  dataset: 'streets',
  list: 'half',
  title: 'half',
  source: 'half',
  licence: 'none',
  retrievedAt: '2026-01-01',
  fileHash: 'half',
  rowCount: 0,
  counts: null,
  warnings: [],
  isModel: false,
  sourceName: 'osm',
  standsAlone: true,
} as const;
const lines = Array.from({ length: 100 }, (_, copy) =>
  items.map((line) => ({ ...line, id: 1_000_000 * (copy + 1) + line.id })),
).flat();
const files = { graph: new Uint8Array(30_000_000), report: new Uint8Array(2) };
const building = buildVersion(database, header, { dataset: 'streets', lines, files }, new Date());
building.catch(() => undefined);
for (;;) {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int4 as count from street_edge e join dataset_version v on v.id = e.version_id
    where v.state = 'building'`.execute(database.db);
  if ((rows[0]?.count ?? 0) > 0) break;
}
process.stdout.write('ready\n');
await building;
process.stdout.write('done\n');
