import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureIds } from '#core/access/answer.ts';

const headings = ['Question', 'Formula', 'Unit', 'Source', 'Limits', 'Worked example'];

describe.each(measureIds)('measure %s', (id) => {
  const path = `docs/methods/${id}.md`;

  it('has a page', () => {
    expect(existsSync(path), `write ${path}`).toBe(true);
  });

  it.each(headings)('its page says: %s', (heading) => {
    expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^#+ ${heading}`, 'm'));
  });
});
