import { idsOfOtherLists, readKnownVenues } from '../db/queries/known.ts';
import { findSameEvents } from './event/event-duplicates.ts';
import { readEventsCsv } from './event/events-csv.ts';
import type { Importer } from './importer.ts';
import { uniqueNames } from './venue/venues-csv.ts';

/** Lists of events in the template of `docs/import.md`; their venues must be known. */
export const events: Importer = async ({ database, clock }, upload) => {
  const known = await readKnownVenues(database.db);
  const { rows, dates, warnings, lineOf } = await readEventsCsv(upload.bytes, {
    list: upload.list,
    fileName: upload.fileName,
    now: clock.now(),
    venueIds: new Set(known.map(({ id }) => id)),
    venueNames: uniqueNames(known),
    takenIds: await idsOfOtherLists(database.db, 'events', upload.list),
  });
  const same = await findSameEvents(database.db, upload.list, rows, dates, lineOf);
  return { content: { dataset: 'events', rows, dates }, warnings: [...warnings, ...same] };
};
