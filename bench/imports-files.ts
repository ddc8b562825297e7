import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromLks92, toLks92 } from '#core/place/lks92.ts';
import type { Region } from '#core/place/region.ts';
import { latvia, syntheticAddresses } from '../test/official/addresses.ts';
import { cspZip, syntheticCountry } from '../test/official/csp.ts';
import { countryGridFile } from '../test/official/grid-files.ts';
import { writeVaris } from '../test/official/varis.ts';

/*
 * A country in the official formats, the same at every run: as large as Latvia, where all that is written down
 * belongs to the region, so that everything is kept and nothing is only skipped.
 */

const units = 587;
const vertices = 500_000;
/** Fields of 11 km, 32 in a row: they hold every square of `countryGridFile`. */
const place = { columns: 32, sideMetres: 11_000, east: 399_000, north: 184_000 };

export const country: Region = {
  id: 'bench',
  nameLv: 'Tukuma novads',
  nameEn: 'Tukums municipality',
  municipalityId: 'bench',
  municipalityCodes: ['0052000'],
  asOf: null,
  levels: ['town', 'parish'],
  languages: ['lv', 'en'],
  focalTown: { territoryId: 'bench-whole', nameLv: 'Tukums', nameEn: 'Tukums', lonLat: [23.1553, 56.9669] },
  bounds: [20.9, 55.6, 28.4, 58.1],
  networkBounds: [20.9, 55.6, 28.4, 58.1],
  crs: 3059,
  hasShippedData: false,
  timeZone: 'Europe/Riga',
};

const kinds = [
  ['Bibliotēkas', 'bibliotēka'],
  ['Kultūras centri', 'kultūras nams'],
  ['Muzeji', 'novadpētniecības muzejs'],
  ['Pasākumu norises vietas', 'parka estrāde'],
  ['Kultūrizglītības iestādes', 'Mūzikas skola'],
] as const;

const objectHeadings =
  '\ufeffObjekta ID,Objekta nosaukums,ISIL kods,Adrese,LAT,LON,LKS-92 X,LKS-92 Y,Kategorija,Tālrunis,E-pasts,ATVK,Mājaslapa,Attēls';

/** `objektusaraksts.csv`: objects inside the units in turn, with both kinds of coordinates and the code of the unit. */
const objectsFile = (count: number): string => {
  const rows = Array.from({ length: count }, (_, i) => {
    const unit = i % units;
    const round = Math.floor(i / units);
    const [category, word] = kinds[round % kinds.length] ?? kinds[0];
    // The inner third of the field, which no bend of its border reaches.
    const share = (n: number) => 0.35 + 0.3 * ((n * 0.618_034) % 1);
    const [column, row] = [unit % place.columns, Math.floor(unit / place.columns)];
    const lonLat = fromLks92({
      east: place.east + place.sideMetres * (column + share(i + 1)),
      north: place.north + place.sideMetres * (row + share(i * 3 + 1)),
    });
    const [lon, lat] = lonLat.map((degrees) => degrees.toFixed(6));
    const { east, north } = toLks92([Number(lon), Number(lat)]);
    const name = `Lauka${unit} ${round + 1}. ${word}`;
    const isil = category === 'Bibliotēkas' ? `LV-B${i}` : '';
    const address = `"Skolas iela ${round + 1}, Lauka${unit} pag., Tukuma nov., LV-3000"`;
    const code = `005${String(400 + unit).padStart(4, '0')}`;
    return `${i + 1},${name},${isil},${address},${lat},${lon},${north.toFixed(2)},${east.toFixed(2)},${category},63100000,,${code},www.lauka${unit}.lv,`;
  });
  return [objectHeadings, ...rows, ''].join('\r\n');
};

/** The made-up addresses of Latvia under the names of this country's units, and so many more in another. */
export function* countryAddresses(count: number, elsewhere: number) {
  let n = 0;
  for (const address of syntheticAddresses(count + elsewhere, latvia)) {
    // Of every so many in turn, so that both kinds are mixed as in a real file.
    const isOwn =
      Math.floor(((n + 1) * count) / (count + elsewhere)) > Math.floor((n * count) / (count + elsewhere));
    n += 1;
    const unit = Number(address.postcode?.slice(3)) - 3000;
    yield isOwn
      ? { ...address, unit: `Lauka${unit} pagasts`, municipality: 'Tukuma novads' }
      : { ...address, unit: `Malas${unit} pagasts`, municipality: 'Citu novads' };
  }
}

/** How many there are of each. */
export interface Sizes {
  readonly venues: number;
  readonly cells: number;
  readonly addresses: number;
  readonly fewAddresses: number;
}

/** Paths of what is imported. */
export interface OfficialFiles {
  readonly territories: readonly string[];
  readonly venues: readonly string[];
  readonly cells: readonly string[];
  readonly fewAddresses: readonly string[];
  /** As many rows as `addresses`, of which only as many as in `fewAddresses` lie in the region. */
  readonly mostlyElsewhere: readonly string[];
  readonly addresses: readonly string[];
}

/** Writes everything into a folder. */
export const writeOfficialFiles = (folder: string, sizes: Sizes): OfficialFiles => {
  const write = (name: string, bytes: string | Uint8Array): readonly string[] => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return [path];
  };
  const varis = (name: string, count: number, elsewhere = 0) => {
    const own = join(folder, name);
    mkdirSync(own);
    return writeVaris(countryAddresses(count, elsewhere), own);
  };
  return {
    territories: write('territorial_units_lv_1.2m.zip', cspZip(syntheticCountry({ units, vertices, place }))),
    venues: write('objektusaraksts.csv', objectsFile(sizes.venues)),
    cells: write('Grid_LV_1k_population_2019_PUBLIC.csv', countryGridFile(sizes.cells)),
    fewAddresses: varis('few', sizes.fewAddresses),
    mostlyElsewhere: varis('elsewhere', sizes.fewAddresses, sizes.addresses - sizes.fewAddresses),
    addresses: varis('all', sizes.addresses),
  };
};
