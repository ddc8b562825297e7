import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundaryAgreement } from './agreement-boundaries.ts';
import { populationAgreement } from './agreement-population.ts';
import { roadAgreement } from './agreement-roads.ts';
import type { Datasets } from './datasets.ts';
import { between } from './markdown.ts';
import { geodataFolder } from './tables.ts';

const marker = 'agreement';

/** How the model agrees with the published figures, as Markdown lines. */
export function agreementReport(data: Datasets): string[] {
  return [
    '### Boundaries',
    '',
    ...boundaryAgreement(data.cells),
    '',
    '### Population',
    '',
    ...populationAgreement(data.population),
    '',
    '### Roads',
    '',
    ...roadAgreement(data.streets),
    ...data.plan.warnings.map(({ en }) => `- ${en}.`),
  ];
}

/** SOURCES.md with a fresh report between its markers. */
export function sourcesText(report: readonly string[]): string {
  return between(readFileSync(join(geodataFolder, 'SOURCES.md'), 'utf8'), marker, report);
}

export function writeSources(report: readonly string[]): void {
  writeFileSync(join(geodataFolder, 'SOURCES.md'), sourcesText(report));
}
