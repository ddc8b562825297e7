import { fold, slug } from '#core/language/fold.ts';
import {
  type AtvkGeneration,
  atvkCode,
  generationOf,
  generationSpan,
  reformDay,
  type TerritoryCode,
} from '#core/place/atvk.ts';
import type { Region } from '#core/place/region.ts';
import type { Territory } from '#core/place/territory.ts';

export type Parent = Territory['parents'][number];

/** A unit as a file names it. */
export interface Named {
  readonly name: string;
  readonly code: string | null;
  readonly municipality: { readonly name: string; readonly code: string | null };
}

/** What is known of units before a file is read: the current rows, and the classifier where it was brought. */
export interface Before {
  readonly region: Region;
  readonly territories: readonly Territory[];
  readonly codes: readonly TerritoryCode[];
}

/** Tells of the units of one file what is known from elsewhere. */
export interface History {
  /** Of a municipality of the file's generation. */
  municipalityId(municipality: Named['municipality'], generation?: AtvkGeneration): string;
  /** The current row of a unit; undefined when it is new. */
  known(unit: Named): Territory | undefined;
  /** Every municipality it belonged to, oldest first, that of the file among them. */
  parents(unit: Named): readonly Parent[];
  /** Codes of both generations; inferred ones are said to be. */
  codes(unit: Named): Pick<Territory, 'atvk2009' | 'atvk2021' | 'atvk2021IsInferred'>;
  /** What a municipality is called, by its id; null where only the file that is read can say. */
  municipalityName(id: string): string | null;
  /** Rows of the classifier by code. */
  rows(code: string): readonly TerritoryCode[];
}

/** Administrative units of before are another story: rajoni and their parishes. */
const beginning = generationSpan['2009'].from;

const other: Readonly<Record<AtvkGeneration, AtvkGeneration>> = { '2009': '2021', '2021': '2009' };

const ofGeneration = (territory: Territory, generation: AtvkGeneration): string | null =>
  generation === '2009' ? territory.atvk2009 : territory.atvk2021;

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Whether the region speaks of a municipality that was, by the row about it or by its id. */
const generationOfRegion = ({ region, territories }: Before): AtvkGeneration => {
  const row = territories.find(({ id }) => id === region.municipalityId);
  if (region.asOf != null) return region.asOf < reformDay ? '2009' : '2021';
  const isPast = region.municipalityId.endsWith('-2009') || (row !== undefined && row.validTo !== null);
  return isPast ? '2009' : '2021';
};

/**
 * @param generation of the codes in the file.
 * @param date on which the file holds; null: it does not say.
 */
