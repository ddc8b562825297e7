import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSnapSettings } from '#core/roads/snap.ts';
import { defaultSpeeds, speedKmh } from '#core/roads/speed.ts';
import { highwayClasses, modes, type Surface } from '#core/roads/street.ts';
import { readPage, section, tableOf } from '../access/pages.ts';

const page = readPage('travel-by-road');

describe('the page on travel by road', () => {
  it('has the speeds of the code', () => {
    const { rows } = tableOf(page, 'Class', 'Paved');
    const stated = rows.map(([name, ...speeds]) => [name, ...speeds.map(Number)]);
    const open = highwayClasses.filter((highway) => !defaultSpeeds.closedTo.car.includes(highway));
    expect(stated).toEqual(
      open.map((highway) => {
        const { paved, gravel, builtUp } = defaultSpeeds.car[highway];
        return [highway, paved, gravel, builtUp];
      }),
    );
  });

  it('has the settings of the code', () => {
    const { gravel, ground } = defaultSpeeds.carSurfaceCap;
    const { paved } = defaultSpeeds.bicycle;
    expect(page).toContain(`gravel ${gravel} km/h, ground ${ground} km/h`);
    expect(page).toContain(
      `${paved} km/h on paved, ${defaultSpeeds.bicycle.gravel} on gravel and ${defaultSpeeds.bicycle.ground} on ground`,
    );
    expect(page).toContain(`walker does ${defaultSpeeds.foot} km/h`);
    const { maxSnapMetres, offRoadKmh, offRoadDetour } = defaultSnapSettings;
    expect(page).toContain(`**${maxSnapMetres.toLocaleString('en')} m**`);
    expect(page).toContain(`at ${offRoadKmh} km/h by every mode, ${offRoadDetour} m for each straight metre`);
  });

  it('explains the speeds by class as they are, and claims no factor on a limit', () => {
    const { paved, builtUp } = defaultSpeeds.car.trunk;
    expect(page).toContain(
      `a trunk road has ${paved} km/h where 90 are allowed, and ${builtUp} in a built-up`,
    );
    expect(page).not.toMatch(/0\.9 /);
    const code = readFileSync('core/roads/speed.ts', 'utf8');
    expect(code).not.toMatch(/0\.9 /);
  });

  it('has an example that the code computes alike', () => {
    const { rows } = tableOf(section(page, 'Worked example'), 'Road', 'Surface');
    expect(rows.length).toBeGreaterThan(5);
    for (const [road, surface, isBuiltUp, mode, minutes] of rows) {
      const highway = highwayClasses.find((one) => one === road);
      const by = modes.find((one) => one === mode);
      if (!highway || !by) throw new Error(`unknown road or mode: ${road}, ${mode}`);
      const stretch = { highway, surface: surface as Surface, isBuiltUp: isBuiltUp === 'yes' };
      const kmh = speedKmh(defaultSpeeds, by, stretch) ?? 0;
      expect((2 / kmh) * 60, `${road} ${surface} ${mode}`).toBeCloseTo(Number(minutes), 9);
    }
  });
});
