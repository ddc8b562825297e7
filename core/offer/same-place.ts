import { fold } from '../language/fold.ts';
import type { LonLat } from '../place/units.ts';
import { contradict, likeness, type PlaceName, readPlaceName, stem } from './place-name.ts';
import type { Venue, VenueKind } from './venue.ts';

/** Why two rows look like one place. */
export const sameReasons = [
  'same-isil',
  'same-name',
  'alike-name',
  'unnamed',
  'near',
  'within-accuracy',
  'same-unit',
  'same-address',
  'same-kind',
  'related-kind',
] as const;
export type SameReason = (typeof sameReasons)[number];

/** Two rows that may be one place; the first is the one to keep, if they are. */
export interface SamePlace {
  readonly keep: Venue;
  readonly other: Venue;
  /** Metres between their points; null where one has none. */
  readonly distanceMetres: number | null;
  /** 0 to 1: how sure the comparison is, no probability. */
  readonly score: number;
  readonly reasons: readonly SameReason[];
}

/** Kinds that publishers mix up for one house. */
const related: ReadonlySet<string> = new Set(
  (
    [
      ['culture-centre', 'event-place'],
      ['culture-centre', 'theatre'],
      ['culture-centre', 'cinema'],
      ['gallery', 'museum'],
      ['event-place', 'museum'],
      ['church', 'event-place'],
      ['event-place', 'open-air-stage'],
      ['concert-organisation', 'event-place'],
      ['creative-industry', 'event-place'],
      ['creative-industry', 'gallery'],
      ['creative-industry', 'museum'],
      ['creative-residency', 'event-place'],
      ['event-place', 'market'],
    ] as const
  ).flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]),
);

const kindScore = (a: VenueKind, b: VenueKind): number => (a === b ? 1 : related.has(`${a} ${b}`) ? 0.5 : 0);

/** Thresholds, set on the first half of the labelled names and measured on the second (docs/methods/same-place.md). */
const least = { score: 0.75, name: 0.75, relatedName: 0.9 } as const;
const metres = { near: 150, exactMost: 2000, slack: 300, unnamed: 250 } as const;

/** A row as it is compared. */
interface Compared {
  readonly venue: Venue;
  readonly name: PlaceName;
  readonly lonLat: LonLat | null;
  readonly accuracyMetres: number;
  /** Stems of the village and of the unit it lies in: words that a name adds or leaves out at will. */
  readonly around: ReadonlySet<string>;
  /** Street or farm with its number, folded; null where the address names none. */
  readonly house: string | null;
}

