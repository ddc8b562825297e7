import { type CultureEvent, type EventCategory, eventCategories, type Price } from '#core/offer/event.ts';
import { numberOrNull, type Row, readTable, text, textOrNull } from './tables.ts';

/**
 * Events from `assumptions/event-rules.csv`, each resting on one row of `facts/events.csv`. Whatever the
 * fact does not state (day, hour, length) was filled in there and is listed in `modelFields`.
 */
export function eventRows(): CultureEvent[] {
  const facts = new Map(readTable('facts/events.csv').map((row) => [text(row, 'name_lv'), row]));
  return readTable('assumptions/event-rules.csv').map((row) => {
    const fact = facts.get(text(row, 'fact'));
    if (fact === undefined) throw new Error(`${text(row, 'id')}: no fact "${text(row, 'fact')}"`);
    return eventRow(row, fact);
  });
}

function eventRow(row: Row, fact: Row): CultureEvent {
  const modelFields = listOf(row, 'model_fields');
  return {
    id: text(row, 'id'),
    list: 'shipped',
    titleLv: text(row, 'title_lv'),
    titleEn: textOrNull(row, 'title_en'),
    descriptionLv: textOrNull(row, 'description_lv'),
    descriptionEn: textOrNull(row, 'description_en'),
    category: categoryOf(row),
    audience: listOf(row, 'audience'),
    umbrellaId: textOrNull(row, 'umbrella_id'),
    venueId: textOrNull(row, 'venue_id'),
    place: text(row, 'place'),
    organiser: textOrNull(row, 'organiser'),
    price: priceOf(row),
    rule: {
      startLocal: text(row, 'start_local'),
      durationMinutes: numberOrNull(row, 'duration_minutes'),
      rrule: textOrNull(row, 'rrule'),
      exceptLocal: [],
    },
    status: 'scheduled',
    changes: [],
    modelFields,
    url: null,
    source: evidence(fact),
    confidence: `recurring: ${text(fact, 'recurring')}`,
    isModel: modelFields.length > 0,
  };
}

/** What was found, so that a reader can tell the fact from the model. */
function evidence(fact: Row): string {
  const found = [textOrNull(fact, 'when'), textOrNull(fact, 'example_or_fact')].filter(
    (part) => part !== null,
  );
  return `${text(fact, 'source')} (found: ${found.join('; ')})`;
}

const listOf = (row: Row, column: string): string[] => textOrNull(row, column)?.split(' ') ?? [];

function categoryOf(row: Row): EventCategory {
  const category = eventCategories.find((known) => known === text(row, 'category'));
  if (category === undefined) throw new Error(`${text(row, 'id')}: no category "${text(row, 'category')}"`);
  return category;
}

function priceOf(row: Row): Price {
  const euro = numberOrNull(row, 'price_euro');
  return euro === null ? { state: 'not-stated' } : { state: 'priced', minEuro: euro, maxEuro: euro };
}
