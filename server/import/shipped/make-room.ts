import { sayFindings } from '#core/language/findings.ts';
import type { CultureEvent } from '#core/offer/event.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { VersionHeader } from '../../db/writes/versions.ts';
import type { Content } from '../build.ts';

/** Old id to new id. */
type Renames = ReadonlyMap<string, string>;

/** Rows of everybody's own lists, each naming its list. */
export interface UserRows {
  readonly venues: readonly Venue[];
  readonly events: readonly CultureEvent[];
}

/** A user's list as it has to be from now on, and what that changed. */
export interface Rewritten {
  readonly header: VersionHeader;
  readonly content: Content;
  readonly warnings: readonly ImportWarning[];
}

interface Row {
  readonly id: string;
  readonly list: string;
}

/** "hall" of the list "mine" becomes "hall-mine", and where that is taken too, "hall-mine-2". */
const findRenames = (rows: readonly Row[], shipped: ReadonlySet<string>): Renames => {
  const taken = new Set([...shipped, ...rows.map(({ id }) => id)]);
  const renames = new Map<string, string>();
  for (const { id, list } of rows.filter((row) => shipped.has(row.id))) {
    const base = `${id}-${list}`;
    let free = base;
    for (let i = 2; taken.has(free); i += 1) free = `${base}-${i}`;
    taken.add(free);
    renames.set(id, free);
  }
  return renames;
};

const renamed = <T extends string | null>(id: T, renames: Renames): T =>
  id === null ? id : ((renames.get(id) ?? id) as T);

/** Its own id and those it points to: until now they could only mean rows of the users' lists. */
const renameEvent = (event: CultureEvent, events: Renames, venues: Renames): CultureEvent => ({
  ...event,
  id: renamed(event.id, events),
  umbrellaId: renamed(event.umbrellaId, events),
  venueId: renamed(event.venueId, venues),
  changes: event.changes.map((change) => ({ ...change, newVenueId: renamed(change.newVenueId, venues) })),
});

const idsIn = (event: CultureEvent): readonly (string | null)[] => [
  event.id,
  event.umbrellaId,
  event.venueId,
  ...event.changes.map(({ newVenueId }) => newVenueId),
];

const warningsOf = (used: ReadonlySet<string | null>, renames: Renames): readonly ImportWarning[] =>
  [...renames]
    .filter(([from]) => used.has(from))
    .map(([from, to]) => ({ code: 'id-renamed', values: { from, to } }));

/**
 * No id may be given twice, so a row of a user's list whose id the shipped lists now use gets another one,
 * and everything in users' lists that pointed to it follows. The shipped row keeps the id: figures and
 * links that everybody shares name it.
 * @param versions current ones of the users' lists.
 * @returns only the lists that change.
 */
export const makeRoom = (
  versions: readonly DatasetVersion[],
  users: UserRows,
  shipped: { readonly venues: ReadonlySet<string>; readonly events: ReadonlySet<string> },
): readonly Rewritten[] => {
  const venueRenames = findRenames(users.venues, shipped.venues);
  const eventRenames = findRenames(users.events, shipped.events);
  return versions.flatMap((version): Rewritten[] => {
    const { dataset, list } = version;
    const rewrite = (content: Content, warnings: readonly ImportWarning[]): Rewritten[] => {
      const { importId: _ofTheFile, ...known } = version;
      const said = [...version.warnings, ...sayFindings(warnings)];
      const header = { ...known, warnings: said, standsAlone: false };
      return warnings.length === 0 ? [] : [{ header, content, warnings }];
    };
    if (dataset === 'venues') {
      const own = users.venues.filter((venue) => venue.list === list);
      const rows = own.map((venue) => ({ ...venue, id: renamed(venue.id, venueRenames) }));
      return rewrite({ dataset, rows }, warningsOf(new Set(own.map(({ id }) => id)), venueRenames));
    }
    if (dataset === 'events') {
      const own = users.events.filter((event) => event.list === list);
      const rows = own.map((event) => renameEvent(event, eventRenames, venueRenames));
      const used = new Set(own.flatMap(idsIn));
      const warnings = [...warningsOf(used, venueRenames), ...warningsOf(used, eventRenames)];
      return rewrite({ dataset, rows }, warnings);
    }
    return [];
  });
};
