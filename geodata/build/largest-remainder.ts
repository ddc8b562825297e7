/**
 * Whole numbers near the given amounts that add up to `total` exactly: everyone gets the whole part,
 * then the largest remainders get one more (Hare-Niemeyer). Equal remainders go to the earlier one.
 * The amounts must add up to `total` within half a unit.
 */
export function largestRemainder(amounts: readonly number[], total: number): number[] {
  const whole = amounts.map(Math.floor);
  const missing = total - whole.reduce((a, b) => a + b, 0);
  if (missing < 0 || missing > amounts.length) throw new Error(`the amounts do not add up to ${total}`);
  const order = amounts
    .map((amount, index) => ({ index, remainder: amount - Math.floor(amount) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of order.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}
