import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  axisNames,
  type Crs,
  crs84,
  crsListOf,
  epsg3059,
  epsg4258,
  epsg4326,
  readBox,
  readBoxNumbers,
  toCrs,
  toDegrees,
} from '#core/contract/crs.ts';

const utm22South = 'http://www.opengis.net/def/crs/EPSG/0/32722';
const tukums = [23.1553, 56.9669] as const;

describe('axis order', () => {
  it('is longitude first in CRS84 only', () => {
    expect(toCrs(crs84, tukums)).toEqual([23.1553, 56.9669]);
    expect(toCrs(epsg4326, tukums)).toEqual([56.9669, 23.1553]);
    expect(toCrs(epsg4258, tukums)).toEqual([56.9669, 23.1553]);
  });

  it('is northing first in LKS-92, and agrees with PROJ to a millimetre', () => {
    const lks92 = '+proj=tmerc +lat_0=0 +lon_0=24 +k=0.9996 +x_0=500000 +y_0=-6000000 +ellps=GRS80';
    const [east = 0, north = 0] = proj4(lks92, [...tukums]);
    const [northing, easting] = toCrs(epsg3059, tukums);
    expect(Math.abs(northing - north)).toBeLessThan(0.001);
    expect(Math.abs(easting - east)).toBeLessThan(0.001);
    expect(northing).toBeLessThan(easting);
  });

  it('reads a box in the order in which positions are written', () => {
    for (const crs of crsListOf(3059)) {
      const [a, b] = toCrs(crs, [23.1, 56.9]);
      const [c, d] = toCrs(crs, [23.3, 57.1]);
      const [west, south, east, north] = toDegrees(crs, [a, b, c, d]);
      // The grid is turned, so the box around a box in metres is wider by up to 0.01 degrees.
      expect(Math.abs(west - 23.1)).toBeLessThan(0.01);
      expect(Math.abs(south - 56.9)).toBeLessThan(0.01);
      expect(Math.abs(east - 23.3)).toBeLessThan(0.01);
      expect(Math.abs(north - 57.1)).toBeLessThan(0.01);
    }
  });

  it('is easting first in a UTM zone, which only its own region offers', () => {
    expect(crsListOf(32722)).toEqual([crs84, epsg4326, utm22South]);
    expect(crsListOf(3059)).not.toContain(utm22South);
    const portoAlegre = [-51.2177, -30.0346] as const;
    const [east = 0, north = 0] = proj4('+proj=utm +zone=22 +south +datum=WGS84', [...portoAlegre]);
    const [first, second] = toCrs(utm22South, portoAlegre);
    expect(Math.abs(first - east)).toBeLessThan(0.001);
    expect(Math.abs(second - north)).toBeLessThan(0.001);
    expect(axisNames(utm22South)).toEqual(['eastingMetres', 'northingMetres']);
    const [west, south, , top] = toDegrees(utm22South, [east, north, east + 1000, north + 1000]);
    expect(Math.abs(west - portoAlegre[0])).toBeLessThan(0.001);
    expect(Math.abs(south - portoAlegre[1])).toBeLessThan(0.001);
    expect(top).toBeGreaterThan(south);
  });

  it('never loses a corner of a box in metres', () => {
    const [west, south, east, north] = toDegrees(epsg3059, [300_000, 430_000, 320_000, 450_000]);
    for (const corner of [
      [300_000, 430_000],
      [300_000, 450_000],
      [320_000, 430_000],
      [320_000, 450_000],
    ]) {
      const [n = 0, e = 0] = corner;
      const [box] = [toDegrees(epsg3059, [n, e, n, e])];
      expect(box[0]).toBeGreaterThanOrEqual(west - 1e-12);
      expect(box[1]).toBeGreaterThanOrEqual(south - 1e-12);
      expect(box[2]).toBeLessThanOrEqual(east + 1e-12);
      expect(box[3]).toBeLessThanOrEqual(north + 1e-12);
    }
  });

  it.each([
    [280_000, 400_000, 300_000, 420_000],
    [310_000, 440_000, 330_000, 450_000],
  ])('takes in little more than a box in metres: %j', (south, west, north, east) => {
    const [minLon, minLat, maxLon, maxLat] = toDegrees(epsg3059, [south, west, north, east]);
    const more = 0.03 * Math.max(north - south, east - west);
    for (const lon of [minLon, maxLon]) {
      for (const lat of [minLat, maxLat]) {
        const [n, e] = toCrs(epsg3059, [lon, lat]);
        expect(n).toBeGreaterThan(south - more);
        expect(n).toBeLessThan(north + more);
        expect(e).toBeGreaterThan(west - more);
        expect(e).toBeLessThan(east + more);
      }
    }
  });
});

const box = (text: string, crs: Crs = crs84) =>
  z
    .string()
    .transform(readBoxNumbers)
    .transform((numbers, context) => readBox(numbers, crs, context))
    .safeParse(text);

const faultOf = (text: string, crs?: Crs) => {
  const issue = box(text, crs).error?.issues[0];
  return issue?.code === 'custom' ? issue.params?.fault : undefined;
};

describe('bbox', () => {
  it('takes four numbers, and six with heights left aside', () => {
    expect(box('23,56,24,57').data).toEqual([23, 56, 24, 57]);
    expect(box('23,56,-10,24,57,100').data).toEqual([23, 56, 24, 57]);
    expect(box(' 23 , 56.5e0 ,24,57').data).toEqual([23, 56.5, 24, 57]);
  });

  it.each([
    ['23,56,24', 'malformed'],
    ['', 'malformed'],
    ['23,56,24,57,58', 'malformed'],
    ['23,56,NaN,57', 'not-a-number'],
    ['23,56,Infinity,57', 'not-a-number'],
    ['23,56,,57', 'not-a-number'],
    ['0x17,56,24,57', 'not-a-number'],
    ['24,56,23,57', 'end-before-start'],
    ['23,57,24,56', 'end-before-start'],
    ['23,56,9,24,57,1', 'end-before-start'],
    ['23,56,24,91', 'out-of-range'],
    ['-181,56,24,57', 'out-of-range'],
    ['23,56,1e300,57', 'out-of-range'],
  ])('refuses %s as %s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('judges the range in the system it is written in', () => {
    expect(faultOf('300000,430000,320000,450000')).toBe('out-of-range');
    expect(faultOf('300000,430000,320000,450000', epsg3059)).toBeUndefined();
    expect(faultOf('23,56,24,57', epsg4326)).toBeUndefined();
    expect(faultOf('56,120,57,121', crs84)).toBe('out-of-range');
    expect(faultOf('56,120,57,121', epsg4326)).toBeUndefined();
  });
});
