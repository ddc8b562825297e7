import { fill } from '#core/language/format.ts';
import type { Language } from '#core/language/routes.ts';
import type { Fault } from '#core/problem.ts';
import { reportAnswer, reportNoAnswer } from './connection.ts';
import type { ProblemView } from './ui/problem.ts';
import { wordsOf } from './ui/words.ts';

/** Body of `application/problem+json` (RFC 9457) as this API writes it. */
interface ProblemBody {
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly requestId?: string;
  readonly errors?: readonly (Fault & { readonly detail?: string })[];
}

/** Every way a call can fail: a problem the server told, an answer nobody can read, or no answer at all. */
export type Failure =
  | { readonly kind: 'problem'; readonly body: ProblemBody }
  | { readonly kind: 'strange'; readonly status: number }
  | { readonly kind: 'offline' };

export class ApiFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(failure.kind, cause === undefined ? undefined : { cause });
    this.name = 'ApiFailure';
    this.failure = failure;
  }

  /** HTTP status, or 0 where there was no answer. */
  get status(): number {
    if (this.failure.kind === 'offline') return 0;
    return this.failure.kind === 'problem' ? this.failure.body.status : this.failure.status;
  }
}

/** Values of a query string; null, undefined and '' are left out. */
export type QueryValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Address of an API answer, also for links to download. Texts of the answer come in `language`. */
export const apiUrl = (path: string, language: Language, query: QueryValues = {}): string => {
  const text = new URLSearchParams({ lang: language });
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') text.set(name, String(value));
  }
  // "next" links come from the API whole, with their own parameters.
  return path.includes('?') ? path : `${path}?${text}`;
};

/** Path of an address the API gave. Its host is left out: behind a proxy the server may not know its public name. */
export const ownPath = (href: string): string => {
  const { pathname, search } = new URL(href, window.location.href);
  return `${pathname}${search}`;
};

interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly body?: unknown;
  readonly accept?: string;
}

const fetchAnswer = async (url: string, options: RequestOptions): Promise<Response> => {
  const { signal, body, accept = 'application/json, application/geo+json' } = options;
  const headers: Record<string, string> = { Accept: accept };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      credentials: 'omit',
      ...(signal ? { signal } : {}),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    reportAnswer();
    return answer;
  } catch (error) {
    if (signal?.aborted) throw error;
    reportNoAnswer();
    throw new ApiFailure({ kind: 'offline' }, error);
  }
};

const failureOf = async (answer: Response): Promise<Failure> => {
  const type = answer.headers.get('Content-Type') ?? '';
  if (!type.includes('problem+json')) return { kind: 'strange', status: answer.status };
  try {
    return { kind: 'problem', body: (await answer.json()) as ProblemBody };
  } catch {
    return { kind: 'strange', status: answer.status };
  }
};

/**
 * JSON from the API. Throws `ApiFailure` for every failure except an abort, which passes through.
 * With a `body` the call is a POST.
 */
export const getJson = async <T>(url: string, options: RequestOptions = {}): Promise<T> => {
  const answer = await fetchAnswer(url, options);
  if (!answer.ok) throw new ApiFailure(await failureOf(answer));
  try {
    return (await answer.json()) as T;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiFailure({ kind: 'strange', status: answer.status }, error);
  }
};

/** Text from the API, for example a drawing; failures as in {@link getJson}. */
export const getText = async (url: string, options: RequestOptions = {}): Promise<string> => {
  const answer = await fetchAnswer(url, { accept: '*/*', ...options });
  if (!answer.ok) throw new ApiFailure(await failureOf(answer));
  return await answer.text();
};

/** A failure in the reader's words. Anything that is not an `ApiFailure` is a fault of the page itself. */
export const problemView = (error: unknown, language: Language): ProblemView => {
  const { shell } = wordsOf(language);
  const say = ([title, detail]: readonly [string, string]) => ({ title, detail, faults: [] });
  if (!(error instanceof ApiFailure)) return say(shell.crashed);
  const { failure } = error;
  switch (failure.kind) {
    case 'offline':
      return say(shell.offline);
    case 'strange':
      return say([shell.strangeAnswer[0], fill(shell.strangeAnswer[1], { status: failure.status })]);
    case 'problem':
      return {
        title: failure.body.title,
        detail: failure.body.detail ?? '',
        faults: (failure.body.errors ?? []).map((fault) => faultSentence(fault, language)),
      };
  }
};

const faultSentence = (fault: Fault & { readonly detail?: string }, language: Language): string => {
  const what = wordsOf(language).faults[fault.fault] ?? fault.detail ?? '';
  const expected = fault.expected === undefined ? '' : ` (${fault.expected})`;
  return `${fault.field}: ${what}${expected}`;
};
