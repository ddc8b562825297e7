import type { Said } from '#core/place/provenance.ts';
import { buildDatasets, type Datasets } from './datasets.ts';
import { headerOf } from './headers.ts';
import { agreementReport, writeSources } from './report.ts';
import { timetableTexts, writeTimetable } from './timetable.ts';
import { modelText, writeModel } from './write.ts';

/** The seven model files as text, by dataset. */
export function modelTexts(data: Datasets): Record<string, string> {
  const missing = data.settlements.filter(({ position }) => position === null);
  const names = missing.map(({ nameLv }) => nameLv).join(', ');
  const noPosition = { lv: `Nav zināms, kur atrodas: ${names}.`, en: `No position is known for: ${names}.` };
  const rows = (
    dataset: Parameters<typeof headerOf>[0],
    list: readonly unknown[],
    warnings: readonly Said[] = [],
  ) => modelText(headerOf(dataset, warnings), { rows: list });
  return {
    territories: rows('territories', data.territories),
    settlements: rows('settlements', data.settlements, missing.length === 0 ? [] : [noPosition]),
    population: rows('population', data.population),
    venues: rows('venues', data.venues),
    events: rows('events', data.events),
    streets: modelText(headerOf('streets', data.plan.warnings), {
      nodes: data.streets.nodes,
      edges: data.streets.edges,
    }),
    landcover: rows('landcover', data.landcover),
  };
}

/**
 * Builds `geodata/model` and `geodata/timetable` from `geodata/facts` and `geodata/assumptions`, writes how it agrees with
 * published figures into SOURCES.md, and returns that report as Markdown lines.
 */
export function buildGeodata(): string[] {
  const data = buildDatasets();
  for (const [dataset, content] of Object.entries(modelTexts(data))) {
    writeModel(dataset as Parameters<typeof writeModel>[0], content);
  }
  writeTimetable(timetableTexts(data));
  const report = agreementReport(data);
  writeSources(report);
  return report;
}

if (import.meta.main) {
  for (const line of buildGeodata()) process.stdout.write(`${line}\n`);
}
