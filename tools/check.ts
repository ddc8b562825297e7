/**
 * `npm run check`: everything a change must pass before it is committed, all at once, in under about
 * 20 seconds. Prints what failed and how long each part took.
 */
import { spawn } from 'node:child_process';
import { stdout } from 'node:process';

const parts: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['types', 'tsc', '-p', '.'],
  [
    'import rules',
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    'core',
    'server',
    'client',
    'migrations',
    'geodata',
  ],
  ['unused', 'knip'],
  ['core tests', 'vitest', 'run', '--project', 'core', '--reporter', 'dot'],
];

interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
}

const run = ([name, command, ...args]: (typeof parts)[number]): Promise<Outcome> =>
  new Promise((resolve) => {
    const started = performance.now();
    let output = '';
    const child = spawn(command, args, {
      shell: process.platform === 'win32',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const finish = (passed: boolean) =>
      resolve({ name, passed, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });

const outcomes = await Promise.all(parts.map(run));
for (const { name, passed, output, seconds } of outcomes) {
  stdout.write(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)\n`);
  if (!passed) stdout.write(`${output.trim()}\n\n`);
}
process.exitCode = outcomes.every((outcome) => outcome.passed) ? 0 : 1;
