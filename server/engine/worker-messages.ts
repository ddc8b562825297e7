import type { Fault, ProblemCode } from '#core/problem.ts';
import type { TaskKind } from './tasks/index.ts';
import type { World } from './world.ts';

/** A task for a thread. The world comes with the first task that needs it. */
export interface ToWorker {
  readonly key: string;
  readonly world: World | null;
  readonly kind: TaskKind;
  readonly task: unknown;
  /** Its first number becomes 1 when nobody waits for the answer any more. */
  readonly flag: Int32Array;
}

export type WorkerAnswer =
  | { readonly answer: unknown }
  | { readonly cancelled: true }
  | {
      readonly problem: {
        readonly code: ProblemCode;
        readonly faults: readonly Fault[];
        readonly values: Readonly<Record<string, string | number>>;
      };
    }
  | { readonly error: string };

/** The latest states of the data, with and without linked stops: questions may still be under way on the one before. */
export const worldsKept = 4;
