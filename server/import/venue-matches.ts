import { readFile } from 'node:fs/promises';
import { Findings } from '#core/findings.ts';
import { agree, type DecidedRow, type VenueDecision } from '#core/offer/venue-decisions.ts';
import { readKnownVenues } from '../db/queries/known.ts';
import { readCsvTable } from './format/csv-table.ts';
import { Faults } from './format/faults.ts';
import { RowReader } from './format/row-reader.ts';
import type { FilesImporter } from './importer.ts';
import { decisionWords, matchColumns, requiredMatchColumns } from './venue/venue-matches-columns.ts';

const readRow = (row: RowReader, [list, id, name]: readonly [string, string, string]): DecidedRow => {
  const found = row.identifier(id);
  if (!row.has(id)) row.fault(id, 'missing');
  return { id: found ?? '', list: row.text(list, 60) ?? '', nameLv: row.text(name, 200) ?? '' };
};

/** Null for a pair that nobody has decided about. */
const readDecision = (row: RowReader): VenueDecision | null => {
  if (!row.has('decision')) return null;
  const decision = row.oneOf('decision', decisionWords);
  const one = readRow(row, ['list', 'id', 'name']);
  const other = readRow(row, ['otherList', 'otherId', 'otherName']);
  const keep = row.identifier('keep') ?? one.id;
  if (one.id !== '' && one.id === other.id) row.fault('otherId', 'duplicate', 'another id');
  if (keep !== one.id && keep !== other.id) row.fault('keep', 'not-one-of', `${one.id}, ${other.id}`);
  return decision === null ? null : { row: row.line, decision, one, other, keep };
};

/** Names and lists as they are today, and which rows are there no more. */
const withKnown = async (
  decisions: readonly VenueDecision[],
  known: ReadonlyMap<string, { readonly nameLv: string; readonly list: string }>,
  findings: Findings,
): Promise<readonly VenueDecision[]> => {
  const gone = new Set<string>();
  const renew = (given: DecidedRow, row: number): DecidedRow => {
    const today = known.get(given.id);
    if (today !== undefined) return { ...given, ...today };
    if (!gone.has(given.id)) {
      const values = { id: given.id, name: given.nameLv };
      findings.add({ code: 'decided-row-gone', row, values });
    }
    gone.add(given.id);
    return given;
  };
  return decisions.map((each) => ({
    ...each,
    one: renew(each.one, each.row),
    other: renew(each.other, each.row),
  }));
};

const sayOneList = (decisions: readonly VenueDecision[], findings: Findings): void => {
  for (const { decision, one, other, row } of decisions) {
    if (decision !== 'same' || one.list !== other.list || one.list === '') continue;
    const values = { name: one.nameLv, other: other.nameLv };
    findings.add({ code: 'kept-row-of-same-list', row, values });
  }
};

/**
 * Decisions of people about rows that look like one place. All or nothing: a word nobody knows, or two decisions that
 * contradict each other, and nothing changes.
 */
export const venueMatches: FilesImporter = async ({ database }, [file]) => {
  if (file === undefined) throw new Error('an import of decisions without a file');
  const table = readCsvTable(await readFile(file.path), matchColumns, requiredMatchColumns);
  const faults = new Faults();
  const findings = new Findings();
  const read = table.rows.map((cells) => readDecision(new RowReader(cells, faults)));
  const decided = read.filter((decision) => decision !== null);
  faults.throwIfAny();
  if (decided.length === 0) faults.add(1, 'decision', 'missing', '', 'same, different');
  const known = new Map(
    (await readKnownVenues(database.db)).map(({ id, list, nameLv }) => [id, { list, nameLv }]),
  );
  const renewed = await withKnown(decided, known, findings);
  const { decisions, contradictions } = agree(renewed);
  for (const { row, earlier, about } of contradictions) {
    faults.add(row, about, 'duplicate', '', `row ${earlier}`);
  }
  faults.throwIfAny();
  sayOneList(renewed, findings);
  findings.read(table.rows.length);
  findings.kept(decided.length);
  findings.leftOut(table.rows.length - decided.length);
  const undecided = table.rows.length - decided.length;
  if (undecided > 0) findings.add({ code: 'rows-undecided', values: { count: undecided } });
  return {
    contents: [{ dataset: 'venue-matches', rowCount: decided.length, decisions }],
    warnings: table.warnings,
    findings,
    title: file.name,
    source: file.name,
  };
};
