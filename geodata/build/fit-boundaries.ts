import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from './random.ts';
import { type Seed, seedAssembly } from './seeds.ts';
import { shapeOf } from './shape.ts';
import { geodataFolder } from './tables.ts';
import { misfit, officialTargets, type Target } from './targets.ts';

/*
 * Places, centre and centroid alone give parishes whose areas are up to 60 % off. This search adds
 * constructed interior seeds and moves them about so that areas, centroids and shared borders come
 * close to the official figures. It runs by hand, not in the build; its result is a table like any other:
 *   node geodata/build/fit-boundaries.ts
 */
const squareKilometresPerSeed = 22;
const steps = Number(process.argv[2] ?? 30_000);

const random = seededRandom(20210701);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** First guess: seeds strewn over the inner part of the circle that has the unit's area. */
function strewn({ unit, area, east, north, isOwn }: Target): Seed[] {
  const count = isOwn ? Math.max(2, Math.round(area / squareKilometresPerSeed)) : 3;
  const radius = 0.7 * Math.sqrt(area / Math.PI);
  return Array.from({ length: count }, () => {
    const [angle, away] = [2 * Math.PI * random(), radius * Math.sqrt(random())];
    const at = {
      east: (east + away * Math.cos(angle)) * 1000,
      north: (north + away * Math.sin(angle)) * 1000,
    };
    return { unit, role: 'interior', at };
  });
}

/** Moves one seed at a time; a worse diagram is kept now and then at first, never in the end. */
function search(): Seed[] {
  const targets = officialTargets();
  const assemble = seedAssembly();
  const judge = (interior: readonly Seed[]) => misfit(shapeOf(assemble(interior)), targets);
  const towns = new Set(['tukums', 'kandava']);
  const seeds = targets.units.filter(({ unit }) => !towns.has(unit)).flatMap(strewn);
  let current = judge(seeds);
  for (let step = 0; step < steps; step++) {
    const left = 1 - step / steps;
    const index = Math.floor(random() * seeds.length);
    const seed = seeds[index];
    if (seed === undefined) continue;
    const reach = 200 + 3000 * left ** 2;
    const at = { east: seed.at.east + normal() * reach, north: seed.at.north + normal() * reach };
    seeds[index] = { ...seed, at };
    const found = judge(seeds);
    if (found < current || random() < Math.exp((current - found) / (2 * left ** 3 + 1e-9))) current = found;
    else seeds[index] = seed;
    if (step % 5000 === 0) process.stdout.write(`${step} ${current.toFixed(1)}\n`);
  }
  process.stdout.write(`misfit ${current.toFixed(1)}, without interior seeds ${judge([]).toFixed(1)}\n`);
  return seeds;
}

const why = 'constructed: placed by fit-boundaries.ts to meet official areas, centroids and borders';
const lines = search().map(
  ({ unit, at }) => `${unit},${Math.round(at.east)},${Math.round(at.north)},"${why}"`,
);
writeFileSync(
  join(geodataFolder, 'assumptions/boundary-seeds.csv'),
  `${['unit,east,north,why', ...lines].join('\n')}\n`,
);
