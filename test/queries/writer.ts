/**
 * A process that writes rows one after the other and says each number once it is committed, until it is
 * killed. Started by `durability.test.ts` with a folder or an address.
 */
import { embeddedDatabase, postgresDatabase } from '#server/db/database.ts';
import { openFolder } from '#server/db/embedded/folder.ts';
import { lockFolder } from '#server/db/embedded/lock.ts';
import { createFigureStore } from '#server/db/queries/figures.ts';

const [place = '', from = '0'] = process.argv.slice(2);

const open = async () => {
  if (place.startsWith('postgres:')) return postgresDatabase(place);
  lockFolder(place, new Date());
  return embeddedDatabase(await openFolder(place, () => undefined));
};

const store = createFigureStore((await open()).db);
process.stdout.write('ready\n');
for (let i = Number(from); ; i += 1) {
  const padding = 'x'.repeat(20_000);
  await store.save({
    id: `row-${i}`,
    createdAt: new Date(i * 1000).toISOString(),
    specification: { i },
    summary: { title: { lv: '', en: '' }, isModel: false, basis: '' },
    frozen: { padding },
    svgLv: padding,
    svgEn: padding,
  });
  process.stdout.write(`${i}\n`);
}
