/** A running server on a fresh data folder, and a real Chromium to visit it with. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export interface World {
  readonly url: string;
  readonly folder: string;
  readonly browser: Browser;
  /** Where its programs put what they need for a moment. */
  readonly passing: string;
  /** The instant at which the browser's clock stands still; null for the clock on the wall. */
  readonly now: string | null;
  /** Runs a command of the project against the same data folder; resolves with its output and exit code. */
  run(...args: string[]): Promise<{ code: number | null; output: string }>;
  /** Ends the server process at once, as a crash would. */
  crash(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

const waitUntilReady = async (url: string, child: ChildProcess, log: () => string) => {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${log()}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the server did not get ready: ${log()}`);
};

export interface WorldOptions {
  /** The present for server and browser, so that dates and the reasons beside them are known; otherwise today's. */
  readonly now?: string;
  /** Name of a file in `geodata/regions`. */
  readonly region?: string;
  /** Called with the empty folder before the server starts on it. */
  readonly before?: (world: Pick<World, 'folder' | 'run'>) => Promise<void>;
}

/** Starts the server on an empty folder and opens a browser. Takes half a minute. */
export const openWorld = async ({ now, region, before }: WorldOptions = {}): Promise<World> => {
  if (!chromiumPath) throw new Error('no Chromium found: apt-get install chromium');
  const folder = mkdtempSync(join(tmpdir(), 'culture-map-journey-'));
  const passing = mkdtempSync(join(tmpdir(), 'culture-map-passing-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    TMPDIR: passing,
    LOG_LEVEL: 'warn',
    NO_COLOR: '1',
    ...(region === undefined ? {} : { REGION: region }),
  };
  delete env.DATABASE_URL;
  const program = now === undefined ? ['server/main.ts'] : ['test/journeys/serve-on.ts', now];
  let server: ChildProcess;
  let log = '';
  const start = async () => {
    server = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        log += chunk.toString();
      });
    }
    await waitUntilReady(url, server, () => log);
  };
  const run: World['run'] = (...args) =>
    new Promise((resolve) => {
      let output = '';
      const child = spawn(process.execPath, args, { env });
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          output += chunk.toString();
        });
      }
      child.on('close', (code) => resolve({ code, output }));
    });
  await before?.({ folder, run });
  await start();
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
  return {
    url,
    folder,
    passing,
    browser,
    now: now ?? null,
    run,
    crash: async () => {
      server.kill('SIGKILL');
      await ended(server);
    },
    restart: start,
    close: async () => {
      await browser.close();
      server.kill('SIGTERM');
      await ended(server);
      for (const gone of [folder, passing]) rmSync(gone, { recursive: true, force: true });
    },
  };
};

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything the browser complained about, and every request to a stranger. */
  readonly complaints: string[];
}

/** A visitor with a screen of the given width. Latvian unless told otherwise; no stored state. */
export const visit = async (
  world: World,
  path: string,
  width = 1280,
  options: { locale?: string } = {},
): Promise<Visit> => {
  const context = await world.browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    locale: options.locale ?? 'lv-LV',
    reducedMotion: 'reduce',
  });
  if (world.now !== null) await context.clock.setFixedTime(world.now);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const target = request.url();
    if (!target.startsWith(world.url) && !/^(data|blob):/.test(target))
      complaints.push(`a stranger was asked: ${target}`);
  });
  await page.goto(world.url + path);
  return { page, context, complaints };
};

/** Waits until the page's map has drawn everything. */
export const mapIdle = (page: Page) => page.waitForSelector('[data-map-state="idle"]', { timeout: 60_000 });

/** No violation of WCAG 2.2 AA that a machine can find. */
export const expectAccessible = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([]);
};

/** Nothing sticks out of the screen sideways. */
export const expectNoSidewaysScroll = async (page: Page) => {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
};

/** No cookie and no storage was left on the visitor's machine. */
export const expectNothingStored = async ({ page, context }: Visit) => {
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
};
