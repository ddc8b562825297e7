import type { AccessAnswer, AccessQuery, TerritoryRow } from '#core/access/answer.ts';
import { classOf, minuteClasses } from '#core/access/classes.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { alternativeText } from '#core/map/alternative-text.ts';
import type { FigureInput } from '#core/map/scene/input.ts';
import type { Level, Subject } from '#core/map/scene/subject.ts';
import { accessSubject } from '#core/map/subjects/access.ts';
import { defaultSubtitle, defaultTitle } from '#core/map/titles.ts';
import type { VenueKind } from '#core/offer/venue.ts';
import { fromLks92 } from '#core/place/lks92.ts';
import type { Territory, TerritoryKind } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import { measureText } from '#server/figures/fonts.ts';

/*
 * A made-up country of squares around 450 km east, 312 km north: three parishes of 14 km, a town of 3 km in the
 * middle of the first, one parish that nobody reaches, a neighbour to the east, the sea to the north.
 * Kilometres below count from its south-west corner.
 */
export const at = (eastKm: number, northKm: number): LonLat =>
  fromLks92({ east: 430_000 + eastKm * 1000, north: 300_000 + northKm * 1000 });

const provenance = { source: 'made up for this test', confidence: 'none', isModel: true };

const square = (west: number, south: number, size: number): LonLat[] => [
  at(west, south),
  at(west + size, south),
  at(west + size, south + size),
  at(west, south + size),
  at(west, south),
];

const positions = (ring: readonly LonLat[]) => ring.map(([lon, lat]) => [lon, lat]);

const territory = (
  id: string,
  kind: TerritoryKind,
  nameLv: string,
  nameEn: string,
  rings: readonly (readonly LonLat[])[],
): Territory => ({
  ...provenance,
  id,
  kind,
  nameLv,
  nameEn,
  parents: [],
  atvk2009: null,
  atvk2021: null,
  atvk2021IsInferred: false,
  validFrom: '2021-07-01',
  validTo: null,
  areaKm2Official: null,
  centreName: null,
  centre: null,
  population: null,
  geometry: { type: 'Polygon', coordinates: rings.map(positions) },
});

const townHole = square(5, 5, 3);
export const territories: readonly Territory[] = [
  territory('skujenes-pagasts', 'parish', 'Šķūņu pagasts', 'Šķūņi Parish', [square(0, 0, 14), townHole]),
  territory('dzukstes-pagasts', 'parish', 'Džūkstes pagasts', 'Džūkste Parish', [square(14, 0, 14)]),
  territory('lapmezciema-pagasts', 'parish', 'Lapmežciema pagasts', 'Lapmežciems Parish', [
    square(0, 14, 14),
  ]),
  territory('vanes-pagasts', 'parish', 'Vānes pagasts', 'Vāne Parish', [square(14, 14, 14)]),
  territory('kandava', 'town', 'Kandava', 'Kandava', [townHole]),
  territory('kaimini', 'neighbour', 'Kaimiņu pagasts', 'Neighbour Parish', [square(28, 0, 20)]),
];

/** Inhabited squares: minutes grow by 4 with every kilometre from the town; the parish in the north-east has no way. */
export const homes = [0, 3, 6, 9, 12, 15, 18, 21, 24, 27].flatMap((east) =>
  [0, 3, 6, 9, 12, 15, 18, 21, 24, 27].map((north) => {
    const owner =
      east === 6 && north === 6 ? 4 : east >= 14 && north >= 14 ? 3 : north >= 14 ? 2 : east >= 14 ? 1 : 0;
    const minutes = owner === 3 ? null : 4 * Math.hypot(east - 6, north - 6);
    return { id: `1kmX${430 + east}Y${300 + north}`, people: 10 + east + north, owner, minutes };
  }),
);

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** The first of those with the longest way. */
const farthestOf = (own: typeof homes) =>
  own.toSorted((a, b) => (b.minutes ?? -1) - (a.minutes ?? -1) || (a.id < b.id ? -1 : 1))[0];

/** The median home stands for the parish: enough for a drawing. */
const row = (id: string, nameLv: string, nameEn: string, own: typeof homes): TerritoryRow => {
  const known = own.flatMap(({ minutes }) => minutes ?? []).sort((a, b) => a - b);
  const value = known[Math.floor(known.length / 2)] ?? null;
  const peopleByClass = [0, 0, 0, 0, 0];
  for (const { minutes, people } of own)
    if (minutes !== null)
      peopleByClass[classOf(minuteClasses, minutes)] =
        (peopleByClass[classOf(minuteClasses, minutes)] ?? 0) + people;
  return {
    id,
    nameLv,
    nameEn,
    people: sum(own.map(({ people }) => people)),
    value,
    reason: value === null ? 'no-route' : null,
    km: value === null ? null : value / 2,
    peopleByClass,
    peopleBlank: sum(own.filter(({ minutes }) => minutes === null).map(({ people }) => people)),
    farthest:
      value === null
        ? null
        : { cellId: farthestOf(own)?.id ?? '', settlement: 'Ķeguma', value: known.at(-1) ?? 0 },
    mainVenue: value === null ? null : { venue: 0, percent: 100 },
  };
};

