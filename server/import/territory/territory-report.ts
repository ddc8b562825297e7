import type { Findings } from '#core/findings.ts';
import { fold } from '#core/language/fold.ts';
import { areaOf, type Polygons, type Xy } from '#core/place/ring.ts';
import type { LonLat } from '#core/place/units.ts';
import { commonOf, type Misfit } from './territory-checks.ts';
import type { Family } from './territory-family.ts';
import type { StatedFile, StatedMunicipality, StatedUnit } from './territory-file.ts';
import type { Before } from './territory-history.ts';
import type { ScreenShapes } from './territory-screen.ts';

export type Place = (at: Xy) => LonLat;

/** Drawn and stated areas may differ by this: generalised lines, and a scale of 0.9996. */
const areaPercent = 1;
/** Below, an outline and its units are the same to the eye. */
const outlineKm2 = 0.01;

const km2 = (squareMetres: number, digits = 2): number => Number((squareMetres / 1e6).toFixed(digits));

const codes = { gap: 'units-gap', sliver: 'units-sliver', overlap: 'units-overlap' } as const;

export function sayMisfit(
  { kind, squareMetres, at }: Misfit,
  names: readonly string[],
  place: Place,
  findings: Findings,
): void {
  const [lon, lat] = place(at);
  const shown = names.length > 4 ? [...names.slice(0, 4), '...'] : names;
  findings.add({
    code: codes[kind],
    values: {
      names: shown.join(', '),
      area: Math.round(squareMetres),
      lat: Number(lat.toFixed(5)),
      lon: Number(lon.toFixed(5)),
    },
  });
}

/** Of a unit or of a municipality, against the area that the file states. */
export function checkArea(
  unit: StatedUnit | StatedMunicipality,
  squareMetres: number,
  findings: Findings,
): void {
  const { areaKm2, spot, name } = unit;
  if (areaKm2 === null || areaKm2 <= 0) return;
  const percent = (squareMetres / 1e6 / areaKm2 - 1) * 100;
  if (Math.abs(percent) <= areaPercent) return;
  const said = `${percent > 0 ? '+' : ''}${percent.toFixed(1)}`;
  const values = { name, drawn: km2(squareMetres), stated: areaKm2, percent: said };
  findings.add({ code: 'area-differs', ...spot, values });
}

/** Of units of the region: inferred codes that were wrong, codes that the classifier does not know. */
export function checkCodes(
  own: readonly StatedUnit[],
  { history }: Family,
  { codes: classified }: Before,
  { generation }: StatedFile,
  findings: Findings,
): void {
  for (const unit of own) {
    const { code, name, spot } = unit;
    const known = history.known(unit);
    const was = known?.atvk2021IsInferred === true ? known.atvk2021 : null;
    if (generation === '2021' && was !== null && was !== code) {
      findings.add({ code: 'code-was-other', ...spot, field: 'code', values: { name, value: code, was } });
    }
    if (classified.length > 0 && history.rows(code).length === 0) {
      findings.add({ code: 'code-not-classified', ...spot, field: 'code', values: { name, value: code } });
    }
  }
}

/** Units that a municipality of the file ought to have: by the classifier on the day of the file, else by the rows before. */
export function checkMissing(
  units: readonly StatedUnit[],
  { history, municipalityIds }: Family,
  { codes: classified, territories }: Before,
  file: StatedFile,
  findings: Findings,
): void {
  const day = file.date ?? '9999-12-31';
  const present = new Set(units.map(({ code }) => code));
  const presentIds = new Set(units.map((unit) => history.known(unit)?.id));
  for (const municipality of file.municipalities) {
    const id = history.municipalityId(municipality);
    if (!municipalityIds.has(id)) continue;
    const listed = classified.filter(
      (row) =>
        row.level >= 4 &&
        row.parentCode !== null &&
        row.parentCode === municipality.code &&
        (row.validFrom ?? '') <= day &&
        (row.validTo ?? '9999-12-31') >= day,
    );
    const missing =
      listed.length > 0
        ? listed.filter(({ code }) => !present.has(code)).map(({ code, name }) => ({ name, code }))
        : territories
            .filter((row) => row.parents.some((parent) => parent.id === id) && !presentIds.has(row.id))
            .filter(
              (row) =>
                !units.some(
                  (unit) =>
                    fold(unit.name) === fold(row.nameLv) && history.municipalityId(unit.municipality) === id,
                ),
            )
            .map((row) => ({
              name: row.nameLv,
              code: (file.generation === '2009' ? row.atvk2009 : row.atvk2021) ?? '',
            }));
    for (const { name, code } of missing) {
      findings.add({ code: 'unit-missing', values: { name, value: code, municipality: municipality.name } });
    }
  }
}

/** The outline that a file states against the union of the units. */
export function checkOutline(
  { name, spot }: Pick<StatedMunicipality, 'name' | 'spot'>,
  outline: Polygons,
  union: Polygons,
  findings: Findings,
): void {
  const common = areaOf(commonOf(outline, union));
  const [uncovered, beyond] = [km2(areaOf(outline) - common, 3), km2(areaOf(union) - common, 3)];
  if (uncovered < outlineKm2 && beyond < outlineKm2) return;
  findings.add({ code: 'outline-differs', ...spot, values: { name, uncovered, beyond } });
}

export function sayScreen(
  { toleranceMetres, deviationMetres, places, fullPlaces }: ScreenShapes,
  findings: Findings,
): void {
  if (toleranceMetres === 0) return;
  const values = {
    metres: toleranceMetres,
    deviation: Number(deviationMetres.toFixed(1)),
    places,
    of: fullPlaces,
  };
  findings.add({ code: 'screen-simplified', values });
}
