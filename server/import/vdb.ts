import { Findings } from '#core/findings.ts';
import { fold } from '#core/language/fold.ts';
import type { Address } from '#core/place/address.ts';
import { createIndexBuilder } from '#core/place/geocode/build-index.ts';
import type { Settlement, Territory } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import { Problem } from '#core/problem.ts';
import type { BroughtFile } from '../context.ts';
import { locateTerritories } from '../db/queries/locate.ts';
import { readPlaces } from '../db/queries/places.ts';
import { filesIn } from './address/varis-addresses-files.ts';
import { createUnits } from './address/varis-addresses-units.ts';
import { type NamedPlace, readNames, vdbColumns } from './address/vdb-read.ts';
import { requireColumns, streamTable, type TableFile } from './format/streamed-table.ts';
import type { Zip } from './format/zip.ts';
import type { FilesImporter } from './importer.ts';
import { SettlementIds } from './territory/varis-territories-villages.ts';

const source = 'Latvijas Ģeotelpiskās informācijas aģentūra, Vietvārdu datubāze';
const rowsAtOnce = 5000;

/** The one table there is, in an archive or not. @throws Problem `bad-import`. */
const tableIn = (files: readonly BroughtFile[], zips: Zip[]): TableFile => {
  const [table, ...others] = [...filesIn(files, zips)].filter(({ name }) => /\.(csv|txt)$/i.test(name));
  if (table !== undefined && others.length === 0) return table;
  const value = others.map(({ name }) => name).join(', ');
  const fault = table === undefined ? 'missing' : 'duplicate';
  throw new Problem('bad-import', { faults: [{ field: 'CSV', fault, value }] });
};

/** Names whose parish is not told get the one they lie in; those that lie in none are elsewhere. */
const settle = async (
  places: readonly NamedPlace[],
  file: string,
  locate: (points: readonly LonLat[]) => Promise<readonly (string | null)[]>,
  findings: Findings,
): Promise<readonly NamedPlace[]> => {
  const untold = places.filter(({ territoryId }) => territoryId === null);
  const found: (string | null)[] = [];
  for (let i = 0; i < untold.length; i += rowsAtOnce) {
    found.push(...(await locate(untold.slice(i, i + rowsAtOnce).map(({ lonLat }) => lonLat))));
  }
  const located = new Map(untold.map((place, i) => [place, found[i] ?? null]));
  const outside = untold.filter((place) => located.get(place) === null).length;
  if (outside > 0) {
    findings.leftOut(outside);
    findings.add({ code: 'places-elsewhere', file, effect: 'dropped', values: { count: outside } });
  }
  return places.flatMap((place) => {
    const territoryId = place.territoryId ?? located.get(place) ?? null;
    if (territoryId === null) return [];
    if (place.territoryId === null) {
      const values = { name: place.name, value: place.unit ?? place.municipality ?? '' };
      findings.add({ code: 'place-by-point', file, row: place.row, effect: 'kept', values });
    }
    return [{ ...place, territoryId }];
  });
};

/** Without those whose name was there before in the same town or parish, which are named. */
const once = (places: readonly NamedPlace[], file: string, findings: Findings): readonly NamedPlace[] => {
  const seen = new Set<string>();
  return places.filter(({ name, kind, territoryId, row, note }) => {
    const key = `${kind === 'place-name'} ${fold(name)} ${territoryId}`;
    if (seen.has(key)) {
      findings.drop({ code: 'place-twice', file, row, values: { name } });
      return false;
    }
    seen.add(key);
    if (note === undefined) findings.kept();
    else {
      findings.corrected();
      findings.add({ code: note.code, file, row, field: note.field, effect: 'corrected', values: { name } });
    }
    return true;
  });
};

const toSettlements = (
  places: readonly NamedPlace[],
  known: readonly Settlement[],
): readonly Settlement[] => {
  const ids = new SettlementIds(known);
  return places.map(({ name, kind, territoryId, lonLat }) => {
    const { id, known: before } = ids.find(name, territoryId ?? '');
    return {
      id,
      nameLv: name,
      kind,
      territoryId,
      position: lonLat,
      positionQuality: 'point of the register',
      population: before?.population ?? null,
      source,
      confidence: 'official',
      isModel: false,
    };
  });
};

const toAddresses = (
  places: readonly NamedPlace[],
  territories: readonly Territory[],
): readonly Address[] => {
  const names = new Map(territories.map(({ id, nameLv }) => [id, nameLv]));
  return places.map(({ id, name, municipality, territoryId, lonLat }) => ({
    id,
    kind: 'place-name',
    name,
    street: null,
    village: null,
    unit: names.get(territoryId ?? '') ?? null,
    municipality,
    postcode: null,
    territoryId,
    lonLat,
  }));
};

async function* inBatches(rows: readonly Address[]): AsyncGenerator<readonly Address[]> {
  for (let i = 0; i < rows.length; i += rowsAtOnce) yield rows.slice(i, i + rowsAtOnce);
}

/**
 * Place names of the national database (VDB): its CSV, or the archive with it. Towns, villages and hamlets take the
 * place of the settlements that were there; farmsteads and all other names stand beside the addresses of the register.
 */
export const vdb: FilesImporter = async ({ database, progress }, files) => {
  const findings = new Findings();
  const zips: Zip[] = [];
  try {
    const { territories, settlements } = await readPlaces(database.db);
    const file = tableIn(files, zips);
    const table = await streamTable(file);
    requireColumns(file.name, table, vdbColumns);
    const step = (done: number) => progress?.({ what: 'vdb', done, of: null });
    const names = await readNames(table, file.name, createUnits(territories), findings, step);
    const locate = (points: readonly LonLat[]) => locateTerritories(database.bulk, points);
    const places = once(await settle(names, file.name, locate, findings), file.name, findings);
    const villages = places.filter(({ kind }) => kind !== 'place-name');
    if (villages.length === 0) {
      const expected = 'ciems, mazciems, pilsēta';
      throw new Problem('bad-import', {
        faults: [{ field: `${file.name}: veids`, fault: 'missing', expected }],
      });
    }
    const rows = toAddresses(
      places.filter(({ kind }) => kind === 'place-name'),
      territories,
    );
    const index = createIndexBuilder('place-name');
    for (const row of rows) index.add(row);
    const encode = () => new TextEncoder().encode(JSON.stringify(index.finish()));
    return {
      contents: [
        { dataset: 'settlements', rows: toSettlements(villages, settlements) },
        ...(rows.length === 0
          ? []
          : [
              {
                dataset: 'addresses',
                batches: inBatches(rows),
                expected: rows.length,
                index: encode,
              } as const,
            ]),
      ],
      warnings: [],
      findings,
      beside: ['addresses'],
      title: 'Vietvārdu datubāze',
      source,
      licence: 'CC0 1.0',
    };
  } finally {
    for (const zip of zips) zip.close();
  }
};
