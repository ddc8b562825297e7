import { Findings } from '#core/findings.ts';
import { createIndexBuilder } from '#core/place/geocode/build-index.ts';
import { readPlaces } from '../db/queries/places.ts';
import { openVarisFiles } from './address/varis-addresses-files.ts';
import { readVarisPlaces } from './address/varis-addresses-places.ts';
import { readBuildings } from './address/varis-addresses-read.ts';
import { createUnits } from './address/varis-addresses-units.ts';
import { requireColumns, streamTable } from './format/streamed-table.ts';
import type { FilesImporter } from './importer.ts';

/** Region with a little around it, in degrees: about 10 km. */
const marginDegrees = 0.1;

/**
 * Addresses of the state's address register (VARIS): the tables `aw_*` one by one or in an archive, of the newer
 * layout (UTF-8, comma) or the older one (semicolon, '#', a Baltic code page). Kept are those that exist and lie in
 * the towns and parishes of the map; the buildings are streamed, however many there are.
 */
export const varisAddresses: FilesImporter = async ({ database, region, progress }, files) => {
  const findings = new Findings();
  const open = openVarisFiles(files);
  try {
    const { territories } = await readPlaces(database.db);
    const places = await readVarisPlaces(open, findings);
    const units = createUnits(territories);
    const index = createIndexBuilder('house');
    for (const { chain, lonLat } of places.points()) {
      const unit = units.find(chain);
      if (unit === 'elsewhere' && units.hasUnits) continue;
      index.place({ ...chain, lonLat });
    }
    for (const name of open.others) findings.add({ code: 'address-file-unread', file: name, values: {} });
    const file = open.tables.get('eka');
    if (file === undefined) throw new Error('opened without its buildings');
    const table = await streamTable(file);
    requireColumns(file.name, table, ['kods', 'nosaukums', 'vkur_cd', 'dd_n', 'dd_e']);
    if (table.codePage !== 'UTF-8')
      findings.add({ code: 'address-code-page', file: file.name, values: { codePage: table.codePage } });
    const [west, south, east, north] = region.bounds;
    const bounds = [
      west - marginDegrees,
      south - marginDegrees,
      east + marginDegrees,
      north + marginDegrees,
    ] as const;
    const reading = { file: file.name, places, units, bounds, findings, index };
    async function* batches() {
      try {
        yield* readBuildings(table, reading, (done) => progress?.({ what: 'aw_eka', done, of: null }));
      } finally {
        open.close();
      }
    }
    const encode = () => new TextEncoder().encode(JSON.stringify(index.finish()));
    return {
      contents: [{ dataset: 'addresses', batches: batches(), index: encode }],
      warnings: [],
      findings,
      title: 'Valsts adrešu reģistrs (VARIS)',
      source: 'Valsts zemes dienests, Valsts adrešu reģistra atvērtie dati',
      licence: 'CC BY 4.0',
    };
  } catch (error) {
    open.close();
    throw error;
  }
};
