import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { languages } from '#core/language/routes.ts';
import { figureRevision } from '#core/map/revision.ts';
import { figureScene } from '#core/map/scene.ts';
import { shiftScene } from '#core/map/shift-scene.ts';
import { toSvg } from '#core/map/svg.ts';
import { figureInput } from './fixture.ts';
import { roundTripInput, shift, shiftInput } from './round-trip-fixture.ts';

const file = fileURLToPath(new URL('golden/revision.txt', import.meta.url));

/** "4 <hash of the drawings of that revision>" */
const drawnNow = (): string => {
  const hash = createHash('sha256');
  for (const language of languages) hash.update(toSvg(shiftScene(shiftInput(language), shift)));
  for (const language of languages)
    for (const level of ['parishes', 'cells'] as const)
      for (const input of [figureInput, roundTripInput])
        hash.update(toSvg(figureScene(input(language, level))));
  return `${figureRevision} ${hash.digest('hex')}\n`;
};

/** One id must never stand for two drawings, and the id holds the revision. */
it('has a new revision for every new drawing', () => {
  const [known = '', now] = [existsSync(file) ? readFileSync(file, 'utf8') : '', drawnNow()];
  const isOtherDrawing = known !== now;
  const isSameRevision = known.split(' ')[0] === String(figureRevision);
  expect(isOtherDrawing && isSameRevision, 'the drawing changed: raise figureRevision').toBe(false);
  if (process.env.GOLDEN === 'accept' && process.env.CI === undefined) writeFileSync(file, now);
  else expect(now).toBe(known);
});
