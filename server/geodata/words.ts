import { fill } from '#core/language/format.ts';
import type { Language } from '#core/language/routes.ts';
import { language } from '../terminal.ts';

type Sentence = Readonly<Record<Language, string>>;

/** What the commands about versions say. The page never needs it. */
const sentences = {
  version: {
    lv: '{id}  {dataset}/{list}  {state}  rindas: {rows}  {retrievedAt}  ievietota {imported}  {size}',
    en: '{id}  {dataset}/{list}  {state}  {rows} rows  {retrievedAt}  imported {imported}  {size}',
  },
  source: { lv: '      {source}; licence: {licence}', en: '      {source}; licence: {licence}' },
  current: { lv: 'LIETOŠANĀ', en: 'CURRENT' },
  past: { lv: 'agrāka', en: 'past' },
  forgotten: { lv: 'dzēsta', en: 'forgotten' },
  retired: { lv: 'izņemta no lietošanas', en: 'retired' },
  replaced: { lv: 'agrāka, aizstāta ar {by}', en: 'past, replaced by {by}' },
  sizeUnknown: { lv: 'izmērs nav zināms', en: 'size not known' },
  'now-current': {
    lv: '{dataset}/{list}: tagad lietošanā ir versija {id} (rindas: {rows})',
    en: '{dataset}/{list}: version {id} is current now ({rows} rows)',
  },
  'now-forgotten': {
    lv: '{dataset}/{list}: versijas {id} rindas un datnes ir dzēstas',
    en: '{dataset}/{list}: rows and files of version {id} are deleted',
  },
  'now-retired': {
    lv: '{dataset}/{list}: izņemts no lietošanas; atpakaļ: npm run geodata -- use {id}',
    en: '{dataset}/{list}: taken out of use; back with: npm run geodata -- use {id}',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

/** A sentence in the language of the machine. */
export const tell = (
  name: keyof typeof sentences,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(sentences[name][language], values);
