/** Everything that can go wrong in a way a person can act on. A new code needs words in both languages. */
export const problemCodes = [
  'bad-query',
  'bad-body',
  'not-found',
  'method-not-allowed',
  'not-acceptable',
  'too-large',
  'unsupported-media-type',
  'too-many-requests',
  'unauthorised',
  'unavailable',
  'timeout',
  'bad-import',
  'version-in-use',
  'version-forgotten',
  'dataset-needed',
  'bad-figure',
  'figures-full',
  'bad-config',
  'folder-in-use',
  'folder-damaged',
  'database-unreachable',
  'port-in-use',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One fault inside an input: which field, in which row of a file, and what to do. */
export interface Fault {
  /** Parameter, JSON pointer or column. */
  readonly field: string;
  /** 1-based line of the file, the header being line 1; absent for requests. */
  readonly row?: number;
  /** Of a workbook, where it stands: sheet and cell, "Pasākumi!C7". */
  readonly cell?: string;
  /** Key into `words.faults`, so that both languages can say it. */
  readonly fault: FaultCode;
  readonly value?: string;
  /** What would be accepted, for example "1-10000" or "car, bicycle, foot". */
  readonly expected?: string;
}

export const faultCodes = [
  'unknown-parameter',
  'repeated',
  'missing',
  'not-a-number',
  'out-of-range',
  'not-one-of',
  'malformed',
  'duplicate',
  'unknown-reference',
  'too-long',
  'no-glyph',
  'end-before-start',
  'merged-cells',
  'no-computed-value',
  'error-value',
  'several-sheets',
  'more-faults',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** Thrown where a fault is understood; translated to HTTP in `server/http/errors.ts`, to words in `core/language`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly faults: readonly Fault[];
  /** Values for the sentence, for example the holder of a lock. Never a secret, never a position. */
  readonly values: Readonly<Record<string, string | number>>;

  constructor(
    code: ProblemCode,
    options: { faults?: readonly Fault[]; values?: Record<string, string | number>; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.faults = options.faults ?? [];
    this.values = options.values ?? {};
  }
}
