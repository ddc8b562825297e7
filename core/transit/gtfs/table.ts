import { Problem } from '../../problem.ts';
import { forEachRow, type VisitRow } from './csv.ts';
import type { GtfsTable, Problems } from './problems.ts';

/** One feed as it comes in: its tables as text, in pieces of any size. */
export interface GtfsFeed {
  /** Names it in reports: "gtfs-latvia-lv.zip". */
  readonly fileName: string;
  readonly tables: Partial<Record<GtfsTable, Iterable<string>>>;
}

/** A feed in hand, with what was odd about it and how long its tables are. */
export interface Reading {
  readonly feed: GtfsFeed;
  readonly problems: Problems;
  /** Rows of each table that was there, the header not counted. */
  readonly rows: Map<GtfsTable, number>;
}

/** Where each column stands; -1 for one that the table does not have, whose cells read as ''. */
export type ColumnsAt<Name extends string> = Readonly<Record<Name, number>>;

interface Layout<Name extends string> {
  readonly table: GtfsTable;
  readonly required: readonly Name[];
  readonly optional: readonly Name[];
}

/**
 * Visits the rows of one table, if the feed has it.
 * @throws Problem `bad-import` when a required column is missing.
 */
export function readTable<Name extends string>(
  { feed, problems, rows }: Reading,
  layout: Layout<Name>,
  open: (at: ColumnsAt<Name>) => VisitRow,
): void {
  const pieces = feed.tables[layout.table];
  if (pieces === undefined) return;
  let visit: VisitRow | null = null;
  let width = 0;
  let count = 0;
  forEachRow(whereIn(feed, layout.table), pieces, (cells, line) => {
    if (visit === null) {
      visit = open(locate(feed, layout, cells));
      width = cells.length;
      return;
    }
    count += 1;
    if (cells.length !== width) problems.add('ragged-row', layout.table, line, `${cells.length}`);
    visit(cells, line);
  });
  if (visit === null) locate(feed, layout, []);
  rows.set(layout.table, count);
}

/** "feed.zip/stops.txt", as faults name a table. */
export const whereIn = ({ fileName }: GtfsFeed, table: GtfsTable): string => `${fileName}/${table}`;

/** Column names are compared without case: they are lower case in the standard. */
function locate<Name extends string>(
  feed: GtfsFeed,
  { table, required, optional }: Layout<Name>,
  header: readonly string[],
): ColumnsAt<Name> {
  const names = header.map((name) => name.toLowerCase());
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const field = (name: string) => `${whereIn(feed, table)}: ${name}`;
    throw new Problem('bad-import', {
      faults: missing.map((name) => ({ field: field(name), row: 1, fault: 'missing' })),
    });
  }
  const at = [...required, ...optional].map((name) => [name, names.indexOf(name)]);
  return Object.fromEntries(at) as ColumnsAt<Name>;
}
