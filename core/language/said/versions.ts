import { sentences } from './sentences.ts';

/** What is said of any import, whatever its source. */
export const versions = sentences({
  'more-findings': {
    lv: 'vēl {count} tādu pašu, kas šeit nav uzskaitīti: “{code}”',
    en: '{count} more of the same kind that are not listed here: “{code}”',
  },
});
