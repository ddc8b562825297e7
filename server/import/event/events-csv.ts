import { fold, slug } from '#core/language/fold.ts';
import type { CultureEvent, Occurrence, Price } from '#core/offer/event.ts';
import { expandEvent, horizonAt, maxOccurrences } from '#core/offer/occurrences.ts';
import type { ImportWarning } from '#core/warning.ts';
import { readTable } from '../format/read-table.ts';
import { RowReader } from '../format/row-reader.ts';
import { createPauses } from '../pauses.ts';
import { readRule } from './event-rule.ts';
import { categoryWords, eventStatusWords, eventTemplate } from './event-template.ts';

/** What a list of events is read against. */
export interface EventSurroundings {
  readonly list: string;
  readonly fileName: string;
  readonly now: Date;
  readonly venueIds: ReadonlySet<string>;
  readonly venueNames: ReadonlyMap<string, string>;
  /** Ids of the other current lists: taken, but good as umbrellas. */
  readonly takenIds: ReadonlySet<string>;
}

const free = /^(bezmaksas|bez maksas|free|brīva ieeja|brīva|0([.,]0+)?( ?€| ?eur)?)$/i;
const notStated = /^(nav norādīts|not stated|not-stated|\?)$/i;
const range = /^(\d{1,4}(?:[.,]\d{1,2})?)(?:\s*[-–]\s*(\d{1,4}(?:[.,]\d{1,2})?))?$/;

/** "bezmaksas", "5", "3-7", "7,50 €"; a blank is not stated, never free. */
const readPrice = (row: RowReader): Price => {
  const text = row.text('price', 60);
  if (text === null || notStated.test(text)) return { state: 'not-stated' };
  if (free.test(text)) return { state: 'free' };
  const match = range.exec(text.replace(/€|eur(o)?/gi, '').trim());
  const amount = (part: string | undefined) => Number(part?.replace(',', '.'));
  const minEuro = amount(match?.[1]);
  const maxEuro = match?.[2] === undefined ? minEuro : amount(match[2]);
  if (match !== null && minEuro <= maxEuro) return { state: 'priced', minEuro, maxEuro };
  row.fault('price', 'malformed', 'bezmaksas, 5, 3-7');
  return { state: 'not-stated' };
};

const readVenue = (row: RowReader, around: EventSurroundings): string | null => {
  const text = row.text('venue', 200);
  if (text === null) return null;
  const id = around.venueIds.has(text) ? text : around.venueNames.get(fold(text));
  if (id === undefined) row.fault('venue', 'unknown-reference', 'venue id or name');
  return id ?? null;
};

const readEvent = (row: RowReader, around: EventSurroundings): CultureEvent => {
  const titleLv = row.required('titleLv', 200);
  const category = row.oneOf('category', categoryWords);
  if (!row.has('category')) row.fault('category', 'missing');
  const { rule, changes } = readRule(row);
  const venueText = row.text('venue', 200);
  if (venueText === null && !row.has('place')) row.fault('place', 'missing', 'venue | place');
  return {
    id: row.identifier('id') ?? slug(titleLv),
    list: around.list,
    titleLv,
    titleEn: row.text('titleEn', 200),
    descriptionLv: row.text('descriptionLv', 4000),
    descriptionEn: row.text('descriptionEn', 4000),
    category: category ?? 'other',
    audience: row.list('audience', 20),
    umbrellaId: row.identifier('umbrella'),
    venueId: readVenue(row, around),
    place: row.text('place', 300) ?? venueText ?? '',
    organiser: row.text('organiser', 200),
    price: readPrice(row),
    rule,
    status: row.oneOf('status', eventStatusWords) ?? 'scheduled',
    changes,
    modelFields: [],
    url: row.url('url'),
    source: row.text('source', 300) ?? around.fileName,
    confidence: row.text('confidence', 100) ?? 'as stated by the list',
    isModel: false,
  };
};

interface Read {
  readonly row: RowReader;
  readonly event: CultureEvent;
}

