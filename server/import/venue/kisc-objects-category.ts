import { fold } from '#core/language/fold.ts';
import type { VenueKind } from '#core/offer/venue.ts';
import { kindWords } from './venue-template.ts';

/** What an official category means here. */
export type Category =
  | { readonly kind: VenueKind; readonly subtype: string | null }
  /** Known, and nothing one can go to: an office, a broadcaster, a custom. */
  | 'no-place'
  | 'unknown';

/** Objects of the state's list (Cabinet Regulation 291) and of the older culture map that are no place to go to. */
const noPlaces = new Set(
  [
    'pārvaldes institūcijas',
    'pārvaldes institūcija',
    'elektroniskie plašsaziņas līdzekļi',
    'elektroniskie saziņas līdzekļi',
    'plašsaziņas līdzekļi',
    'tradicionālie pasākumi',
    'izdevniecības',
  ].map(fold),
);

/** Words of the older culture map, and singular forms, beside those that lists of our own use. */
const finer: ReadonlyMap<string, readonly [VenueKind, string | null]> = new Map(
  (
    [
      ['koncertzāles', 'event-place', 'concert-hall'],
      ['koncertzāle', 'event-place', 'concert-hall'],
      ['kultūras pieminekļi', 'event-place', 'monument'],
      ['brīvdabas estrādes', 'open-air-stage', null],
      ['kinoteātri', 'cinema', null],
      ['kultūras centrs', 'culture-centre', null],
      ['tautas nami', 'culture-centre', null],
      ['kultūras nami', 'culture-centre', null],
      ['bibliotēka', 'library', null],
      ['muzejs', 'museum', null],
      ['teātris', 'theatre', null],
      ['arhīvs', 'archive', null],
      ['mākslas galerija', 'gallery', null],
      ['pasākumu norises vieta', 'event-place', null],
      ['mūzikas skolas', 'culture-school', null],
      ['mākslas skolas', 'culture-school', null],
      ['kultūrizglītības iestāde', 'culture-school', null],
    ] as const
  ).map(([word, kind, subtype]) => [fold(word), [kind, subtype]] as const),
);

/** Reads an official category; a number before it ("2. Bibliotēkas") does not count. */
export const readCategory = (text: string): Category => {
  const word = fold(text).replace(/^\d+ /, '');
  if (noPlaces.has(word)) return 'no-place';
  const fine = finer.get(word);
  if (fine !== undefined) return { kind: fine[0], subtype: fine[1] };
  const kind = kindWords.get(word);
  return kind === undefined ? 'unknown' : { kind, subtype: null };
};

/** Words of a name that leave no doubt what it is. */
const telling: readonly (readonly [RegExp, VenueKind])[] = [
  [/\b(kulturas|tautas|saieta|saietu) (nams|centrs|pils)\b/, 'culture-centre'],
  [/\bbiblioteka\b/, 'library'],
  [/\bmuzejs\b/, 'museum'],
  [/\bestrade\b/, 'open-air-stage'],
  [/\bkinoteatris\b/, 'cinema'],
  [/\bgalerija\b/, 'gallery'],
  [/\b(muzikas|makslas|muzikas un makslas|makslas un muzikas) skola\b/, 'culture-school'],
];

/** The kind that a name says; null where it says none, or more than one. */
export const kindByName = (name: string): VenueKind | null => {
  const folded = fold(name);
  const said = telling.filter(([words]) => words.test(folded)).map(([, kind]) => kind);
  return said.length === 1 ? (said[0] ?? null) : null;
};
