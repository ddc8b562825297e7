import { Problem } from '#core/problem.ts';

interface Waiter {
  readonly enter: () => void;
  readonly timer: NodeJS.Timeout;
}

/** One at a time, first come first served: holds the single connection of the embedded database. */
export class Gate {
  readonly #maxWaiting: number;
  readonly #waitMs: number;
  readonly #waiters: Waiter[] = [];
  #isTaken = false;

  constructor(maxWaiting: number, waitMs: number) {
    this.#maxWaiting = maxWaiting;
    this.#waitMs = waitMs;
  }

  /** @throws Problem `unavailable` when the queue is full or the wait too long. */
  async enter(): Promise<void> {
    if (!this.#isTaken) {
      this.#isTaken = true;
      return;
    }
    if (this.#waiters.length >= this.#maxWaiting) throw new Problem('unavailable');
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        reject(new Problem('unavailable'));
      }, this.#waitMs);
      const waiter: Waiter = { enter: resolve, timer };
      this.#waiters.push(waiter);
    });
  }

  leave(): void {
    const next = this.#waiters.shift();
    if (next === undefined) {
      this.#isTaken = false;
      return;
    }
    clearTimeout(next.timer);
    next.enter();
  }
}
