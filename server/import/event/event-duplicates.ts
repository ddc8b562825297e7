import { fold } from '#core/language/fold.ts';
import type { CultureEvent, Occurrence } from '#core/offer/event.ts';
import { localTime } from '#core/offer/local-time.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { Database } from '../../db/database.ts';
import { type KnownDate, readDatesOfOtherLists } from '../../db/queries/known-dates.ts';
import { likeness, tellingWords } from '../venue/similar-names.ts';

/** Two lists may tell one start so far apart. */
const nearMinutes = 15;
/** Titles so alike may be one. */
const alike = 0.5;

const slotOf = (instant: number): number => Math.floor(instant / (nearMinutes * 60_000));

interface Candidate {
  readonly event: CultureEvent;
  readonly date: Occurrence;
}

/** The same venue; where either names none, the same words for the place. */
const isSamePlace = ({ event, date }: Candidate, known: KnownDate): boolean =>
  date.venueId !== null && known.venueId !== null
    ? date.venueId === known.venueId
    : likeness(tellingWords(event.place), tellingWords(known.place)) === 1 ||
      fold(event.place) === fold(known.place);

const isSameStart = ({ date }: Candidate, known: KnownDate): boolean =>
  Math.abs(Date.parse(date.startsAt) - Date.parse(known.startsAt)) <= nearMinutes * 60_000;

const isSameTitle = ({ event }: Candidate, known: KnownDate): boolean =>
  fold(event.titleLv) === fold(known.titleLv) ||
  likeness(tellingWords(event.titleLv), tellingWords(known.titleLv)) >= alike;

const suggestion = (
  { event, date }: Candidate,
  known: KnownDate,
  row: number | undefined,
): ImportWarning => ({
  code: 'maybe-same-event',
  ...(row === undefined ? {} : { row }),
  values: {
    title: event.titleLv,
    id: event.id,
    otherTitle: known.titleLv,
    otherId: known.eventId,
    otherList: known.list,
    when: localTime(date.startsAt).slice(0, 16).replace('T', ' '),
  },
});

/**
 * Events that look like one of another list: same venue or place, start within a quarter of an hour, titles alike.
 * Each pair is suggested once, for a person to decide; nothing is ever merged.
 */
const suggestSameEvents = (
  events: readonly CultureEvent[],
  dates: readonly Occurrence[],
  known: readonly KnownDate[],
  lineOf: (eventId: string) => number | undefined = () => undefined,
): readonly ImportWarning[] => {
  const byId = new Map(events.map((event) => [event.id, event]));
  const bySlot = Map.groupBy(known, ({ startsAt }) => slotOf(Date.parse(startsAt)));
  const found = new Map<string, ImportWarning>();
  for (const date of dates) {
    const event = byId.get(date.eventId);
    const slot = slotOf(Date.parse(date.startsAt));
    const near = [slot - 1, slot, slot + 1].flatMap((one) => bySlot.get(one) ?? []);
    for (const other of event === undefined ? [] : near) {
      const [candidate, key] = [{ event, date } as Candidate, `${date.eventId} ${other.eventId}`];
      if (found.has(key) || !isSameStart(candidate, other) || !isSamePlace(candidate, other)) continue;
      if (isSameTitle(candidate, other)) found.set(key, suggestion(candidate, other, lineOf(date.eventId)));
    }
  }
  return [...found.values()];
};

/** The same against the other current lists of the database. */
export const findSameEvents = async (
  db: Database['db'],
  list: string,
  events: readonly CultureEvent[],
  dates: readonly Occurrence[],
  lineOf?: (eventId: string) => number | undefined,
): Promise<readonly ImportWarning[]> => {
  const starts = dates.map(({ startsAt }) => Date.parse(startsAt)).sort((a, b) => a - b);
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const reach = nearMinutes * 60_000;
  const known = await readDatesOfOtherLists(db, list, new Date(first - reach), new Date(last + reach));
  return suggestSameEvents(events, dates, known, lineOf);
};