/** "Harmonijas iela 7" of "Harmonijas iela 7, Tukums, LV-3101"; null for a village alone. */
const houseOf = ({ address, settlement }: Venue): string | null => {
  const [first = ''] = (address ?? '').split(',');
  const folded = fold(first);
  const isPlace = folded === '' || folded === fold(settlement ?? '');
  return isPlace || !(/\d/.test(folded) || /["“„]/.test(first)) ? null : folded;
};

/** Of a name that says more than where it is, the words for where weigh only so much. */
const aroundShare = 0.3;

const aroundOf = ({ settlement, territoryId }: Venue): ReadonlySet<string> =>
  new Set([...fold(settlement ?? '').split(' '), ...(territoryId ?? '').split('-').slice(0, 1)].map(stem));

const compared = (venue: Venue): Compared => ({
  venue,
  name: readPlaceName(venue.nameLv),
  lonLat: venue.position.state === 'missing' ? null : venue.position.lonLat,
  accuracyMetres: venue.position.state === 'missing' ? 0 : venue.position.accuracyMetres,
  around: aroundOf(venue),
  house: houseOf(venue),
});

const metresPerDegree = 111_195;

const metresBetween = (a: LonLat | null, b: LonLat | null): number | null => {
  if (a === null || b === null) return null;
  const parallel = Math.cos(((a[1] + b[1]) * Math.PI) / 360);
  return Math.hypot((a[0] - b[0]) * parallel, a[1] - b[1]) * metresPerDegree;
};

interface Judged {
  readonly score: number;
  readonly reason: SameReason | null;
}

/** How well two points agree, given how exactly each is known; null where they cannot be one place. */
const judgePlace = (a: Compared, b: Compared, distance: number | null): Judged | null => {
  const [one, other] = [a.venue.territoryId, b.venue.territoryId];
  const isOtherUnit = one !== null && other !== null && one !== other;
  if (distance === null) return isOtherUnit || one === null ? null : { score: 0.5, reason: null };
  const slack = a.accuracyMetres + b.accuracyMetres + metres.slack;
  if (isOtherUnit && distance > metres.slack) return null;
  if (distance <= metres.near) {
    const isExact = a.accuracyMetres + b.accuracyMetres <= metres.near;
    return isExact ? { score: 1, reason: 'near' } : { score: 0.8, reason: 'within-accuracy' };
  }
  if (distance <= slack) return { score: 0.75, reason: 'within-accuracy' };
  return distance <= slack + metres.exactMost ? { score: 0.4, reason: null } : null;
};

/** A name such as "Kultūras nams" alone means the one at that very spot, of which the other name is. */
const judgeUnnamed = (a: Compared, b: Compared, distance: number | null): number | null => {
  const isAtSpot =
    distance !== null && distance <= metres.unnamed && a.accuracyMetres + b.accuracyMetres <= metres.unnamed;
  const isSameHouse = a.name.house !== null && a.name.house === b.name.house;
  return isAtSpot && isSameHouse && a.venue.kind === b.venue.kind ? 0.8 : null;
};

type Weight = (word: string) => number;

/** The same weights, less for words that say where both of them are, if each says something more. */
const lighter = (a: Compared, b: Compared, weight: Weight): Weight => {
  const isAround = (word: string) => a.around.has(word) || b.around.has(word);
  const saysMore = [a, b].every(({ name }) => name.own.some((word) => !isAround(word)));
  return saysMore ? (word) => weight(word) * (isAround(word) ? aroundShare : 1) : weight;
};

const judgeName = (a: Compared, b: Compared, distance: number | null, weight: Weight): Judged | null => {
  if (contradict(a.name, b.name)) return null;
  const like = likeness(a.name, b.name, lighter(a, b, weight));
  if (like === null || (a.name.own.length === 0 && b.name.own.length === 0)) {
    const score = judgeUnnamed(a, b, distance);
    return score === null ? null : { score, reason: 'unnamed' };
  }
  if (like < least.name) return null;
  return { score: like, reason: like === 1 ? 'same-name' : 'alike-name' };
};

const roundedScore = (score: number): number => Math.round(Math.min(1, score) * 100) / 100;

/** Whether one is a service point or branch, and the other the house it belongs to. */
const isHeadAndBranch = (a: Compared, b: Compared): boolean =>
  a.name.isBranch !== b.name.isBranch &&
  [a, b].some(({ venue, name }) => name.isBranch && venue.subtype !== 'service-point') &&
  ![a, b].some(({ venue, name }) => !name.isBranch && venue.status === 'service-point');

const judge = (a: Compared, b: Compared, weight: Weight): Omit<SamePlace, 'keep' | 'other'> | null => {
  const distance = metresBetween(a.lonLat, b.lonLat);
  const distanceMetres = distance === null ? null : Math.round(distance);
  const isSameIsil = a.venue.isil != null && a.venue.isil === b.venue.isil;
  const kind = kindScore(a.venue.kind, b.venue.kind);
  if (kind === 0 && !isSameIsil) return null;
  const name = judgeName(a, b, distance, weight);
  const place = judgePlace(a, b, distance);
  const isSameHouse = a.house !== null && a.house === b.house;
  const reasons = [
    isSameIsil ? ('same-isil' as const) : null,
    name?.reason ?? null,
    place?.reason ?? null,
    a.venue.territoryId !== null && a.venue.territoryId === b.venue.territoryId
      ? ('same-unit' as const)
      : null,
    isSameHouse ? ('same-address' as const) : null,
    kind === 1 ? ('same-kind' as const) : kind > 0 ? ('related-kind' as const) : null,
  ].filter((reason) => reason !== null);
  if (isSameIsil) return { distanceMetres, score: name === null ? 0.9 : 0.99, reasons };
  if (name === null || place === null || isHeadAndBranch(a, b)) return null;
  if (kind < 1 && name.score < least.relatedName) return null;
  const differ = a.house !== null && b.house !== null && !isSameHouse && place.score < 1;
  const address = isSameHouse ? 0.1 : differ ? -0.1 : 0;
  const score = roundedScore(0.6 * name.score + 0.25 * place.score + 0.15 * kind + address);
  return score < least.score ? null : { distanceMetres, score, reasons };
};

/** Rarer words weigh more: "Slampes" says less than "Ozolāji" where ten houses are named after Slampe. */
const weights = (rows: readonly Compared[]): Weight => {
  const counts = new Map<string, number>();
  for (const { name } of rows) for (const word of name.own) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = new Map([...counts].map(([word, count]) => [word, Math.log(2 + rows.length / count)]));
  return (word) => known.get(word) ?? Math.log(2 + rows.length);
};

/** Cells of about 600 m: what is nearer than that lies in the same or a neighbouring one. */
const cellDegrees = { lon: 0.01, lat: 0.0055 } as const;

/** Larger blocks are of words that tell nothing; those near each other are found by their cells. */
const mostInBlock = 400;

const blocksOf = ({ venue, name, lonLat }: Compared): readonly string[] => [
  ...(venue.isil == null ? [] : [`isil ${venue.isil}`]),
  ...name.own.map((word) => `word ${word} ${venue.territoryId ?? ''}`),
  ...(lonLat === null ? [] : cellsAround(lonLat)),
];

/** The cell of a point and three around it, so that any two points half a cell apart share one. */
const cellsAround = ([lon, lat]: LonLat): readonly string[] => {
  const [x, y] = [lon / cellDegrees.lon, lat / cellDegrees.lat];
  const [left, low] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  return [0, 1].flatMap((i) => [0, 1].map((k) => `cell ${left + i} ${low + k}`));
};

/** Pairs worth comparing, each once, as places in the list. */
const candidates = (rows: readonly Compared[]): readonly (readonly [number, number])[] => {
  const blocks = new Map<string, number[]>();
  rows.forEach((row, at) => {
    for (const key of blocksOf(row)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [at]);
      else block.push(at);
    }
  });
  const seen = new Set<number>();
  const pairs: (readonly [number, number])[] = [];
  for (const block of blocks.values()) {
    if (block.length > mostInBlock) continue;
    block.forEach((a, i) => {
      for (const b of block.slice(i + 1)) {
        const key = a * rows.length + b;
        if (seen.has(key)) continue;
        seen.add(key);
        pairs.push([a, b]);
      }
    });
  }
  return pairs;
};

const isExact = ({ position }: Venue): number =>
  position.state === 'exact' ? 2 : position.state === 'missing' ? 0 : 1;

/** The row to keep: the better position, then an official number, then somebody's own list before the shipped one. */
const keepFirst = (a: Venue, b: Venue): readonly [Venue, Venue] => {
  const rank = (venue: Venue) => [
    venue.isil != null ? 1 : 0,
    isExact(venue),
    venue.list === 'shipped' ? 0 : 1,
    venue.id.startsWith('osm-') ? 0 : 1,
    venue.address === null ? 0 : 1,
  ];
  const [x, y] = [rank(a), rank(b)];
  const at = x.findIndex((value, i) => value !== y[i]);
  const isFirst = at < 0 ? a.id < b.id : (x[at] ?? 0) > (y[at] ?? 0);
  return isFirst ? [a, b] : [b, a];
};

/** Of each row only its best match in another list, and only where it is the best of that one too. */
const mutualBest = (found: readonly SamePlace[]): readonly SamePlace[] => {
  const best = new Map<string, number>();
  const keysOf = ({ keep, other }: SamePlace) => [`${keep.id} ${other.list}`, `${other.id} ${keep.list}`];
  for (const pair of found) {
    for (const key of keysOf(pair)) best.set(key, Math.max(best.get(key) ?? 0, pair.score));
  }
  return found.filter((pair) => keysOf(pair).every((key) => best.get(key) === pair.score));
};

/** Names a pair whatever its order. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Suggests which rows may be one place. Nothing is decided here: a person says "same" or "different".
 *
 * @param venues rows of every list; a row that is merged into another must not be among them.
 * @param decided pairs that somebody has judged (`pairKey`), which are not asked again.
 * @returns the surest first.
 */
export const findSamePlaces = (
  venues: readonly Venue[],
  decided: ReadonlySet<string> = new Set(),
): readonly SamePlace[] => {
  const rows = venues.map(compared);
  const weight = weights(rows);
  const found: SamePlace[] = [];
  for (const [i, k] of candidates(rows)) {
    const [a, b] = [rows[i], rows[k]];
    if (a === undefined || b === undefined || decided.has(pairKey(a.venue.id, b.venue.id))) continue;
    const judged = judge(a, b, weight);
    if (judged === null) continue;
    const [keep, other] = keepFirst(a.venue, b.venue);
    found.push({ keep, other, ...judged });
  }
  const order = (a: SamePlace, b: SamePlace) =>
    b.score - a.score || (a.keep.id + a.other.id < b.keep.id + b.other.id ? -1 : 1);
  return mutualBest(found).toSorted(order);
};
