import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { checkAddress, followTo, guardedLookup } from './address.ts';
import { FetchFailure, fromNetwork } from './failure.ts';

/** Everything that a download waits for, in milliseconds. */
export interface Waits {
  /** Until there is a connection. */
  readonly connectMs: number;
  /** Until the answer begins. */
  readonly answerMs: number;
  /** Between two pieces of the body. */
  readonly idleMs: number;
  /** One file altogether, pauses and new attempts included. */
  readonly wholeMs: number;
}

export interface Question {
  readonly address: URL;
  /** The address that the source states: it may be inside a private network, and nothing else may. */
  readonly own: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON to be posted; without it the question is a GET. */
  readonly post?: string;
  readonly waits: Pick<Waits, 'connectMs' | 'answerMs'>;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly message: IncomingMessage;
  /** After all redirections. */
  readonly address: URL;
}

const mostRedirects = 5;
const redirects = [301, 302, 303, 307, 308];

/**
 * Asks once and follows at most five redirections. The body is not read yet.
 * @throws FetchFailure when there is no answer, or a redirection that is not followed.
 */
export const askFor = async (question: Question): Promise<Answer> => {
  let { address } = question;
  checkAddress(address, question.own);
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const message = await askOnce({ ...question, address });
    const status = message.statusCode ?? 0;
    if (!redirects.includes(status)) return { status, message, address };
    message.destroy();
    // What was posted is posted again only where the standard asks for it (RFC 9110, 15.4).
    if (question.post !== undefined && status < 307) {
      const target = message.headers.location ?? '-';
      throw new FetchFailure('unsafe-redirect', { values: { host: address.host, target } });
    }
    address = followTo(message.headers.location, address, question.own);
  }
  throw new FetchFailure('too-many-redirects', { values: { host: address.host, most: mostRedirects } });
};

const askOnce = ({ address, own, headers, post, waits, signal }: Question): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = address.protocol === 'https:' ? requestHttps : requestHttp;
    const body = post === undefined ? null : Buffer.from(post);
    const length = body === null ? {} : { 'Content-Type': 'application/json', 'Content-Length': body.length };
    const asked = request(address, {
      // A connection of its own, which ends with the answer: the command must not wait for it.
      agent: false,
      method: body === null ? 'GET' : 'POST',
      headers: { ...headers, ...length },
      lookup: guardedLookup(address, own),
      signal,
    });
    const calm = watch(asked, address, waits);
    asked.once('response', (message) => {
      calm();
      resolve(message);
    });
    asked.on('error', (error) => {
      calm();
      reject(signal.aborted ? signal.reason : fromNetwork(error, address.host));
    });
    asked.end(body);
  });

/** Ends a question that nobody answers in time. Returns what ends the watching. */
function watch(asked: ClientRequest, { host, protocol }: URL, waits: Question['waits']): () => void {
  const giveUpAfter = (ms: number) =>
    setTimeout(() => {
      const values = { host, seconds: Math.ceil(ms / 1000) };
      asked.destroy(new FetchFailure('timed-out', { values, isPassing: true }));
    }, ms);
  let timer = giveUpAfter(waits.connectMs);
  asked.once('socket', (socket) => {
    socket.once(protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      timer = giveUpAfter(waits.answerMs);
    });
  });
  return () => clearTimeout(timer);
}
