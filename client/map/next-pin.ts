const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Id to which a key moves from the current one, around the ends; null for keys that do not move. */
export function nextPin(ids: readonly string[], current: string, key: string): string | null {
  if (key === 'Home') return ids[0] ?? null;
  if (key === 'End') return ids.at(-1) ?? null;
  const step = steps[key];
  if (step === undefined || ids.length === 0) return null;
  const at = Math.max(0, ids.indexOf(current));
  return ids[(at + step + ids.length) % ids.length] ?? null;
}
