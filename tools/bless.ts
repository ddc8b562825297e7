/**
 * `npm run bless`: accept what the golden tests draw now as right. Look at the difference in git
 * before committing it. A machine must never bless its own output, so this refuses under CI.
 */
import { spawnSync } from 'node:child_process';
import { stderr } from 'node:process';

if (process.env.CI) {
  stderr.write(
    'Goldens are accepted by a person, not by CI. Run "npm run bless" at your desk and look at the diff.\n',
  );
  process.exitCode = 1;
} else {
  const { status } = spawnSync('vitest', ['run', '--project', 'figures', '--project', 'queries'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, GOLDEN: 'accept' },
  });
  process.exitCode = status ?? 1;
}
