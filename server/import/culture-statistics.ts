import { Findings } from '#core/findings.ts';
import type { Venue, VenueKind, VenueStatus } from '#core/offer/venue.ts';
import { licenceNotStated } from '#core/place/provenance.ts';
import { Problem } from '#core/problem.ts';
import type { FilesImporter } from './importer.ts';
import {
  accessColumns,
  kindOfFile,
  readStated,
  type YearColumn,
  yearColumns,
} from './venue/culture-statistics-columns.ts';
import { neededColumns, officialColumns } from './venue/kisc-objects-columns.ts';
import { readOfficialList } from './venue/kisc-objects-list.ts';
import { type OfficialRow, type OfficialTable, readOfficialTable } from './venue/kisc-objects-table.ts';
import { sayOfVenues } from './venue/venue-suggestions.ts';

const publisher = 'Kultūras informācijas sistēmu centrs (KISC)';

const columns = [
  ...officialColumns.filter(({ field }) => field !== 'object'),
  { field: 'founded', headings: ['dibināšanas gads', 'dibināta', 'dibināts'] },
];

/** Beginnings of ids, so that the yearly lists of two kinds never meet. */
const prefixes: Readonly<Partial<Record<VenueKind, string>>> = {
  'culture-centre': 'kc',
  museum: 'muz',
  library: 'bib',
};

/** Open or closed as the latest year says that it says at all; unknown where none does. */
const statusOf = (
  table: OfficialTable,
  row: OfficialRow,
  years: readonly YearColumn[],
  findings: Findings,
) => {
  for (const { place, year } of years) {
    const given = table.cellAt(row, place);
    const stated = readStated(given);
    if (stated === null) {
      const field = `Darbojās ${year}`;
      findings.add({ code: 'status-unreadable', row: row.line, field, values: { value: given } });
    }
    if (stated === 'yes' || stated === 'partly') return { status: 'open' as VenueStatus, year };
    if (stated === 'no') return { status: 'closed' as VenueStatus, year };
  }
  return { status: 'unknown' as VenueStatus, year: null };
};

/** A year that a house can have been founded in. */
const yearOf = (text: string): number | null => {
  const year = /^\D*(1[0-9]{3}|20[0-9]{2})\D*$/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
};

/** What the yearly form tells beyond name and place. */
const refineBy = (table: OfficialTable, findings: Findings) => {
  const years = yearColumns(table.headings);
  const access = accessColumns(table.headings);
  return (venue: Venue, row: OfficialRow): Venue => {
    const { status, year } = statusOf(table, row, years, findings);
    const founded = yearOf(row.cell('founded'));
    const stated = access.flatMap(({ place, field }) => {
      const value = readStated(table.cellAt(row, place));
      return value === null ? [] : [[field, value] as const];
    });
    const notes = [
      founded === null ? '' : `dibināšanas gads: ${founded}`,
      year === null ? '' : `${status === 'closed' ? 'nedarbojās' : 'darbojās'} ${year}. gadā`,
    ].filter((note) => note !== '');
    return {
      ...venue,
      status: venue.status === 'closed' ? 'closed' : status,
      physicalAccess: { ...venue.physicalAccess, ...Object.fromEntries(stated) },
      note: notes.length === 0 ? null : notes.join('; '),
    };
  };
};

const refuseKind = (fileName: string): never => {
  const expected = '--list kulturas-centri, --list muzeji, --list bibliotekas';
  throw new Problem('bad-import', { faults: [{ field: fileName, fault: 'not-one-of', expected }] });
};

/** Yearly statistics of culture centres, museums or libraries: the institutions of the region. */
export const cultureStatistics: FilesImporter = async (options, [file], list) => {
  if (file === undefined) throw new Error('an import of culture statistics without a file');
  const findings = new Findings();
  const isRead = (heading: string) => yearColumns([heading]).length + accessColumns([heading]).length > 0;
  const shape = { columns, needed: neededColumns, order: null, isRead };
  const table = await readOfficialTable(file, shape, findings);
  const kind = kindOfFile(list, file.name, table.headings) ?? refuseKind(file.name);
  const [latest] = yearColumns(table.headings);
  const official = {
    list,
    fileName: file.name,
    prefix: prefixes[kind] ?? 'stat',
    kind,
    source: publisher,
    confidence: latest === undefined ? 'as published' : `as published for ${latest.year}`,
    refine: refineBy(table, findings),
  };
  if (latest === undefined) findings.add({ code: 'no-year-column', values: {} });
  const rows = await readOfficialList(options, table, official, findings);
  await sayOfVenues(options.database, list, rows, findings);
  const year = latest === undefined ? '' : `, ${latest.year}`;
  return {
    contents: [{ dataset: 'venues', rows }],
    warnings: [],
    findings,
    title: `Kultūras statistika${year} (${file.name})`,
    source: publisher,

    licence: licenceNotStated,
  };
};
