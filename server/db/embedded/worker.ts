/**
 * The thread that holds the embedded database. A query runs on the thread that asks for it, so here it
 * does not stop the server, and a stuck one is ended by ending the thread.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { parsers } from '../parsers.ts';
import type { Answer, FaultFields, QueryAnswer, Request, WorkerStart } from './messages.ts';

if (parentPort === null) throw new Error('This file runs as a worker.');
const port = parentPort;
const start = workerData as WorkerStart;

const reply = (answer: Answer, transfer: ArrayBuffer[] = []) => port.postMessage(answer, transfer);

const toFault = (error: unknown): FaultFields => {
  const fields = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  const read = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null);
  return {
    message: read('message') ?? String(error),
    code: read('code'),
    detail: read('detail'),
    constraint: read('constraint'),
    table: read('table'),
  };
};

const query = async (
  database: PGlite,
  sql: string,
  parameters: readonly unknown[],
): Promise<QueryAnswer & { isRead: boolean }> => {
  const result = await database.query(sql, [...parameters]);
  return {
    rows: result.rows,
    command: result.command ?? '',
    affectedRows: result.affectedRows ?? 0,
    isRead: result.fields.length > 0,
  };
};

/**
 * The database can fall into a state in which every query succeeds with no rows, and a statement that
 * overran its stack ends without saying which command was completed.
 */
const isCredible = async (database: PGlite, answer: QueryAnswer & { isRead: boolean }): Promise<boolean> => {
  if (answer.command === '') return false;
  return !answer.isRead || answer.rows.length > 0 || (await canarySings(database));
};

const canarySings = async (database: PGlite): Promise<boolean> =>
  (await database.query('select 1')).rows.length === 1;

const handle = async (database: PGlite, request: Request): Promise<void> => {
  switch (request.kind) {
    case 'query': {
      const answer = await query(database, request.sql, request.parameters);
      if (!(await isCredible(database, answer))) return reply({ id: request.id, kind: 'wedged' });
      const { rows, command, affectedRows } = answer;
      return reply({ id: request.id, kind: 'rows', rows, command, affectedRows });
    }
    case 'dump': {
      const dump = await database.dumpDataDir('gzip');
      const archive = new Uint8Array(await dump.arrayBuffer());
      return reply({ id: request.id, kind: 'dump', archive }, [archive.buffer]);
    }
    case 'close':
      await database.close();
      return reply({ id: request.id, kind: 'closed' });
  }
};

try {
  const database = await PGlite.create({
    dataDir: start.folder,
    extensions: { postgis },
    parsers: { ...parsers },
    ...(start.archive === null ? {} : { loadDataDir: new Blob([start.archive]) }),
  });
  port.on('message', (request: Request) => {
    handle(database, request).catch((error: unknown) =>
      reply({ id: request.id, kind: 'fault', fault: toFault(error) }),
    );
  });
  reply({ id: 0, kind: 'open' });
} catch (error) {
  reply({ id: 0, kind: 'not-open', fault: toFault(error) });
}
