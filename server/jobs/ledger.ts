import type { DatasetVersion } from '#core/place/provenance.ts';
import type { JobProgress, ProgressAnswer } from '#core/transit/timetable-answer.ts';

/** Tells how far a part of a job is; a job that is one piece has the part null. */
export type Tell = (part: string | null, done: number, of: number) => void;

/** What is known of work that goes on beside requests: a line for each job, or for each part that it told of. */
export interface Ledger {
  /**
   * Not begun: something goes before it, another process has it in hand, or it failed and is tried again; why it
   * did stays where nothing else is said.
   */
  wait(job: string, versions: readonly DatasetVersion[], reason?: string | null): void;
  /** Begun; its lines of before go. */
  begin(job: string, versions: readonly DatasetVersion[]): Tell;
  finish(job: string): void;
  fail(job: string, versions: readonly DatasetVersion[], reason: string | null): void;
  read(): ProgressAnswer;
}

const namesOf = (versions: readonly DatasetVersion[]): JobProgress['dataVersions'] =>
  versions.map(({ dataset, id }) => ({ dataset, id }));

export function createLedger(): Ledger {
  const jobs = new Map<string, ReadonlyMap<string, JobProgress>>();
  const lineOf = (job: string, part: string | null, more: Omit<JobProgress, 'id' | 'kind'>): JobProgress => ({
    id: part === null ? job : `${job}/${part}`,
    kind: job,
    ...more,
  });
  const only = (job: string, more: Omit<JobProgress, 'id' | 'kind'>): void => {
    jobs.set(job, new Map([['', lineOf(job, null, more)]]));
  };
  return {
    wait(job, versions, reason) {
      const before = jobs.get(job)?.get('');
      const why = reason ?? (before?.state === 'waiting' ? before.reason : null);
      only(job, { done: 0, of: 0, state: 'waiting', reason: why, dataVersions: namesOf(versions) });
    },
    begin(job, versions) {
      const begun = {
        done: 0,
        of: 0,
        state: 'running',
        reason: null,
        dataVersions: namesOf(versions),
      } as const;
      only(job, begun);
      return (part, done, of) => {
        const lines = new Map(jobs.get(job));
        if (part !== null) lines.delete('');
        // A part that is whole is done, though the next one goes on.
        const state = part !== null && of > 0 && done >= of ? 'finished' : 'running';
        lines.set(part ?? '', lineOf(job, part, { ...begun, done, of, state }));
        jobs.set(job, lines);
      };
    },
    finish(job) {
      const lines = [...(jobs.get(job) ?? [])].map(
        ([part, line]) => [part, { ...line, state: 'finished' }] as const,
      );
      jobs.set(job, new Map(lines));
    },
    fail: (job, versions, reason) =>
      only(job, { done: 0, of: 0, state: 'failed', reason, dataVersions: namesOf(versions) }),
    read: () => ({ jobs: [...jobs.values()].flatMap((lines) => [...lines.values()]) }),
  };
}
