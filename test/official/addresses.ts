import type { Address } from '#core/place/address.ts';

/*
 * A country of made-up addresses, the same at every call: towns with streets and numbers, parishes with villages and
 * farms. Names repeat as they do in Latvia: every parish has its "Bērzi", every town its "Skolas iela".
 */

const roots = (
  'Bērz Liep Ozol Kļav Apš Egl Priež Vītol Kārkl Alkšņ Paegl Lazd Pīlādž Ābol Ķirš Plūm Rudz Mies Auz Lin ' +
  'Kaln Lej Grav Purv Mež Birz Sil Pļav Dzirnav Muiž Krog Skol Baznīc Smilš Akmeņ Ezer Up Strauj Avot Krast ' +
  'Zvirbuļ Vanag Bezdelīg Dzērv Stārķ Cielav Strazd Lakstīgal Ērgļ Dūj Lāč Vilk Lapš Zaķ Brieź Stirn Āpš Bebr ' +
  'Saul Zvaigzn Rīt Vakar Rasām Miglāj Gaism Ziem Pavasar Vasar Lauk Druv Tīrum Dārz Rož Magon Pien Āboliņ ' +
  'Cēl Dižen Gail Irb Jāņ Kūm Līdak Mārtiņ Namiķ Oš Pēter Rēzn Siman Tomēn Ulm Vecvagar Žagat Ģērmaņ Šķēr'
).split(' ');
const endings = [
  'i',
  'as',
  'iņi',
  'nieki',
  'ītes',
  'kalni',
  'lejas',
  'sētas',
  'mājas',
  'gali',
  'upītes',
  'pļavas',
];
const beginnings = ['', '', '', 'Vec', 'Jaun', 'Kalna', 'Lejas', 'Mazā', 'Lielā', 'Meža', 'Upes', 'Ziemeļ'];
const streetNames = roots.flatMap((root) => [
  `${root}u iela`,
  `${root}iņu iela`,
  `Vec${root.toLowerCase()}u iela`,
]);

/** Mulberry32: the same numbers from 0 to 1 for the same seed. */
const createRandom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const pick = <T>(random: () => number, of: readonly T[]): T => {
  const one = of[Math.floor(random() * of.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

/** "Vecbērziņi", "Kalna Ozoli". */
const farmName = (random: () => number): string => {
  const [beginning, root] = [pick(random, beginnings), pick(random, roots)];
  const rest = `${root}${pick(random, endings)}`;
  if (beginning === '') return rest;
  return /[aā]s?$/.test(beginning) ? `${beginning} ${rest}` : `${beginning}${rest.toLowerCase()}`;
};

const houseNumber = (random: () => number, n: number): string => {
  const more = random();
  if (more < 0.8) return `${n}`;
  if (more < 0.93) return `${n}${pick(random, ['A', 'B', 'C', 'D'])}`;
  return more < 0.97 ? `${n} k-${1 + Math.floor(random() * 3)}` : `${n}/${n + 2}`;
};

export interface Country {
  readonly municipalities: number;
  readonly parishesIn: number;
  readonly townsIn: number;
  /** In degrees: where it lies. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
}

/** As many units as Latvia has, or one municipality like Tukums. */
export const latvia: Country = {
  municipalities: 36,
  parishesIn: 14,
  townsIn: 2,
  bounds: [21.1, 56.0, 27.9, 57.8],
};
export const oneMunicipality: Country = {
  municipalities: 1,
  parishesIn: 21,
  townsIn: 2,
  bounds: [22.4, 56.7, 23.7, 57.2],
};

/** Town or parish with what lies in it. */
interface Unit {
  readonly municipality: string;
  readonly name: string;
  readonly isTown: boolean;
  readonly at: readonly [number, number];
}

const unitsOf = (country: Country, random: () => number): readonly Unit[] => {
  const [west, south, east, north] = country.bounds;
  return Array.from({ length: country.municipalities }, (_, m) => {
    const municipality = `${roots[m % roots.length]}${m >= roots.length ? 'pils' : ''}a novads`;
    return Array.from({ length: country.parishesIn + country.townsIn }, (_, u): Unit => {
      const isTown = u < country.townsIn;
      const root = roots[(m * 17 + u * 5) % roots.length] ?? '';
      const name = isTown ? `${root}pils${u}` : `${root}${u % 2 === 0 ? 'u' : 'ciema'} pagasts`;
      const at = [west + random() * (east - west), south + random() * (north - south)] as const;
      return { municipality, name, isTown, at };
    });
  }).flat();
};

/** A town has about 80 streets, the villages of a parish 12. */
const streetOf = (random: () => number, unit: number, isTown: boolean): string =>
  streetNames[(unit * 31 + Math.floor(random() * (isTown ? 80 : 12))) % streetNames.length] ?? '';

/** Half in streets, half farms, at least `count` of them; no two alike. */
export function* syntheticAddresses(count: number, country: Country = latvia, seed = 1): Generator<Address> {
  const random = createRandom(seed);
  const units = unitsOf(country, random);
  const perUnit = Math.ceil(count / units.length);
  let id = 100_000_000;
  for (const [n, unit] of units.entries()) {
    const seen = new Set<string>();
    for (let i = 0; i < perUnit && id - 100_000_000 < count; ) {
      const lonLat = [unit.at[0] + (random() - 0.5) * 0.15, unit.at[1] + (random() - 0.5) * 0.08] as const;
      const inVillage = unit.isTown || random() < 0.3;
      const village =
        unit.isTown || !inVillage ? null : `${roots[(n * 7 + Math.floor(random() * 6)) % roots.length]}ciems`;
      const street = unit.isTown || (inVillage && random() < 0.6) ? streetOf(random, n, unit.isTown) : null;
      const name = street === null ? farmName(random) : houseNumber(random, 1 + Math.floor(random() * 90));
      const key = `${street} ${village} ${name}`;
      if (seen.has(key)) continue;
      seen.add(key);
      i += 1;
      id += 1;
      yield {
        id: `${id}`,
        kind: 'house',
        name,
        street,
        village,
        unit: unit.name,
        municipality: unit.municipality,
        postcode: `LV-${3000 + n}`,
        territoryId: null,
        lonLat: [Number(lonLat[0].toFixed(7)), Number(lonLat[1].toFixed(7))],
      };
    }
  }
}

/** As it stands on a letter: "Skolas iela 7, Slampe, Slampes pag., Tukuma nov., LV-3119". */
export const labelOf = ({ name, street, village, unit, municipality, postcode }: Address): string =>
  [
    street === null ? `"${name}"` : `${street} ${name}`,
    village,
    unit?.replace(/ pagasts$/, ' pag.'),
    municipality?.replace(/ novads$/, ' nov.'),
    postcode,
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(', ');