export function createHistory(before: Before, generation: AtvkGeneration, date: string | null): History {
  const { region, territories, codes } = before;
  const byCode = Map.groupBy(codes, ({ code }) => code);
  const ofRegion = territories.find(({ id }) => id === region.municipalityId);
  const regionName = fold(region.nameLv.replace(/\(.*?\)/g, ''));
  const regionGeneration = generationOfRegion(before);

  const isRegion = ({ name, code }: Named['municipality'], of: AtvkGeneration): boolean => {
    if (of !== regionGeneration) return false;
    const codesOfRegion = (region.municipalityCodes ?? []).map((each) => atvkCode(each));
    if (code !== null && codesOfRegion.includes(code)) return true;
    const known = ofRegion === undefined ? null : ofGeneration(ofRegion, of);
    return code !== null && known !== null ? code === known : fold(name) === regionName;
  };
  const municipalityId: History['municipalityId'] = (municipality, of = generation) => {
    if (isRegion(municipality, of)) return region.municipalityId;
    const row = territories.find(
      (one) =>
        one.kind === 'municipality' &&
        municipality.code !== null &&
        ofGeneration(one, of) === municipality.code,
    );
    return row?.id ?? `${slug(municipality.name)}${of === '2009' ? '-2009' : ''}`;
  };

  const rows = (code: string) => byCode.get(code) ?? [];
  const nameOfCode = (code: string) => rows(code)[0]?.name ?? code;
  /** The code of the same unit in the other generation, where there is one alone or one of the same name. */
  const linked = ({ name, code }: Named): string | null => {
    if (code === null) return null;
    const all = rows(code).flatMap((row) => [...row.predecessors, ...row.successors]);
    const wanted = [...new Set(all)].filter((each) => generationAt(each) === other[generation]);
    const [only, second] = wanted;
    if (only !== undefined && second === undefined) return only;
    const named = wanted.filter((each) => fold(nameOfCode(each)) === fold(name));
    return named.length === 1 ? (named[0] ?? null) : null;
  };
  const generationAt = (code: string) => generationOf(code) ?? rows(code)[0]?.generation ?? null;

  const units = territories.filter(({ kind }) => kind !== 'municipality');
  const byFoldedName = Map.groupBy(units, ({ nameLv }) => fold(nameLv));
  const known: History['known'] = (unit) => {
    const link = linked(unit);
    const isSure = (one: Territory) => generation === '2009' || !one.atvk2021IsInferred;
    const byOwnCode = units.find(
      (one) => unit.code !== null && isSure(one) && ofGeneration(one, generation) === unit.code,
    );
    const byLink = units.find((one) => link !== null && ofGeneration(one, other[generation]) === link);
    const home = municipalityId(unit.municipality);
    const named = byFoldedName.get(fold(unit.name)) ?? [];
    const byName =
      named.find(({ parents }) => parents.some(({ id }) => id === home)) ??
      // Of a neighbour only the name is known; its code tells it from others, where it has one of this generation.
      named.find(
        (one) => one.parents.length === 0 && (ofGeneration(one, generation) ?? unit.code) === unit.code,
      );
    return byOwnCode ?? byLink ?? byName;
  };

  const names = new Map(territories.map(({ id, nameLv }) => [id, nameLv]));
  const parentsByCode = (code: string): Parent[] =>
    rows(code).flatMap((row) => {
      if (row.parentCode === null || row.level < 4) return [];
      const span = generationSpan[row.generation];
      const validTo = row.validTo ?? span.to;
      if (validTo !== null && validTo < beginning) return [];
      const name = nameOfCode(row.parentCode);
      const id = municipalityId({ name, code: row.parentCode }, row.generation);
      // A number alone is no municipality: what is known of the unit from elsewhere says which one it was.
      const isNamed = rows(row.parentCode).length > 0 || names.has(id) || id === region.municipalityId;
      if (!isNamed) return [];
      if (!names.has(id)) names.set(id, name);
      const from = row.validFrom ?? span.from;
      const isOlder = from < beginning;
      return [{ id, validFrom: isOlder ? beginning : from, validTo }];
    });

  const parents: History['parents'] = (unit) => {
    const found = new Map<string, Parent>();
    const link = linked(unit);
    const told = [
      ...(unit.code === null ? [] : parentsByCode(unit.code)),
      ...(link === null ? [] : parentsByCode(link)),
    ];
    for (const parent of told) found.set(parent.id, parent);
    const id = municipalityId(unit.municipality);
    const before = (known(unit)?.parents ?? []).filter((parent) => !found.has(parent.id));
    const isMoved = date !== null && !found.has(id) && before.every((parent) => parent.id !== id);
    for (const parent of before) {
      // Where the classifier does not tell the day on which a unit changed hands, the date of the file bounds it.
      const isOver = isMoved && generation === '2021' && parent.validTo === null;
      found.set(parent.id, isOver ? { ...parent, validTo: dayBefore(date) } : parent);
    }
    const span = generationSpan[generation];
    const wasElsewhere = [...found.values()].some(({ validTo }) => isMoved && validTo === dayBefore(date));
    if (!found.has(id))
      found.set(id, { id, validFrom: wasElsewhere ? (date ?? span.from) : span.from, validTo: span.to });
    return [...found.values()].toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  };

  const codesOf: History['codes'] = (unit) => {
    const row = known(unit);
    const link = linked(unit);
    if (generation === '2021') {
      return { atvk2009: link ?? row?.atvk2009 ?? null, atvk2021: unit.code, atvk2021IsInferred: false };
    }
    const isLinked = link !== null;
    return {
      atvk2009: unit.code,
      atvk2021: link ?? row?.atvk2021 ?? null,
      atvk2021IsInferred: !isLinked && (row?.atvk2021IsInferred ?? false),
    };
  };
  const municipalityName = (id: string) => names.get(id) ?? null;
  return { municipalityId, known, parents, codes: codesOf, municipalityName, rows };
}
