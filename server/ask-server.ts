import { createReadStream, statSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Fault, Problem, type ProblemCode, problemCodes } from '#core/problem.ts';
import type { ImportManner } from './context.ts';

interface ProblemBody {
  readonly code?: string;
  /** The sentence with its values, in the language that was asked for. */
  readonly detail?: string;
  readonly errors?: readonly Fault[];
}

const toProblem = ({ code, detail, errors = [] }: ProblemBody): Problem => {
  const known: ProblemCode = problemCodes.find((each) => each === code) ?? 'internal';
  const values = { requestId: '-', ...(detail === undefined ? {} : { said: detail }) };
  return new Problem(known, { faults: errors, values });
};

const readAnswer = async <T>(status: number | undefined, body: string): Promise<T> => {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch (cause) {
    throw new Problem('unavailable', { cause });
  }
  if (status === undefined || status >= 300) throw toProblem((answer ?? {}) as ProblemBody);
  return answer as T;
};

/** What the server answers. @throws Problem its own; `unavailable` when it breaks off or answers no JSON. */
export const ask = async <T>(address: string, options: RequestInit = {}): Promise<T> => {
  let response: Response;
  let body: string;
  try {
    response = await fetch(address, options);
    body = await response.text();
  } catch (cause) {
    throw new Problem('unavailable', { cause });
  }
  return readAnswer<T>(response.status, body);
};

/**
 * Sends files one behind the other as they are read, so that they may be larger than the memory, and waits
 * for the answer as long as the server takes.
 */
export const send = async <T>(
  address: string,
  headers: Readonly<Record<string, string>>,
  paths: readonly string[],
  { signal, progress }: Pick<ImportManner, 'signal' | 'progress'> = {},
): Promise<T> => {
  const asked = request(address, { method: 'POST', headers, ...(signal && { signal }) });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve);
    asked.once('error', reject);
  });
  // The server may refuse before it has read everything: then its answer counts, not the broken pipe.
  answered.catch(() => undefined);
  try {
    for (const path of paths) await pour(path, asked, answered, progress);
    asked.end();
    const response = await answered;
    return await readAnswer<T>(response.statusCode, await text(response));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('unavailable', { cause: error });
  }
};

async function pour(
  path: string,
  asked: ReturnType<typeof request>,
  answered: Promise<IncomingMessage>,
  progress: ImportManner['progress'],
): Promise<void> {
  const isAnswered = answered.then(() => 'answered' as const);
  const { size } = statSync(path);
  let sent = 0;
  for await (const chunk of createReadStream(path)) {
    sent += (chunk as Buffer).byteLength;
    progress?.({ what: basename(path), done: sent, of: size });
    if (asked.write(chunk)) continue;
    const drained = new Promise<'drained'>((resolve) => {
      asked.once('drain', () => resolve('drained'));
    });
    if ((await Promise.race([drained, isAnswered])) === 'answered') return;
  }
}
