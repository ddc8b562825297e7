import { Transform, type TransformCallback } from 'node:stream';
import { FetchFailure } from './failure.ts';

const megabyte = 1_000_000;

/** Lets bytes through until there are too many of them, counted after unpacking. */
export const atMost = (
  mostBytes: number,
  alreadyThere = 0,
  onBytes: (bytes: number) => void = () => undefined,
): Transform => {
  let bytes = alreadyThere;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      bytes += chunk.length;
      if (bytes > mostBytes) return done(tooLarge(mostBytes));
      onBytes(bytes);
      done(null, chunk);
    },
  });
};

export const tooLarge = (mostBytes: number): FetchFailure =>
  new FetchFailure('too-large', { values: { megabytes: mostBytes / megabyte } });

/** Ends a body of which nothing more arrives. */
export const notIdle = (idleMs: number, host: string): Transform => {
  const values = { host, seconds: Math.ceil(idleMs / 1000) };
  const transform = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      timer.refresh();
      done(null, chunk);
    },
    final(done) {
      clearTimeout(timer);
      done();
    },
    destroy(error, done) {
      clearTimeout(timer);
      done(error);
    },
  });
  const timer = setTimeout(
    () => transform.destroy(new FetchFailure('timed-out', { values, isPassing: true })),
    idleMs,
  );
  return transform;
};

/** Looks at the first bytes once they are there, before the rest is waited for. */
export const lookAtHead = (headBytes: number, check: (head: Buffer) => void): Transform => {
  let head: Buffer | null = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        if (head !== null) head = Buffer.concat([head, chunk]);
        if (head !== null && head.length >= headBytes) {
          check(head.subarray(0, headBytes));
          head = null;
        }
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        if (head !== null) check(head);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
};
