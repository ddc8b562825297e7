import type { ProgressAnswer } from '#core/transit/timetable-answer.ts';

type JobProgress = ProgressAnswer['jobs'][number];

/** What is known of work that goes on beside requests, by id; a job that starts anew takes its old place. */
export interface Ledger {
  /** @returns what tells how far it is; a failure is told by throwing inside `run`. */
  run(
    id: string,
    kind: string,
    work: (step: (done: number, of: number) => void) => Promise<void>,
  ): Promise<void>;
  read(): ProgressAnswer;
}

export function createLedger(): Ledger {
  const jobs = new Map<string, JobProgress>();
  return {
    async run(id, kind, work) {
      const note = (change: Partial<JobProgress>) => {
        const before = jobs.get(id) ?? { id, kind, done: 0, of: 0, state: 'waiting' };
        jobs.set(id, { ...before, ...change });
      };
      note({ done: 0, of: 0, state: 'running' });
      try {
        await work((done, of) => note({ done, of }));
        note({ state: 'finished' });
      } catch (error) {
        note({ state: 'failed' });
        throw error;
      }
    },
    read: () => ({ jobs: [...jobs.values()] }),
  };
}
