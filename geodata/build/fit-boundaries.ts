import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toLks92 } from '#core/place/lks92.ts';
import { coastPairs } from './coast.ts';
import { distance } from './plane.ts';
import { seededRandom } from './random.ts';
import { type Seed, seedAssembly } from './seeds.ts';
import { shapeOf } from './shape.ts';
import { geodataFolder, lonLatOrNull, number, readTable, text } from './tables.ts';
import { misfit, officialTargets, type Target } from './targets.ts';

/*
 * Places, centre and centroid alone give parishes whose areas are up to 60 % off. This search adds
 * constructed interior seeds and moves them about so that areas, centroids and shared borders come
 * close to the official figures. It runs by hand, not in the build; its result is a table like any other:
 *   node geodata/build/fit-boundaries.ts
 */
const squareKilometresPerSeed = 22;
const steps = Number(process.argv[2] ?? 40_000);

const random = seededRandom(20210701);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** First guess: seeds strewn over the inner part of the circle that has the unit's area. */
function strewn({ unit, area, east, north, isOwn }: Target): Seed[] {
  const count = isOwn ? Math.max(2, Math.round(area / squareKilometresPerSeed)) : 4;
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

/** Farthest from its unit's centroid that a seed may stand, in radii of the unit's area: keeps units free of thorns. */
const farthestRadii = 1.5;

/**
 * Whether an interior seed may stand here: near its unit's centroid, on land, and far enough from the
 * shore and the towns to leave their paired seeds alone.
 */
function standingGround(targets: readonly Target[]): (seed: Seed) => boolean {
  const homes = new Map(targets.map((target) => [target.unit, target]));
  const shore = coastPairs();
  const towns = readTable('facts/territories.csv').flatMap((row) => {
    const centre = lonLatOrNull(row, 'centroid_lon', 'centroid_lat');
    if (text(row, 'kind') !== 'town' || centre === null) return [];
    return [{ at: toLks92(centre), radius: Math.sqrt((number(row, 'area_km2_2018') * 1e6) / Math.PI) }];
  });
  return ({ unit, at }) => {
    const home = homes.get(unit);
    if (home === undefined) return false;
    const away = distance(at, { east: home.east * 1000, north: home.north * 1000 }) / 1000;
    if (away > farthestRadii * Math.sqrt(home.area / Math.PI)) return false;
    if (towns.some((town) => distance(town.at, at) < town.radius + 800)) return false;
    let [land, water] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const pair of shore) {
      land = Math.min(land, distance(pair.land, at));
      water = Math.min(water, distance(pair.water, at));
    }
    return land < water && land > 400;
  };
}

/** Moves one seed at a time; a worse diagram is kept now and then at first, never in the end. */
function search(): Seed[] {
  const targets = officialTargets();
  const assemble = seedAssembly();
  const mayStand = standingGround(targets.units);
  const judge = (interior: readonly Seed[]) => misfit(shapeOf(assemble(interior)), targets);
  const towns = new Set(['tukums', 'kandava']);
  const seeds = targets.units
    .filter(({ unit }) => !towns.has(unit))
    .flatMap(strewn)
    .filter(mayStand);
  let current = judge(seeds);
  for (let step = 0; step < steps; step++) {
    const left = 1 - step / steps;
    const index = Math.floor(random() * seeds.length);
    const seed = seeds[index];
    if (seed === undefined) continue;
    const reach = 200 + 3000 * left ** 2;
    const at = { east: seed.at.east + normal() * reach, north: seed.at.north + normal() * reach };
    const moved = { ...seed, at };
    if (!mayStand(moved)) continue;
    seeds[index] = moved;
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