const query: AccessQuery = {
  measure: 'nearest',
  offer: { kinds: ['library'] },
  mode: 'car',
  departure: null,
  cutoffMinutes: 30,
  venueStatuses: ['open'],
};

const venue = (id: string, nameLv: string, lonLat: LonLat) => ({
  ...{ id, nameLv, nameEn: nameLv, lonLat },
  ...{ people: 0, medianMinutes: null, farthest: null },
});

const units = territories.filter(({ kind }) => kind !== 'neighbour');

export const answer: AccessAnswer = {
  query,
  unit: 'min',
  classes: minuteClasses,
  cells: {
    ring: null,
    id: homes.map(({ id }) => id),
    people: homes.map(({ people }) => people),
    territory: homes.map(({ owner }) => owner),
    value: homes.map(({ minutes }) => minutes),
    reason: homes.map(({ minutes }) => (minutes === null ? 'no-route' : null)),
    minutes: homes.map(({ minutes }) => minutes),
    km: homes.map(({ minutes }) => (minutes === null ? null : minutes / 2)),
    venue: homes.map(({ minutes }) => (minutes === null ? null : 0)),
  },
  territories: units.map(({ id, nameLv, nameEn }, i) =>
    row(
      id,
      nameLv,
      nameEn,
      homes.filter(({ owner }) => owner === i),
    ),
  ),
  total: row('novads', 'Skuju novads', 'Skujas Municipality', homes),
  venues: [
    venue('kandavas-biblioteka', 'Kandavas bibliotēka', at(6.5, 6.5)),
    venue('dzukstes-biblioteka', 'Džūkstes bibliotēka', at(20, 6)),
    venue('dzukstes-otra-biblioteka', 'Džūkstes otrā bibliotēka', at(20, 6)),
  ],
  leftOut: { byStatus: { closed: 2 }, withoutPosition: 1, unsnapped: 0 },
};

const settlement = (id: string, nameLv: string, position: LonLat, people: number) => ({
  ...provenance,
  ...{ id, nameLv, kind: 'village', territoryId: 'skujenes-pagasts', position, positionQuality: null },
  population: { people, year: '2021', series: 'CSP', source: 'made up' },
});

const libraries = {
  'kandavas-biblioteka': 'library',
  'dzukstes-biblioteka': 'library',
  'dzukstes-otra-biblioteka': 'library',
} as const;

/** What the access answer of the fixture shows; `changes` replaces its answer or the kinds of its venues. */
export const subjectOf = (
  language: Language,
  level: Level,
  changes: { readonly answer?: AccessAnswer; readonly venueKinds?: Readonly<Record<string, VenueKind>> } = {},
): Subject =>
  accessSubject(changes.answer ?? answer, level, changes.venueKinds ?? libraries, words[language], language);

/** Everything a figure is drawn from, in a language and at a level; `more` replaces parts of it. */
export const figureInput = (
  language: Language,
  level: Level,
  more: Partial<FigureInput> = {},
): FigureInput => {
  const regionName = language === 'lv' ? 'Skuju novads' : 'Skujas Municipality';
  const titles = { query, level, regionName, venueName: '' };
  const title = defaultTitle(titles, words[language], language);
  const subtitle = defaultSubtitle(titles, words[language], language);
  return {
    language,
    words: words[language],
    title,
    subtitle,
    description: alternativeText(
      { title, subtitle, regionName, level, answer, isModel: true },
      words[language],
      language,
    ),
    widthMm: 160,
    level,
    subject: subjectOf(language, level),
    crs: 3059,
    territories,
    regionName,
    landcover: [
      {
        kind: 'sea',
        geometry: {
          type: 'Polygon',
          coordinates: [positions([at(-9, 28), at(40, 28), at(40, 45), at(-9, 45), at(-9, 28)])],
        },
      },
    ],
    roads: [
      { highway: 'primary', role: 'road', line: [at(-8, 6), at(6.5, 6.5), at(20, 6), at(44, 9)] },
      { highway: 'tertiary', role: 'road', line: [at(6.5, 6.5), at(7, 20)] },
      { highway: 'service', role: 'link', line: [at(7, 20), at(9, 20)] },
    ],
    settlements: [
      settlement('keguma', 'Ķeguma', at(3, 11), 120),
      settlement('zalites', 'Zālītes', at(7, 20), 80),
      settlement('cesvaine', 'Čiekuri', at(21, 11), 40),
    ],
    sources: [
      {
        dataset: 'territories',
        list: 'shipped',
        source: 'made up',
        licence: 'CC0',
        retrievedAt: '2026-10-24',
        isModel: true,
      },
      {
        dataset: 'venues',
        list: 'bibliotekas',
        source: 'a list of one',
        licence: 'CC BY 4.0',
        retrievedAt: '2026-11-01',
        isModel: false,
      },
    ],
    isModel: true,
    figureId: 'abcdefghijklmnopqrst',
    address: '/f/abcdefghijklmnopqrst',
    measureText,
    ...more,
  };
};
