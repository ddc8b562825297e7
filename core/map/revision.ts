/**
 * Counts how figures are computed and drawn. Raise it by one with every change after which the same
 * specification on the same data gives other bytes: a measure's arithmetic, travel, layout, colours, words.
 * Settings (speeds, snapping, classes) count by themselves. `test/figures/revision.test.ts` fails while the
 * golden drawings change under the same number.
 */
export const figureRevision = 6;
