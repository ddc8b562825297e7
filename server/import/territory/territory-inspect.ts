import type { Findings } from '#core/findings.ts';
import { areaOf } from '#core/place/ring.ts';
import { findGaps, findOverlaps } from './territory-checks.ts';
import type { StatedFile } from './territory-file.ts';
import type { Before } from './territory-history.ts';
import { at, type Laid } from './territory-laid.ts';
import { swapRings, toPlane } from './territory-plane.ts';
import {
  checkArea,
  checkCodes,
  checkMissing,
  checkOutline,
  sayMisfit,
  sayScreen,
} from './territory-report.ts';
import { planeToDegrees } from './territory-rows.ts';
import { soundPolygons } from './territory-shape.ts';

/** How the units fit together, and how they agree with what the file and the classifier state. */
export function inspect(laid: Laid, file: StatedFile, before: Before, findings: Findings): void {
  const { units, coverage, family, own, neighbours, screen } = laid;
  const ownSet = new Set(own);
  const place = planeToDegrees(before.region);
  for (const misfit of [...findGaps(coverage), ...findOverlaps(coverage)]) {
    if (!misfit.units.some((i) => ownSet.has(i))) continue;
    const names = misfit.units.map((i) => at(units, i).name);
    sayMisfit(misfit, names, place, findings);
  }
  const ownUnits = own.map((i) => at(units, i));
  for (const i of own) checkArea(at(units, i), areaOf(at(coverage.shapes, i)), findings);
  checkCodes(ownUnits, family, before, file, findings);
  checkMissing(units, family, before, file, findings);
  checkMunicipalities(laid, file, before, findings);
  sayScreen(screen, findings);
  for (const i of [...own, ...neighbours]) {
    if (at(units, i).isCorrected) findings.corrected();
    else findings.kept();
  }
  const outside = units.length - own.length - neighbours.length;
  if (outside > 0) findings.add({ code: 'units-outside', values: { count: outside } });
}

function checkMunicipalities(laid: Laid, file: StatedFile, before: Before, findings: Findings): void {
  const move = toPlane(file.epsg, before.region);
  for (const municipality of file.municipalities) {
    const { spot, name } = municipality;
    const id = laid.family.history.municipalityId(municipality);
    const outline = laid.outlines.find((one) => one.id === id);
    if (outline === undefined) continue;
    checkArea(municipality, areaOf(outline.shape), findings);
    if (municipality.rings === null) continue;
    const rings = laid.areSwapped ? swapRings(municipality.rings) : municipality.rings;
    const moved = rings.map((ring) => ring.map(move));
    const sound = soundPolygons(moved, file.outerIsClockwise, { findings, spot, name });
    if (sound !== null) checkOutline(municipality, sound.polygons, outline.shape, findings);
  }
}
