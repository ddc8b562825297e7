import { sentences } from './sentences.ts';

/** What is said of any import, whatever its source. */
export const versions = sentences({
  'more-findings': {
    lv: 'vēl {count} tādu pašu, kas šeit nav uzskaitīti: “{code}”',
    en: '{count} more of the same kind that are not listed here: “{code}”',
  },
  'found-often': {
    lv: '{sentence} (pavisam {count})',
    en: '{sentence} ({count} in all)',
  },
  'found-often-also': {
    lv: '{sentence} (pavisam {count}; arī rindās: {rows})',
    en: '{sentence} ({count} in all; also in rows {rows})',
  },
  'no-row-left': {
    lv: 'nevienu rindu nevarēja paturēt',
    en: 'not a single row could be kept',
  },
});
