import { fold } from '#core/language/fold.ts';
import type { Stated, VenueKind } from '#core/offer/venue.ts';

/** The kind of institution that a file of yearly statistics is about, by the words of its name or its list. */
const byName: readonly (readonly [RegExp, VenueKind])[] = [
  [/kulturas?[ -]?centr|kulturas?[ -]?nam|\bkc\b|\bkc\d{4}/, 'culture-centre'],
  [/muzej|museum|\bms\d{4}/, 'museum'],
  [/bibliot|librar/, 'library'],
];

/** Words that stand in the headings of one kind of form only. */
const byHeadings: readonly (readonly [RegExp, VenueKind])[] = [
  [/amatiermaksl|makslinieciskie kolektivi|kulturas centr/, 'culture-centre'],
  [/muzej|ekspozicij|muzejpedagog/, 'museum'],
  [/bibliotek|lasitaj|iespieddarb/, 'library'],
];

const only = (found: ReadonlySet<VenueKind>): VenueKind | null => {
  const [kind, ...others] = found;
  return kind === undefined || others.length > 0 ? null : kind;
};

const saidBy = (text: string, words: typeof byName): ReadonlySet<VenueKind> =>
  new Set(words.filter(([pattern]) => pattern.test(text)).map(([, kind]) => kind));

/**
 * What kind of institution a file is about: by the name of the list, else of the file, else by headings of one form only;
 * null where nothing says, or several things.
 */
export const kindOfFile = (list: string, fileName: string, headings: readonly string[]): VenueKind | null =>
  only(saidBy(fold(list), byName)) ??
  only(saidBy(fold(fileName), byName)) ??
  only(saidBy(fold(headings.join(' | ')), byHeadings));

/** A column "Darbojās 2022.gadā". */
export interface YearColumn {
  readonly place: number;
  readonly year: number;
}

/** The columns that say whether an institution worked in a year, the latest first. */
export const yearColumns = (headings: readonly string[]): readonly YearColumn[] =>
  headings
    .flatMap((heading, place) => {
      const year = /^darbojas (\d{4})/.exec(fold(heading))?.[1];
      return year === undefined ? [] : [{ place, year: Number(year) }];
    })
    .toSorted((a, b) => b.year - a.year);

const yes = new Set(['ja', 'yes', '1', 'true', 'x', 'darbojas']);
const no = new Set(['ne', 'no', '0', 'false', 'nedarbojas']);
const partly = new Set(['daleji', 'partly']);

/** "Jā", "Nē", "Daļēji"; null for a word nobody knows, "not-stated" for a blank. */
export const readStated = (text: string): Stated | null => {
  const word = fold(text);
  if (word === '' || word === 'nav datu') return 'not-stated';
  if (yes.has(word)) return 'yes';
  if (no.has(word)) return 'no';
  return partly.has(word) ? 'partly' : null;
};

/** Fields of physical access, by headings that name that very thing; "accessible" alone says nothing of a door. */
const accessHeadings: readonly (readonly [RegExp, AccessField])[] = [
  [/ieej\w* bez pakapien|iekluv\w* ratinkresl|ieej\w* ratinkresl/, 'stepFreeEntrance'],
  [/tualet\w*.*(invalid|ratinkresl|pielagot)|pielagot\w* tualet/, 'accessibleToilet'],
  [/(stavviet|autostavviet)\w*.*invalid/, 'disabledParking'],
  [/dzirdes cilp|indukcijas cilp/, 'hearingLoop'],
];
type AccessField = 'stepFreeEntrance' | 'accessibleToilet' | 'disabledParking' | 'hearingLoop';

export interface AccessColumn {
  readonly place: number;
  readonly field: AccessField;
}

export const accessColumns = (headings: readonly string[]): readonly AccessColumn[] =>
  headings.flatMap((heading, place) => {
    const found = accessHeadings.find(([pattern]) => pattern.test(fold(heading)));
    return found === undefined ? [] : [{ place, field: found[1] }];
  });
