import { expect, it } from 'vitest';
import { languages } from '#core/language/routes.ts';
import { sayWarning } from '#core/language/warnings.ts';
import { warningCodes } from '#core/warning.ts';

const values = {
  heading: 'a',
  from: 'b',
  to: 'c',
  name: 'd',
  stated: 'e',
  located: 'f',
  count: 7,
  detail: 'h',
};

it.each(warningCodes)('%s is said in every language, with its row and values', (code) => {
  const said = languages.map((language) => sayWarning({ code, row: 3, values }, language));
  expect(new Set(said).size).toBe(languages.length);
  for (const sentence of said) {
    expect(sentence).toMatch(/^(3\. rinda|row 3): ./);
    expect(sentence).not.toMatch(/[{}]/);
  }
});
