import type { FetchFault } from '#core/language/said/fetch.ts';

interface Options {
  /** Values for the sentence. Never a secret. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Whether asking once more may help. */
  readonly isPassing?: boolean;
  /** How long the server asks to be left alone, in milliseconds. */
  readonly retryAfterMs?: number | null;
  readonly cause?: unknown;
}

/** Why a file could not be fetched; `core/language/said/fetch.ts` says it in words. */
export class FetchFailure extends Error {
  readonly code: FetchFault;
  readonly values: Readonly<Record<string, string | number>>;
  readonly isPassing: boolean;
  readonly retryAfterMs: number | null;

  constructor(
    code: FetchFault,
    { values = {}, isPassing = false, retryAfterMs = null, cause }: Options = {},
  ) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'FetchFailure';
    this.code = code;
    this.values = values;
    this.isPassing = isPassing;
    this.retryAfterMs = retryAfterMs;
  }
}

const ofDisk: Readonly<Record<string, FetchFault>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'no-rights',
  EPERM: 'no-rights',
  EROFS: 'no-rights',
  ENOTDIR: 'no-rights',
  EISDIR: 'no-rights',
};

const ofNetwork: readonly string[] = [
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
];
const ofBody: readonly string[] = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNABORTED', 'EPIPE'];

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What the disk says, as a failure; what it is not is given back. */
export const fromDisk = (error: unknown, path: string): unknown => {
  const code = ofDisk[codeOf(error)];
  return code === undefined ? error : new FetchFailure(code, { values: { path }, cause: error });
};

/** What the network says before there is an answer. A certificate that does not hold is no passing thing. */
export const fromNetwork = (error: unknown, host: string): unknown => {
  if (error instanceof FetchFailure) return error;
  const code = codeOf(error);
  const detail = code || (error instanceof Error ? error.message : String(error));
  if (ofNetwork.includes(code)) {
    const values = { host, detail };
    return new FetchFailure('unreachable', { values, isPassing: true, cause: error });
  }
  if (/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO)/.test(code)) {
    return new FetchFailure('certificate', { values: { host, detail }, cause: error });
  }
  if (code.startsWith('HPE_')) {
    return new FetchFailure('broken-answer', { values: { host, detail }, isPassing: true, cause: error });
  }
  return error;
};

/** What breaks while a body arrives. */
export const fromBody = (error: unknown, host: string): unknown => {
  if (error instanceof FetchFailure) return error;
  const code = codeOf(error);
  if (ofBody.includes(code))
    return new FetchFailure('cut', { values: { host }, isPassing: true, cause: error });
  if (/^(Z_|ERR_ZLIB|ERR__ERROR_FORMAT)/.test(code) || code.startsWith('ERR_BROTLI')) {
    return new FetchFailure('broken-answer', {
      values: { host, detail: code },
      isPassing: true,
      cause: error,
    });
  }
  return fromNetwork(error, host);
};
