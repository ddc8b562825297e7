import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { fromLks92, toLks92 } from '#core/place/lks92.ts';

/** Public control points of EPSG:3059 and Tukums: latitude, longitude, east, north. */
const controlPoints = [
  [58.079501574948, 25.189986971284, 570181.0, 438180.0],
  [56.172282784562, 28.095216442873, 754190.003, 232806.0],
  [55.675228242509, 26.580528487143, 662269.0, 172953.0],
  [56.377008455189, 20.979185882058, 313470.0, 252137.0],
  [56.9667, 23.1525, 448470.961, 313998.636],
] as const;

const definition =
  '+proj=tmerc +lat_0=0 +lon_0=24 +k=0.9996 +x_0=500000 +y_0=-6000000 +ellps=GRS80 +units=m +no_defs';
const longitude = fc.double({ min: 20.5, max: 28.5, noNaN: true });
const latitude = fc.double({ min: 55.5, max: 58.2, noNaN: true });

describe('LKS-92', () => {
  it.each(controlPoints)('gives the control point %f, %f to 1 mm', (lat, lon, east, north) => {
    const point = toLks92([lon, lat]);
    expect(Math.abs(point.east - east)).toBeLessThan(0.001);
    expect(Math.abs(point.north - north)).toBeLessThan(0.001);
  });

  it('agrees with proj4 to 1 mm anywhere in Latvia', () => {
    const peer = proj4(definition);
    fc.assert(
      fc.property(longitude, latitude, (lon, lat) => {
        const [east, north] = peer.forward([lon, lat]);
        const ours = toLks92([lon, lat]);
        return Math.hypot(ours.east - Number(east), ours.north - Number(north)) < 0.001;
      }),
    );
  });

  it('comes back to the same degrees', () => {
    fc.assert(
      fc.property(longitude, latitude, (lon, lat) => {
        const [backLon, backLat] = fromLks92(toLks92([lon, lat]));
        return Math.abs(backLon - lon) < 1e-9 && Math.abs(backLat - lat) < 1e-9;
      }),
    );
  });
});
