import type { Findings } from '#core/findings.ts';
import { reformDay } from '#core/place/atvk.ts';
import { Problem } from '#core/problem.ts';
import type { StatedFile } from './territory-file.ts';
import { type Before, createHistory, type History, type Named, type Parent } from './territory-history.ts';

/** Which units of a file are the region's, and to which municipalities they belong and belonged. */
export interface Family {
  readonly history: History;
  readonly municipalityIds: ReadonlySet<string>;
  parentsOf(unit: Named): readonly Parent[];
  isOwn(unit: Named): boolean;
}

/**
 * The units of the region's municipality and of every municipality that these belonged to: so that a municipality of
 * before is whole too.
 * @throws Problem `bad-import` where the municipality of the region is not in the file and nothing links to it.
 */
export function familyOf(
  file: Pick<StatedFile, 'units' | 'generation' | 'date'>,
  before: Before,
  findings: Findings,
): Family {
  const history = createHistory(before, file.generation, file.date);
  const found = new Map(file.units.map((unit) => [unit.code, history.parents(unit)]));
  const parentsOf = (unit: Named) => found.get(unit.code ?? '') ?? history.parents(unit);
  const { municipalityId } = before.region;
  const ofRegion = file.units.filter((unit) => parentsOf(unit).some(({ id }) => id === municipalityId));
  if (ofRegion.length === 0) throw notThere(file, before);
  const municipalityIds = new Set(ofRegion.flatMap((unit) => parentsOf(unit).map(({ id }) => id)));
  const isOneSided = ofRegion.every((unit) => {
    const isOld = parentsOf(unit).map(({ validFrom }) => validFrom < reformDay);
    return isOld.every((one) => one === isOld[0]);
  });
  if (isOneSided && before.codes.length === 0) findings.add({ code: 'history-unknown', values: {} });
  const isOwn = (unit: Named) => parentsOf(unit).some(({ id }) => municipalityIds.has(id));
  return { history, municipalityIds, parentsOf, isOwn };
}

function notThere(
  { units, generation }: Pick<StatedFile, 'units' | 'generation'>,
  { region }: Before,
): Problem {
  const names = [...new Set(units.map(({ municipality }) => municipality.name))];
  const value = `${generation === '2009' ? '2009-2021' : '2021-'}: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' ...' : ''}`;
  const expected = `${region.nameLv} (${region.municipalityId})`;
  return new Problem('bad-import', {
    faults: [{ field: units[0]?.spot.file ?? 'FILE', fault: 'unknown-reference', value, expected }],
  });
}
