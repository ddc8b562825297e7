import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/**
 * Compares text with a golden file byte by byte: a lost macron changes 0.002 % of the pixels, so goldens
 * are text and no percentage will do. `npm run bless` (GOLDEN=accept) writes what the code draws now.
 */
export const expectGolden = (name: string, text: string): void => {
  const file = fileURLToPath(new URL(`golden/${name}`, import.meta.url));
  if (process.env.GOLDEN === 'accept') {
    if (process.env.CI !== undefined) throw new Error('goldens are accepted by a person, never by CI');
    writeFileSync(file, text);
    return;
  }
  if (!existsSync(file)) throw new Error(`no golden ${name}: look at the drawing, then run npm run bless`);
  expect(text).toBe(readFileSync(file, 'utf8'));
};
