import { words } from '#core/language/index.ts';
import { type EventCategory, type EventStatus, eventCategories } from '#core/offer/event.ts';
import { type Vocabulary, vocabulary } from '../format/row-reader.ts';
import type { Template, TemplateColumn } from '../format/table.ts';

/** Columns of a list of events; `docs/import.md` says what each holds. */
const eventColumns: readonly TemplateColumn[] = [
  { field: 'id', headings: ['identifikators'] },
  { field: 'titleLv', headings: ['nosaukums', 'title', 'title lv', 'nosaukums lv', 'pasākums'] },
  { field: 'titleEn', headings: ['nosaukums angliski', 'title en', 'nosaukums en'] },
  { field: 'descriptionLv', headings: ['apraksts', 'description', 'description lv', 'apraksts lv'] },
  { field: 'descriptionEn', headings: ['apraksts angliski', 'description en', 'apraksts en'] },
  { field: 'category', headings: ['kategorija', 'veids', 'kind'] },
  { field: 'audience', headings: ['auditorija', 'kam'] },
  { field: 'umbrella', headings: ['ietilpst pasākumā', 'festivāls', 'festival', 'umbrella id'] },
  { field: 'venue', headings: ['norises vieta', 'venue id'] },
  { field: 'place', headings: ['vieta', 'vieta vārdos'] },
  { field: 'organiser', headings: ['rīkotājs', 'organizators', 'organizer'] },
  { field: 'price', headings: ['cena', 'ieeja', 'price euro', 'cena eur'] },
  { field: 'start', headings: ['sākums', 'starts'] },
  { field: 'startDate', headings: ['datums', 'sākuma datums', 'date', 'start date'] },
  { field: 'startTime', headings: ['laiks', 'sākuma laiks', 'time', 'start time'] },
  { field: 'end', headings: ['beigas', 'ends'] },
  { field: 'endDate', headings: ['beigu datums', 'end date'] },
  { field: 'endTime', headings: ['beigu laiks', 'end time'] },
  { field: 'rrule', headings: ['atkārtošanās', 'kārtula', 'rule'] },
  { field: 'except', headings: ['izņemot', 'exceptions'] },
  { field: 'cancelled', headings: ['atceltie datumi', 'cancelled dates'] },
  { field: 'moved', headings: ['pārceltie datumi', 'moved dates'] },
  { field: 'status', headings: ['statuss', 'stāvoklis'] },
  { field: 'url', headings: ['mājaslapa', 'tīmekļa vietne', 'tīmekļvietne', 'website', 'saite', 'link'] },
  { field: 'source', headings: ['avots'] },
  { field: 'confidence', headings: ['ticamība'] },
];

/** A list of events as people make it, in a workbook or as CSV. */
export const eventTemplate: Template = {
  columns: eventColumns,
  required: ['titleLv', 'category'],
  mostRows: 20_000,
};

export const categoryWords: Vocabulary<EventCategory> = vocabulary(
  Object.fromEntries(
    eventCategories.map((category) => [
      category,
      [words.lv.eventCategories[category], words.en.eventCategories[category]],
    ]),
  ) as Record<EventCategory, string[]>,
);

export const eventStatusWords: Vocabulary<EventStatus> = vocabulary({
  scheduled: ['notiks', 'plānots', words.lv.eventStatuses.scheduled],
  cancelled: ['atcelts', words.lv.eventStatuses.cancelled],
  moved: ['pārcelts', words.lv.eventStatuses.moved],
  postponed: ['atlikts', words.lv.eventStatuses.postponed],
});
