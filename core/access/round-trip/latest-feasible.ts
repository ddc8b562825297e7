/**
 * For many items at once, the last of `count` candidates, in ascending order, that an item stands; null
 * where it stands none. An item that stands a candidate stands all before it, so the candidates are halved,
 * each time only for the items still in question: `probe` runs about (distinct results) x log2(count) times.
 *
 * @param probe prepares candidate i and tells for one item whether it stands it.
 */
export function latestFeasible<Item>(
  count: number,
  items: readonly Item[],
  probe: (candidate: number) => (item: Item) => boolean,
): Map<Item, number | null> {
  const found = new Map<Item, number | null>();
  // The items stand candidate `low` (or it is -1) and do not stand `high` (or it is `count`).
  const divide = (low: number, high: number, group: readonly Item[]): void => {
    if (group.length === 0) return;
    if (high - low === 1) {
      for (const item of group) found.set(item, low < 0 ? null : low);
      return;
    }
    // The first one first: most items that fail it fail all.
    const middle = low < 0 ? 0 : (low + high) >> 1;
    const stands = probe(middle);
    const [later, earlier]: [Item[], Item[]] = [[], []];
    for (const item of group) (stands(item) ? later : earlier).push(item);
    divide(middle, high, later);
    divide(low, middle, earlier);
  };
  divide(-1, count, items);
  return found;
}