/** An event given again on another day gets the day into its id; a given id must be the only one. */
const withOwnIds = (read: readonly Read[], taken: ReadonlySet<string>): readonly Read[] => {
  const counts = new Map<string, number>();
  for (const { event } of read) counts.set(event.id, (counts.get(event.id) ?? 0) + 1);
  const seen = new Set<string>();
  return read.map(({ row, event }) => {
    const isShared = !row.has('id') && (counts.get(event.id) ?? 0) > 1;
    const id = isShared ? `${event.id}-${event.rule.startLocal.replace(/[^\d]/g, '')}` : event.id;
    if (id === '') row.fault('id', 'missing', 'a-z 0-9 _ -');
    else if (seen.has(id) || taken.has(id)) row.fault('id', 'duplicate', `${id}: another id`);
    seen.add(id);
    return { row, event: { ...event, id } };
  });
};

const checkUmbrellas = (read: readonly Read[], taken: ReadonlySet<string>): void => {
  const ids = new Set([...taken, ...read.map(({ event }) => event.id)]);
  for (const { row, event } of read) {
    const { umbrellaId } = event;
    if (umbrellaId !== null && (!ids.has(umbrellaId) || umbrellaId === event.id)) {
      row.fault('umbrella', 'unknown-reference', 'event id');
    }
  }
};

/** Dates that one list may have within the horizon, all its events together. */
const maxDates = 50_000;

/** Null, with a fault noted, for a rule that reads well and still cannot be followed to its dates. */
const expand = ({ row, event }: Read, from: Date, to: Date): readonly Occurrence[] | null => {
  try {
    return expandEvent(event, from, to);
  } catch (error) {
    row.fault('rrule', 'malformed', error instanceof Error ? error.message : '');
    return null;
  }
};

/**
 * The dates of events whose rules were read without fault; events without a date ahead are named. It ends
 * at the row that passes what a list may have.
 */
const layOutRead = async (
  read: readonly Read[],
  now: Date,
  warnings: ImportWarning[],
): Promise<readonly Occurrence[]> => {
  const { from, to } = horizonAt(now);
  const pause = createPauses();
  const laidOut: Occurrence[] = [];
  for (const each of read) {
    const { row } = each;
    const dates = expand(each, from, to) ?? [];
    if (dates.length > maxOccurrences) row.fault('rrule', 'out-of-range', `<= ${maxOccurrences}`);
    if (dates.length === 0) {
      warnings.push({ code: 'no-date-ahead', row: row.line, values: { from: day(from), to: day(to) } });
    }
    laidOut.push(...dates);
    if (laidOut.length > maxDates) {
      row.fault('file', 'out-of-range', `<= ${maxDates} dates`);
      return laidOut;
    }
    await pause();
  }
  return laidOut;
};

const day = (instant: Date): string => instant.toISOString().slice(0, 10);

interface ReadEvents {
  readonly rows: readonly CultureEvent[];
  /** Within the horizon around now. */
  readonly dates: readonly Occurrence[];
  readonly warnings: readonly ImportWarning[];
  /** Line or row of the file on which an event stands. */
  readonly lineOf: (eventId: string) => number | undefined;
}

/**
 * Reads a list of events by the template. Requests have their turn meanwhile.
 * @throws Problem `bad-import` with every fault by row and field.
 */
export const readEventsCsv = async (bytes: Uint8Array, around: EventSurroundings): Promise<ReadEvents> => {
  const table = await readTable(bytes, eventTemplate);
  const { faults } = table;
  const read: Read[] = [];
  const pause = createPauses();
  for (const cells of table.rows) {
    const row = new RowReader(cells, faults);
    read.push({ row, event: readEvent(row, around) });
    await pause();
  }
  const named = withOwnIds(read, around.takenIds);
  checkUmbrellas(named, around.takenIds);
  faults.throwIfAny();
  const warnings = [...table.warnings];
  const dates = await layOutRead(named, around.now, warnings);
  faults.throwIfAny();
  const lines = new Map(named.map(({ row, event }) => [event.id, row.line]));
  return { rows: named.map(({ event }) => event), dates, warnings, lineOf: (id) => lines.get(id) };
};
