import { fold } from '../language/fold.ts';

/** What sort of house a name says it is; houses of different sorts are never one place. */
type House =
  | 'culture-house'
  | 'library'
  | 'museum'
  | 'gallery'
  | 'stage'
  | 'church'
  | 'manor'
  | 'school'
  | 'market'
  | 'cinema'
  | 'theatre'
  | 'park'
  | 'hall'
  | 'square';

/** A name of a place taken apart, so that two spellings of it can be compared. */
export interface PlaceName {
  readonly house: House | null;
  /** What tells it from others of its sort, as stems: "Slampes Kultūras pils" has "slamp". */
  readonly own: readonly string[];
  readonly numbers: readonly string[];
  /** Of a town, of a parish, a branch of something: where two names say different things they are two places. */
  readonly rank: 'town' | 'parish' | null;
  readonly isBranch: boolean;
}

/** Short forms beside those that every search knows. */
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\bk n\b/g, 'kulturas nams'],
  [/\bt n\b/g, 'tautas nams'],
  [/\bs n\b/g, 'saieta nams'],
  [/\b(bibl|b ka)\b/g, 'biblioteka'],
  [/\bmuz\b/g, 'muzejs'],
  [/\bev\b/g, 'evangeliski'],
  [/\blut\b/g, 'luteriska'],
  [/\bpils kult\b/g, 'pilsetas kulturas'],
  [/\bkult\b/g, 'kulturas'],
];

/** Words that say the sort of house, in the order in which they are looked for; the words themselves then go. */
const houses: readonly (readonly [House, RegExp])[] = [
  ['culture-house', /\b(kulturas|tautas|saieta|saietu|sadraudzibas) (nam\w*|centr\w*|pil[si]\w?)\b/g],
  ['library', /\bbibliotek\w*\b/g],
  ['museum', /\bmuzej\w*\b/g],
  ['gallery', /\b((makslas )?galerij\w*|izstazu zale)\b/g],
  ['stage', /\b(brivdabas )?estrad\w*\b/g],
  ['church', /\b(evangeliski |evangeliska )?(luteriska |katolu |pareizticigo |baptistu )?baznic\w*\b/g],
  ['school', /\bskol\w*\b/g],
  ['market', /\btirg(us|u|um)\b/g],
  ['cinema', /\bkinoteatr\w*\b/g],
  ['theatre', /\bteatr\w*\b/g],
  ['manor', /\b(muiz\w*|pils)\b/g],
  ['park', /\bpark\w*\b/g],
  ['square', /\blaukum\w*\b/g],
  ['hall', /\b(hall\w*|zale|sporta nam\w*)\b/g],
];

const towns = new Set(['pilseta', 'pilsetas']);
const parishes = new Set(['pagasts', 'pagasta']);
const branches = new Set(['filiale', 'nodala', 'nodalas', 'punkts', 'struktrvieniba', 'strukturvieniba']);

/** Words that tell nothing: the municipality around, legal forms, "and". */
const empty = new Set([
  'novads',
  'novada',
  'novadu',
  'ciems',
  'ciema',
  'pasvaldiba',
  'pasvaldibas',
  'iestade',
  'agentura',
  'centrala',
  'galvena',
  'publiska',
  'vieteja',
  'sia',
  'vsia',
  'ad',
  'as',
  'un',
  'areja',
  'arejas',
  'arejais',
  'apkalposanas',
  'nr',
  'latvijas',
]);

/** The part that nominative, genitive and plural of a Latvian name have in common: "tukums", "tukuma" are "tukum". */
export const stem = (word: string): string => {
  if (word.length < 4) return word;
  const short = word.replace(/s$/, '').replace(/[aeiou]{1,2}$/, '');
  return short.length < 3 ? word : short;
};

const expand = (name: string): string =>
  shortForms.reduce(
    (text, [short, long]) => text.replace(short, long),
    fold(name.replace(/\([^)]*\)/g, ' ')),
  );

const takeHouse = (text: string): { readonly house: House | null; readonly rest: string } => {
  for (const [house, words] of houses) {
    const rest = text.replace(words, ' ');
    if (rest !== text) return { house, rest };
  }
  return { house: null, rest: text };
};

/** Takes a Latvian name of a place apart; remarks in brackets do not count. */
export const readPlaceName = (name: string): PlaceName => {
  const { house, rest } = takeHouse(expand(name));
  const words = rest.split(' ').filter((word) => word !== '');
  const isTown = words.some((word) => towns.has(word));
  const isParish = words.some((word) => parishes.has(word));
  const meaning = words.filter(
    (word) => !(towns.has(word) || parishes.has(word) || branches.has(word) || empty.has(word)),
  );
  return {
    house,
    own: [...new Set(meaning.filter((word) => !/^\d/.test(word)).map(stem))],
    numbers: meaning.filter((word) => /^\d/.test(word)),
    rank: isTown ? 'town' : isParish ? 'parish' : null,
    isBranch: words.some((word) => branches.has(word)),
  };
};

/** One letter more, less or other, in a word that is long enough for it to be a slip. */
const isSlip = (a: string, b: string): boolean => {
  // A slip in the very first letter is rare, and most words differ there.
  if (a[0] !== b[0]) return false;
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false;
  let [start, end] = [0, 0];
  while (start < a.length && a[start] === b[start]) start += 1;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
};

/**
 * How much of what two names say of their own is the same, 0 to 1 (Dice, each word by its weight); null where one of
 * them says nothing of its own.
 */
export const likeness = (a: PlaceName, b: PlaceName, weight: (word: string) => number): number | null => {
  if (a.own.length === 0 || b.own.length === 0) return a.own.length === b.own.length ? 1 : null;
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weight(word), 0);
  const left = [...b.own];
  let shared = 0;
  for (const word of a.own) {
    const at = left.findIndex((other) => other === word || isSlip(other, word));
    if (at < 0) continue;
    const [other = word] = left.splice(at, 1);
    shared += weight(word) + weight(other);
  }
  return shared / (sum(a.own) + sum(b.own));
};

/** Names that cannot mean one place: different numbers, town against parish, a branch against its head, another house. */
export const contradict = (a: PlaceName, b: PlaceName): boolean =>
  a.numbers.join(' ') !== b.numbers.join(' ') ||
  (a.rank !== null && b.rank !== null && a.rank !== b.rank) ||
  (a.house !== null && b.house !== null && a.house !== b.house);
