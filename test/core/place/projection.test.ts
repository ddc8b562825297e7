import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { projectionOf } from '#core/place/projection.ts';
import { Problem } from '#core/problem.ts';

/** Definitions of EPSG:3059 and of UTM zones on WGS 84 by proj4, and where in the world they are meant for. */
const planes = [
  {
    name: 'LKS-92',
    epsg: 3059,
    definition:
      '+proj=tmerc +lat_0=0 +lon_0=24 +k=0.9996 +x_0=500000 +y_0=-6000000 +ellps=GRS80 +units=m +no_defs',
    lon: [20.5, 28.5],
    lat: [55.5, 58.2],
  },
  {
    name: 'UTM 22 south, Porto Alegre',
    epsg: 32722,
    definition: '+proj=utm +zone=22 +south +datum=WGS84 +units=m +no_defs',
    lon: [-54, -48],
    lat: [-80, 0],
  },
  {
    name: 'UTM 29 north, Porto',
    epsg: 32629,
    definition: '+proj=utm +zone=29 +datum=WGS84 +units=m +no_defs',
    lon: [-12, -6],
    lat: [0, 84],
  },
] as const;

describe.each(planes)('the plane $name', ({ epsg, definition, lon, lat }) => {
  const anywhere = fc.tuple(
    fc.double({ min: lon[0], max: lon[1], noNaN: true }),
    fc.double({ min: lat[0], max: lat[1], noNaN: true }),
  );
  const plane = projectionOf(epsg);

  it('agrees with proj4 to 1 mm', () => {
    const peer = proj4(definition);
    fc.assert(
      fc.property(anywhere, (lonLat) => {
        const [east, north] = peer.forward([...lonLat]);
        const ours = plane.toPlane(lonLat);
        return Math.hypot(ours.east - Number(east), ours.north - Number(north)) < 0.001;
      }),
    );
  });

  it('comes back to the same degrees', () => {
    fc.assert(
      fc.property(anywhere, (lonLat) => {
        const back = plane.fromPlane(plane.toPlane(lonLat));
        return Math.abs(back[0] - lonLat[0]) < 1e-9 && Math.abs(back[1] - lonLat[1]) < 1e-9;
      }),
    );
  });
});

describe('choosing a plane', () => {
  it.each([4326, 3857, 32600, 32661, 32700, 32761, 32622.5, Number.NaN])('refuses EPSG %d', (epsg) => {
    expect(() => projectionOf(epsg)).toThrow(Problem);
    try {
      projectionOf(epsg);
    } catch (error) {
      expect(error).toMatchObject({ code: 'bad-config', faults: [{ field: 'crs', value: `${epsg}` }] });
    }
  });

  it('gives the same plane every time', () => {
    expect(projectionOf(32722)).toBe(projectionOf(32722));
  });
});
