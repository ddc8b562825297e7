import { formatNumber } from '#core/language/format.ts';
import { sayWarning } from '#core/language/warnings.ts';
import type { ChangedRow, Difference } from '#core/place/difference.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { ImportReport } from '../context.ts';
import { language, say } from '../terminal.ts';
import { tell } from './words.ts';

/** So many findings of one kind are printed; all of them go into the file of `--report`. */
const printed = 50;

const count = (value: number): string => formatNumber(language, value);

const effectOf = ({ effect = 'kept' }: ImportWarning): string =>
  effect === 'kept' ? '' : ` [${tell(effect)}]`;

const printFindings = (findings: readonly ImportWarning[]): void => {
  for (const [, found] of Map.groupBy(findings, ({ code }) => code)) {
    for (const finding of found.slice(0, printed))
      say(`! ${sayWarning(finding, language)}${effectOf(finding)}`);
    if (found.length > printed) say(tell('more-findings', { count: count(found.length - printed) }));
  }
};

const nameOf = ({ id, name, fields }: ChangedRow): string =>
  `${name === null || name === id ? id : `${name} (${id})`}${fields.length === 0 ? '' : `: ${fields.join(', ')}`}`;

const printDifference = ({ dataset, same, added, changed, gone, examples }: Difference): void => {
  const numbers = { same: count(same), added: count(added), changed: count(changed), gone: count(gone) };
  say(tell('difference', { dataset, ...numbers }));
  for (const kind of ['added', 'changed', 'gone'] as const) {
    for (const row of examples.filter(({ change }) => change === kind))
      say(`  ${tell(kind)}  ${nameOf(row)}`);
    const more = { added, changed, gone }[kind] - examples.filter(({ change }) => change === kind).length;
    if (more > 0) say(`  ${tell(kind)}  ${tell('more-rows', { count: count(more) })}`);
  }
};

/** What an import found and changed, or would change: every count, every finding, every kind of difference. */
export const printReport = (report: ImportReport): void => {
  const { dataset, list, counts, differences = [], warnings, findings = [] } = report;
  printFindings([...warnings, ...findings.filter((finding) => !warnings.includes(finding))]);
  if (counts !== undefined) {
    const { read, kept, corrected, dropped } = counts;
    say(
      tell('counts', {
        read: count(read),
        kept: count(kept),
        corrected: count(corrected),
        dropped: count(dropped),
      }),
    );
  }
  for (const difference of differences) printDifference(difference);
  const isSame = warnings.some(({ code }) => code === 'same-file');
  const made = [{ dataset, rows: report.rows }, ...(report.also ?? [])];
  for (const one of made) {
    const values = { dataset: one.dataset, list, rows: count(one.rows), version: report.versionId };
    say(tell(report.isCheck ? 'checked' : isSame || one !== made[0] ? 'rows' : 'imported', values));
  }
  if (report.isCheck) say(tell('nothing-changed'));
  // What was read of streets is in the sentences above; the rest of it at GET /api/v1/streets.
  if (report.report !== undefined && dataset !== 'streets') say(JSON.stringify(report.report, null, 2));
};
