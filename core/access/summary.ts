import { type ReasonCode, reasonCodes } from './answer.ts';

/** A value with the residents who have it; null is a blank. */
export interface Weighted {
  readonly value: number | null;
  readonly people: number;
}

/**
 * The smallest value that at least half of the residents do not exceed; blanks count as infinite, so the
 * median of a territory where half or more cannot get there is blank. Null over nobody. No interpolation
 * (`ceil(n / 2) - 1` of the sorted residents).
 */
export function weightedMedian(homes: readonly Weighted[]): number | null {
  const inhabited = homes.filter((home) => home.people > 0);
  const half = residents(inhabited) / 2;
  const sorted = inhabited
    .map((home) => ({ value: home.value ?? Infinity, people: home.people }))
    .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  let below = 0;
  for (const { value, people } of sorted) {
    below += people;
    if (below >= half) return Number.isFinite(value) ? value : null;
  }
  return null;
}

/** Mean per resident, blanks counted as 0 because their residents belong to the whole; null over nobody and when all are blank. */
export function weightedMean(homes: readonly Weighted[]): number | null {
  const inhabited = homes.filter((home) => home.people > 0);
  if (inhabited.every((home) => home.value === null)) return null;
  return inhabited.reduce((sum, home) => sum + (home.value ?? 0) * home.people, 0) / residents(inhabited);
}

export const residents = (homes: readonly Pick<Weighted, 'people'>[]) =>
  homes.reduce((sum, home) => sum + home.people, 0);

/** The reason that most residents of the blank homes have, of equally frequent ones the first of the list; `no-people` over nobody. */
export function commonReason(
  homes: readonly { readonly reason: ReasonCode | null; readonly people: number }[],
): ReasonCode {
  const count = (code: ReasonCode) => residents(homes.filter((home) => home.reason === code));
  const [first] = reasonCodes
    .map((code) => ({ code, people: count(code) }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people);
  return first?.code ?? 'no-people';
}
