import { fold } from '#core/language/fold.ts';
import { words } from '#core/language/index.ts';
import { type EventCategory, eventCategories } from '#core/offer/event.ts';
import { type Vocabulary, vocabulary } from '../format/row-reader.ts';

/** What calendars of culture houses, libraries and museums call things, in Latvian and English. */
const others: Readonly<Partial<Record<EventCategory, readonly string[]>>> = {
  concert: ['koncerts', 'mūzika', 'music', 'koncertprogramma', 'kormūzika', 'concerts'],
  theatre: ['izrāde', 'teātra izrāde', 'amatierteātris', 'theater', 'performance'],
  cinema: ['filma', 'kino seanss', 'film', 'movie', 'filmas'],
  exhibition: ['izstāde', 'ekspozīcija', 'exhibitions'],
  festival: ['svētki', 'festivāls', 'pilsētas svētki', 'festivals'],
  dance: ['balle', 'danči', 'dejas', 'deju vakars', 'zaļumballe', 'ball'],
  literature: [
    'literatūra',
    'lasījums',
    'tikšanās',
    'saruna',
    'lekcija',
    'dzejas dienas',
    'lecture',
    'talk',
    'book',
  ],
  workshop: ['darbnīca', 'radošā darbnīca', 'meistarklase', 'nodarbība', 'workshops', 'class'],
  children: ['bērniem', 'ģimenēm', 'bērnu pasākums', 'kids', 'family'],
  tradition: [
    'gadskārtu svētki',
    'ieražas',
    'folklora',
    'līgo',
    'lieldienas',
    'ziemassvētki',
    'tirgus',
    'gadatirgus',
  ],
  heritage: ['mantojums', 'ekskursija', 'muzeju nakts', 'kultūras mantojums', 'tour', 'museum'],
};

const categoryWords: Vocabulary<EventCategory> = vocabulary(
  Object.fromEntries(
    eventCategories.map((category) => [
      category,
      [words.lv.eventCategories[category], words.en.eventCategories[category], ...(others[category] ?? [])],
    ]),
  ) as Record<EventCategory, string[]>,
);

/** The first of the words that we know; null when we know none. */
export const categoryOf = (texts: readonly string[]): EventCategory | null =>
  texts.map((text) => categoryWords.get(fold(text)) ?? null).find((category) => category !== null) ?? null;
