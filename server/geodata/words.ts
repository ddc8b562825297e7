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
  suggested: {
    lv: '{file}: pāri bez lēmuma: {undecided}, lemti: {decided}; ierakstiet “same” vai “different” ailē decision un ievietojiet ar: npm run geodata -- import venue-matches {file}',
    en: '{file}: {undecided} pairs without a decision, {decided} decided; write “same” or “different” under decision and bring it with: npm run geodata -- import venue-matches {file}',
  },
  cancelled: { lv: 'Atcelts; nekas nav mainīts.', en: 'Cancelled; nothing was changed.' },
  corrected: { lv: 'izlabots', en: 'put right' },
  dropped: { lv: 'izlaists', en: 'left out' },
  counts: {
    lv: 'Rindas: nolasītas {read}, paturētas {kept}, no tām izlabotas {corrected}, izlaistas {dropped}',
    en: 'Rows: read {read}, kept {kept}, of these put right {corrected}, left out {dropped}',
  },
  difference: {
    lv: '{dataset} pret līdzšinējo: jauni {added}, mainīti {changed}, vairs nav {gone}, bez izmaiņām {same}',
    en: '{dataset} against what is there: new {added}, changed {changed}, gone {gone}, the same {same}',
  },
  added: { lv: '+ jauns  ', en: '+ new    ' },
  changed: { lv: '~ mainīts', en: '~ changed' },
  gone: { lv: '- vairs nav', en: '- gone   ' },
  'more-rows': { lv: '... vēl {count}', en: '... {count} more' },
  'more-findings': {
    lv: '  ... vēl {count} tādi paši; visus ieraksta --report DATNE.csv',
    en: '  ... {count} more of the same; --report FILE.csv writes all of them',
  },
  imported: {
    lv: '{dataset}/{list}: {rows} rindas, versija {version}',
    en: '{dataset}/{list}: {rows} rows, version {version}',
  },
  rows: { lv: '{dataset}/{list}: {rows} rindas', en: '{dataset}/{list}: {rows} rows' },
  checked: {
    lv: '{dataset}/{list}: būtu {rows} rindas',
    en: '{dataset}/{list}: there would be {rows} rows',
  },
  'nothing-changed': {
    lv: 'Tikai pārbaudīts: nekas nav mainīts.',
    en: 'Only checked: nothing was changed.',
  },
  written: { lv: 'Ierakstīts: {file}', en: 'Written: {file}' },
  'no-map': {
    lv: 'Šo datu atšķirībai nav ko zīmēt; {file} nav ierakstīts.',
    en: 'There is nothing to draw of this difference; {file} was not written.',
  },
  recognised: { lv: 'Pēc satura: {source}', en: 'By its content: {source}' },
  'not-recognised': {
    lv: 'Pēc satura nevar pateikt, kas tas ir. Nosauciet avotu: check AVOTS DATNE. Avoti: {sources}',
    en: 'Its content does not tell what it is. Name the source: check SOURCE FILE. Sources: {sources}',
  },
  'several-recognised': {
    lv: 'Pēc satura var būt vairāki: {sources}. Nosauciet vienu: check AVOTS DATNE',
    en: 'By its content it may be one of several: {sources}. Name one: check SOURCE FILE',
  },
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
