import { readFile, stat } from 'node:fs/promises';
import { Problem } from '#core/problem.ts';
import { readKnownPlaces } from '../db/queries/known-places.ts';
import { findSameEvents } from './event/event-duplicates.ts';
import { mostCalendarBytes, readCalendar } from './event/ical-calendar.ts';
import { createPlaceFinder } from './event/ical-places.ts';
import type { FilesImporter } from './importer.ts';

/** Calendars (iCalendar, RFC 5545) that somebody keeps elsewhere; a file or what a feed gave. All or nothing. */
export const ical: FilesImporter = async ({ database, clock }, [file], list) => {
  if (file === undefined) throw new Error('an import of a calendar without a file');
  const { size } = await stat(file.path);
  if (size > mostCalendarBytes) throw new Problem('too-large', { values: { limit: '5 MB' } });
  const places = await readKnownPlaces(database.db);
  const { rows, dates, findings, lineOf, title } = await readCalendar(await readFile(file.path), {
    list,
    fileName: file.name,
    now: clock.now(),
    findPlace: createPlaceFinder(places),
  });
  const same = await findSameEvents(database.db, list, rows, dates, lineOf);
  for (const suggestion of same) findings.add(suggestion);
  return {
    contents: [{ dataset: 'events', rows, dates }],
    warnings: [],
    findings,
    ...(title === null ? {} : { title }),
  };
};
