import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A server of the project as a process of its own. */
export interface RunningServer {
  readonly url: string;
  /** Milliseconds from the start of the process until it said that it is ready. */
  readonly startMs: number;
  /** Resident memory in megabytes; null where the system does not tell. */
  memoryMb(): Promise<number | null>;
  stop(): Promise<void>;
}

const entry = fileURLToPath(new URL('../server/main.ts', import.meta.url));
/** As `npm start` runs it: a small nursery costs no speed here and saves about 80 MB. */
const flags = ['--max-semi-space-size=4'];
const patienceMs = 180_000;

/** Starts `server/main.ts` and waits for `/health/ready`. Throws with the last words of a server that ends before. */
export async function startServer(
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<RunningServer> {
  const start = performance.now();
  const child = spawn(process.execPath, [...flags, entry], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
      PORT: `${port}`,
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let lastWords = '';
  child.stderr.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2000);
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const inTime = await Promise.race([ended.then(() => true), sleep(15_000, false)]);
    if (!inTime) child.kill('SIGKILL');
    await ended;
  };
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`the server ended at its start: ${lastWords}`);
    if (performance.now() - start > patienceMs) {
      await stop();
      throw new Error(`the server was not ready after ${patienceMs / 1000} s: ${lastWords}`);
    }
    await sleep(20);
  }
  return { url, startMs: performance.now() - start, memoryMb: () => residentMb(child.pid), stop };
}

const isReady = (url: string) =>
  fetch(`${url}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );

async function residentMb(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(status);
  return match ? Number(match[1]) / 1024 : null;
}
