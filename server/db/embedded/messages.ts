/** What the main thread asks of the worker that holds the embedded database. */
export type Request =
  | {
      readonly id: number;
      readonly kind: 'query';
      readonly sql: string;
      readonly parameters: readonly unknown[];
    }
  | { readonly id: number; readonly kind: 'dump' }
  | { readonly id: number; readonly kind: 'close' };

/** Body of a request, before it is numbered. */
export type Ask = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

export interface QueryAnswer {
  readonly rows: readonly unknown[];
  /** "SELECT", "INSERT", "COMMIT" ... */
  readonly command: string;
  readonly affectedRows: number;
}

/** What a database error says, carried over the thread border; the names are those of `pg`. */
export interface FaultFields {
  readonly message: string;
  readonly code: string | null;
  readonly detail: string | null;
  readonly constraint: string | null;
  readonly table: string | null;
}

export type Answer =
  /** Sent once, when the database is open. */
  | { readonly id: 0; readonly kind: 'open' }
  | { readonly id: 0; readonly kind: 'not-open'; readonly fault: FaultFields }
  | ({ readonly id: number; readonly kind: 'rows' } & QueryAnswer)
  | { readonly id: number; readonly kind: 'dump'; readonly archive: Uint8Array }
  | { readonly id: number; readonly kind: 'closed' }
  | { readonly id: number; readonly kind: 'fault'; readonly fault: FaultFields }
  /** The canary is silent: an answer without rows cannot be believed and the database must be reopened. */
  | { readonly id: number; readonly kind: 'wedged' };

export interface WorkerStart {
  readonly folder: string;
  /** A backup to fill a new folder from. */
  readonly archive: Uint8Array<ArrayBuffer> | null;
}
