import { describe, expect, it } from 'vitest';
import { frameOf, project } from '#core/map/scene/frame.ts';
import { middleOf, scaleBarOf, trueNorthDegrees } from '#core/map/scene/furniture.ts';
import { figureScene } from '#core/map/scene.ts';
import type { Territory } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import { answer, figureInput, subjectOf, territories } from './fixture.ts';
import { texts } from './ink.ts';

/* A square of 0.2 degrees in Porto Alegre, drawn in UTM zone 22 S (EPSG:32722), with two hexagons in it. */
const crs = 32722;
const [west, south] = [-51.3, -30.2];
const corners: readonly LonLat[] = [
  [west, south],
  [west + 0.2, south],
  [west + 0.2, south + 0.2],
  [west, south + 0.2],
  [west, south],
];
const [first] = territories;
if (first === undefined) throw new Error('the fixture has no territory');
const city: Territory = {
  ...first,
  id: 'centro',
  nameLv: 'Centro',
  nameEn: 'Centro',
  geometry: { type: 'Polygon', coordinates: [corners.map(([lon, lat]) => [lon, lat])] },
};

const hexagon = (lon: number, lat: number): LonLat[] =>
  [0, 1, 2, 3, 4, 5, 0].map((i): LonLat => {
    const angle = (Math.PI * i) / 3;
    return [lon + 0.002 * Math.cos(angle), lat + 0.002 * Math.sin(angle)];
  });
const rings = [hexagon(-51.2, -30.1), hexagon(-51.25, -30.15)];

const [row] = answer.territories;
if (row === undefined) throw new Error('the fixture has no row');
const cells = {
  ...answer.cells,
  ...{ id: ['89a901291abffff', '89a901291afffff'], people: [10, 20], territory: [0, 0], ring: rings },
  ...{ value: [10, null], reason: [null, 'no-route' as const], minutes: [10, null], km: [5, null] },
  venue: [null, null],
};
const subject = subjectOf('en', 'cells', {
  answer: { ...answer, cells, venues: [], territories: [{ ...row, id: 'centro' }] },
});
const scene = figureScene(
  figureInput('en', 'cells', {
    crs,
    subject,
    territories: [city],
    settlements: [],
    roads: [],
    landcover: [],
    regionName: 'Porto Alegre',
  }),
);

describe('a figure of another region', () => {
  const frame = frameOf([city], crs, 0, 0, 400);

  it('is drawn in the plane of the region: north up, the scale true within 0.1 %', () => {
    const bar = scaleBarOf(frame, 160);
    const middle = middleOf(frame);
    const [lon, lat] = frame.projection.fromPlane(middle);
    // One degree of latitude at 30 degrees south is 110,852 m on WGS 84.
    const [x1, y1] = project(frame, [lon, lat - 0.005]);
    const [x2, y2] = project(frame, [lon, lat + 0.005]);
    const pointsPerKm = Math.hypot(x2 - x1, y2 - y1) / 1.10852;
    expect(Math.abs(bar.points / bar.km / pointsPerKm - 1)).toBeLessThan(0.001);
    // Convergence of meridians, 0.2 degrees west of the zone's middle, south of the equator.
    const convergence = (-51 - lon) * Math.sin((lat * Math.PI) / 180);
    expect(trueNorthDegrees(frame)).toBeCloseTo(convergence, 2);
  });

  it('draws cells with their own outlines, six corners each', () => {
    const shapes = scene.groups.find(({ id }) => id === 'cells')?.shapes ?? [];
    const drawn = shapes.flatMap((shape) => (shape.shape === 'area' ? shape.rings : []));
    expect(drawn).toHaveLength(2);
    for (const ring of drawn) expect(ring).toHaveLength(6);
  });

  it('says where it is and how it is drawn, without a word of Latvia', () => {
    const written = texts(scene)
      .map(({ text }) => text)
      .join(' ');
    expect(written).toContain('WGS 84 / UTM zone 22S (EPSG:32722)');
    expect(written).toContain('30°06′ S, 51°12′ W');
    expect(written).not.toMatch(/Latvia|LKS-92/);
  });
});
