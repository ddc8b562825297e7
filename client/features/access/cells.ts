import type { AccessAnswer, ReasonCode } from '#core/access/answer.ts';
import { rangeOfCell } from '#core/map/people-range.ts';
import type { PeopleRange } from '#core/place/small-counts.ts';

/** One cell of an answer, out of its columns. */
export interface CellRow {
  readonly id: string;
  readonly people: number;
  /** Fewest and most residents; null where the count is exact. */
  readonly range: PeopleRange | null;
  readonly territoryId: string;
  readonly value: number | null;
  readonly reason: ReasonCode | null;
  readonly minutes: number | null;
  readonly km: number | null;
  /** Index into the answer's venues. */
  readonly venue: number | null;
}

/** The cell of an id, or null where the answer has no such cell. */
export function findCell({ cells, territories }: AccessAnswer, id: string): CellRow | null {
  const index = cells.id.indexOf(id);
  if (index < 0) return null;
  return {
    id,
    people: cells.people[index] ?? 0,
    range: rangeOfCell(cells, index),
    territoryId: territories[cells.territory[index] ?? -1]?.id ?? '',
    value: cells.value[index] ?? null,
    reason: cells.reason[index] ?? null,
    minutes: cells.minutes[index] ?? null,
    km: cells.km[index] ?? null,
    venue: cells.venue[index] ?? null,
  };
}

export interface BlankGroup {
  readonly reason: ReasonCode;
  readonly cells: number;
  readonly people: number;
}

/** Cells without a value, by reason, with the residents in them; most residents first. */
export function blankGroups({ cells }: AccessAnswer): readonly BlankGroup[] {
  const groups = new Map<ReasonCode, { cells: number; people: number }>();
  cells.reason.forEach((reason, index) => {
    if (reason === null || cells.value[index] !== null) return;
    const group = groups.get(reason) ?? { cells: 0, people: 0 };
    groups.set(reason, { cells: group.cells + 1, people: group.people + (cells.people[index] ?? 0) });
  });
  return [...groups]
    .map(([reason, group]) => ({ reason, ...group }))
    .sort((a, b) => b.people - a.people || b.cells - a.cells);
}
