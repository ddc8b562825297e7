import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roadSurfaces } from '#core/roads/columns.ts';
import { defaultStreetSettings } from '#core/roads/settings.ts';
import { defaultSnapSettings } from '#core/roads/snap.ts';
import { defaultSpeeds, speedKmh } from '#core/roads/speed.ts';
import { highwayClasses, modes } from '#core/roads/street.ts';
import { readPage, section, tableOf } from '../access/pages.ts';

const page = readPage('travel-by-road');
const oneLine = page.replaceAll(/\s+/g, ' ');

describe('the page on travel by road', () => {
  it('has the speeds of the code', () => {
    const { rows } = tableOf(page, 'Class', 'Paved');
    expect(rows.map(([name, ...speeds]) => [name, ...speeds.map(Number)])).toEqual(
      highwayClasses.map((highway) => {
        const { paved, gravel, builtUp } = defaultSpeeds.car[highway];
        return [highway, paved, gravel, builtUp];
      }),
    );
  });

  it('has the surfaces of the code', () => {
    const { rows } = tableOf(page, 'Surface', 'Car at most');
    expect(rows).toEqual(
      roadSurfaces.map((surface) => [
        surface,
        `${defaultSpeeds.carSurfaceCap[surface] ?? '-'}`,
        `${defaultSpeeds.bicycle[surface]}`,
      ]),
    );
  });

  it('has the settings of the code', () => {
    const { signedLimit, followsSign, penaltySeconds } = defaultSpeeds;
    expect(oneLine).toContain(
      `a share of **${signedLimit.share}** of it, and of that **${signedLimit.unpavedShare}** where the road is unpaved`,
    );
    expect(oneLine).toContain(`(${followsSign.join(', ')}) this replaces`);
    expect(oneLine).toContain(`lights ${penaltySeconds.signals} seconds are added`);
    expect(oneLine).toContain(`level crossing ${penaltySeconds.levelCrossing} seconds`);
    const { winter, walkKmh } = defaultStreetSettings;
    expect(oneLine).toContain(
      `keeps ${winter.paved} of its speed on paved roads and ${winter.unpaved} on all`,
    );
    expect(oneLine).toContain(`do ${walkKmh.adult} km/h everywhere, or ${walkKmh.older} km/h with`);
    expect(winter.isOn, 'off as shipped').toBe(false);
    const { maxSnapMetres, offRoadKmh, offRoadDetour } = defaultSnapSettings;
    expect(page).toContain(`**${maxSnapMetres.toLocaleString('en')} m**`);
    expect(page).toContain(`at ${offRoadKmh} km/h by every mode, ${offRoadDetour} m for each straight metre`);
  });

  it('explains the speeds by class as they are, and takes a share of signed limits only', () => {
    const { paved, builtUp } = defaultSpeeds.car.trunk;
    expect(page).toContain(
      `a trunk road has ${paved} km/h where 90 are allowed, and ${builtUp} in a built-up`,
    );
    const code = readFileSync('core/roads/speed.ts', 'utf8');
    for (const text of [page, code]) expect(text).not.toMatch(/0\.9 (of|x|times) the legal/);
  });

  it('has an example that the code computes alike', () => {
    const { rows } = tableOf(section(page, 'Worked example'), 'Road', 'Surface');
    expect(rows.length).toBeGreaterThan(10);
    for (const [road, stated, isBuiltUp, signed, mode, minutes] of rows) {
      const highway = highwayClasses.find((one) => one === road);
      const by = modes.find((one) => one === mode);
      const surface =
        stated === 'unknown' ? ('unknown' as const) : roadSurfaces.find((one) => one === stated);
      if (!highway || !by || !surface) throw new Error(`unknown: ${road}, ${stated}, ${mode}`);
      const maxSpeedKmh = signed === '-' ? 0 : Number(signed);
      const stretch = { highway, surface, isBuiltUp: isBuiltUp === 'yes', maxSpeedKmh };
      const kmh = speedKmh(defaultSpeeds, by, stretch) ?? 0;
      expect((2 / kmh) * 60, `${road} ${surface} ${mode}`).toBeCloseTo(Number(minutes), 5);
    }
  });
});
