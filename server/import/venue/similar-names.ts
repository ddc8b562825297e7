import { fold } from '#core/language/fold.ts';

/** Words that say little about which one of many is meant. */
const weak = new Set(['un', 'ar', 'no', 'the', 'and', 'of', 'in', 'pagasts', 'pagasta', 'novads', 'novada']);

/** The words of a name that tell it from others, folded. */
export const tellingWords = (name: string): ReadonlySet<string> =>
  new Set(
    fold(name)
      .split(' ')
      .filter((word) => word.length > 1 && !weak.has(word)),
  );

/**
 * How alike two names are, from 0 to 1: the share of words they have in common (Dice, 1945). A name of several words
 * that is wholly inside the other counts as alike.
 */
export const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  if (one.size === 0 || other.size === 0) return 0;
  const common = [...one].filter((word) => other.has(word)).length;
  if (common > 1 && common === Math.min(one.size, other.size)) return 1;
  return (2 * common) / (one.size + other.size);
};
