import type { ImportWarning } from '#core/warning.ts';
import { idsOfOtherLists } from '../db/queries/known.ts';
import { locateTerritories } from '../db/queries/locate.ts';
import { readPlaces } from '../db/queries/places.ts';
import { readAddressFinder } from './address/address-finder.ts';
import type { Importer } from './importer.ts';
import { createGazetteer } from './venue/gazetteer.ts';
import { sayOfVenues } from './venue/venue-suggestions.ts';
import { readVenuesCsv } from './venue/venues-csv.ts';

/** Lists of venues in the template of `docs/import.md`. */
export const venues: Importer = async ({ database, region }, upload) => {
  const { db } = database;
  const { territories, settlements } = await readPlaces(db);
  const { rows, warnings } = await readVenuesCsv(upload.bytes, {
    list: upload.list,
    fileName: upload.fileName,
    bounds: region.bounds,
    gazetteer: createGazetteer(territories, settlements),
    addresses: await readAddressFinder(db),
    takenIds: await idsOfOtherLists(db, 'venues', upload.list),
    locate: (points) => locateTerritories(database.bulk, points),
  });
  const said: ImportWarning[] = [...warnings];
  await sayOfVenues(database, upload.list, rows, { add: (finding) => void said.push(finding) });
  return { content: { dataset: 'venues', rows }, warnings: said };
};
