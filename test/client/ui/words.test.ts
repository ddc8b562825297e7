import { expect, it } from 'vitest';
import { hasWords, loadWords, wordsOf } from '../../../client/ui/words.ts';

it('has no words of a language before they are fetched, and says so', async () => {
  expect(hasWords('en')).toBe(false);
  expect(() => wordsOf('en')).toThrow(/"en"/);
  await loadWords('en');
  expect(wordsOf('en').shell.doors.events).toBe('Events');
  expect(hasWords('lv')).toBe(false);
});
