import type { Change } from '../place/difference.ts';
import type { Language } from './routes.ts';

interface DifferenceWords {
  readonly title: string;
  readonly description: string;
  readonly changes: Readonly<Record<Change, string>>;
  readonly same: string;
  readonly borders: string;
  readonly outside: string;
  readonly limited: string;
  readonly nothing: string;
}

/** What the drawing of a difference says. The page never needs it. */
export const differenceWords: Readonly<Record<Language, DifferenceWords>> = {
  lv: {
    title: '{dataset}: kas mainīsies',
    description: 'Jauni: {added}, mainīti: {changed}, vairs nav: {gone}, bez izmaiņām: {same}.',
    changes: { added: 'jauns', changed: 'mainīts', gone: 'vairs nav' },
    same: 'bez izmaiņām (nav zīmēts)',
    borders: 'pašreizējās robežas',
    outside: 'ārpus zīmējuma: {count}',
    limited: 'no katra veida zīmēti ne vairāk kā {limit}',
    nothing: 'nav nekā, ko zīmēt',
  },
  en: {
    title: '{dataset}: what will change',
    description: 'New: {added}, changed: {changed}, gone: {gone}, the same: {same}.',
    changes: { added: 'new', changed: 'changed', gone: 'gone' },
    same: 'the same (not drawn)',
    borders: 'present borders',
    outside: 'outside the drawing: {count}',
    limited: 'of each kind at most {limit} are drawn',
    nothing: 'there is nothing to draw',
  },
};
