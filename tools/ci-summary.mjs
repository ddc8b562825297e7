// node tools/ci-summary.mjs FOLDER PART...: adds up the JSON reports of the parts of a CI run and closes
// with the one line that says how it went. A part without a report counts as one failure.
import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';

const [folder, ...parts] = argv.slice(2);
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const part of parts) {
  try {
    const report = JSON.parse(readFileSync(`${folder}/${part}.json`, 'utf8'));
    sum.passed += report.numPassedTests;
    sum.failed += report.numFailedTests;
    sum.skipped += report.numPendingTests;
    // A file that does not even load has failed without any test of its own.
    if (report.success === false && report.numFailedTests === 0) sum.failed += 1;
    stdout.write(`${part}: ${report.numPassedTests} passed, ${report.numFailedTests} failed\n`);
  } catch {
    sum.failed += 1;
    stdout.write(`${part}: did not run to its end\n`);
  }
}
stdout.write(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}\n`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
