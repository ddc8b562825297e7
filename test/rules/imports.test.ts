import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('nobody imports across a wall', () => {
  const run = () =>
    execFileSync(
      'depcruise',
      [
        '--config',
        '.dependency-cruiser.mjs',
        '--output-type',
        'err-long',
        'core',
        'server',
        'client',
        'migrations',
        'geodata',
      ],
      {
        encoding: 'utf8',
      },
    );
  expect(run).not.toThrow();
  expect(run()).toMatch(/no dependency violations found \(\d{2,} modules/);
});
