import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerFigures } from './answers.ts';
import { figureFigures } from './figures.ts';
import type { Peer } from './peer.ts';
import { type Figure, printFigures, say, seconds } from './print.ts';
import { startServer } from './server.ts';

interface Aims {
  readonly firstStartS: number | null;
  readonly secondStartS: number;
  readonly memoryMb: number;
}

/** Start, answers, figures, memory and second start of the server on the embedded database. */
export async function onEmbedded(port: number): Promise<void> {
  const aims = { firstStartS: 60, secondStartS: 8, memoryMb: 1600 };
  await inFolder((folder) => report('embedded database', port, { DATA_DIR: folder }, aims));
}

/** The same on PostgreSQL. */
export async function onPostgres(peer: Peer | null, port: number): Promise<void> {
  if (!peer) {
    say('\nServer on PostgreSQL: not installed: apt-get install postgresql-15-postgis-3');
    return;
  }
  const address = await peer.createDatabase('culture');
  const aims = { firstStartS: null, secondStartS: 5, memoryMb: 400 };
  await inFolder((folder) => report('PostgreSQL', port, { DATA_DIR: folder, DATABASE_URL: address }, aims));
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-server-'));
  try {
    await work(join(folder, 'data'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function report(
  name: string,
  port: number,
  settings: Readonly<Record<string, string>>,
  aims: Aims,
): Promise<void> {
  const first = await startServer(port, settings);
  const firstMemory = await first.memoryMb();
  await first.stop();
  const second = await startServer(port, settings);
  try {
    printFigures(`Server on ${name}`, [
      startFigure('first start, until ready (page built before)', first.startMs, aims.firstStartS),
      startFigure('second start, until ready', second.startMs, aims.secondStartS),
      ...(await answerFigures(second.url)),
      ...(await figureFigures(second.url)),
      memoryFigure('resident memory of Node after the first start', firstMemory, aims.memoryMb),
      memoryFigure(
        'resident memory of Node after these answers and figures',
        await second.memoryMb(),
        aims.memoryMb,
      ),
    ]);
  } finally {
    await second.stop();
  }
}

function startFigure(what: string, startMs: number, aimS: number | null): Figure {
  const value = seconds(startMs);
  return aimS === null
    ? { what, value }
    : { what, value, aim: `within ${aimS} s`, isMet: startMs <= aimS * 1000 };
}

function memoryFigure(what: string, megabytes: number | null, aimMb: number): Figure {
  if (megabytes === null) return { what, value: 'not told by this system' };
  return { what, value: `${Math.round(megabytes)} MB`, aim: `under ${aimMb} MB`, isMet: megabytes < aimMb };
}
