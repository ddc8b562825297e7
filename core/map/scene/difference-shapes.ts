import type { Geometry, Position } from 'geojson';
import type { Change, ChangedShape } from '../../place/difference.ts';
import type { LonLat } from '../../place/units.ts';
import { type Frame, pageRings, polygonsOf, project } from './frame.ts';
import { clipLine } from './geometry.ts';
import type { Point, Shape } from './primitives.ts';

/**
 * Okabe and Ito (2008), told apart with every kind of colour vision; each kind has a form of its own besides:
 * a dot, a ring, a cross; a whole, a dashed line.
 */
export const changeColours: Readonly<Record<Change, string>> = {
  added: '#0072b2',
  changed: '#9b4f96',
  gone: '#d55e00',
};

/** Points of whatever a geometry is made of. */
const positionsOf = (geometry: Geometry | null): readonly Position[] => {
  if (geometry === null) return [];
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'MultiPoint' || geometry.type === 'LineString') return geometry.coordinates;
  if (geometry.type === 'MultiLineString') return geometry.coordinates.flat();
  return polygonsOf(geometry).flat(2);
};

const onPage = (frame: Frame, geometry: Geometry | null): readonly Point[] =>
  positionsOf(geometry).map((position) => project(frame, position as unknown as LonLat));

const isOn = ({ box }: Frame, [x, y]: Point): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

const linesOf = (geometry: Geometry): readonly (readonly Position[])[] => {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString') return geometry.coordinates;
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(linesOf);
  return [];
};

/** Areas as outlines, lines as they are; nothing for points. What leaves the map is cut at its edge. */
export const outline = (
  frame: Frame,
  geometry: Geometry,
  stroke: string,
  width: number,
  dash?: readonly number[],
): Shape[] => {
  const style = { shape: 'line' as const, stroke, width, ...(dash === undefined ? {} : { dash }) };
  const rings = pageRings(frame, geometry).map((ring) => [...ring, ...ring.slice(0, 1)]);
  const open = linesOf(geometry).map((part) => onPage(frame, { type: 'LineString', coordinates: [...part] }));
  const lines = [...rings, ...open].flatMap((points) => clipLine(points, frame.box));
  return lines.length === 0 ? [] : [{ ...style, lines }];
};

const isPoint = (geometry: Geometry | null): boolean =>
  geometry?.type === 'Point' || geometry?.type === 'MultiPoint';

/** A row that is not the same, as marks and outlines; nothing where it lies outside the map. */
export const drawChanged = (frame: Frame, { change, before, after }: ChangedShape): Shape[] => {
  const { [change]: colour } = changeColours;
  if (isPoint(after ?? before)) {
    const from = change === 'changed' && isPoint(before) ? onPage(frame, before)[0] : undefined;
    const marks = onPage(frame, after ?? before).filter((at) => isOn(frame, at));
    return marks.flatMap((at) => [...moved(frame, from, at, colour), ...mark(change, at, colour)]);
  }
  const old = before === null ? [] : outline(frame, before, changeColours.gone, 0.9, [3, 2]);
  const fresh = after === null ? [] : outline(frame, after, colour, 1.3);
  if (change === 'added') return fresh;
  return change === 'gone' ? old : [...old, ...fresh];
};

/** Where a point came from, when it moved so far that one sees it. */
const moved = (frame: Frame, from: Point | undefined, to: Point, stroke: string): Shape[] => {
  if (from === undefined || Math.hypot(to[0] - from[0], to[1] - from[1]) < 1) return [];
  const lines = clipLine([from, to], frame.box);
  return lines.length === 0 ? [] : [{ shape: 'line', lines, stroke, width: 0.8, dash: [2, 1.5] }];
};

const circle = ([x, y]: Point, radius: number): readonly Point[] =>
  Array.from(
    { length: 12 },
    (_, i): Point => [x + radius * Math.cos((i * Math.PI) / 6), y + radius * Math.sin((i * Math.PI) / 6)],
  );

/** The form of a kind, in points. */
export const mark = (change: Change, at: Point, colour: string): Shape[] => {
  const [x, y] = at;
  switch (change) {
    case 'added':
      return [{ shape: 'area', rings: [circle(at, 2.2)], fill: colour }];
    case 'changed':
      return [{ shape: 'line', lines: [circle(at, 2.4)], stroke: colour, width: 1.2, isClosed: true }];
    case 'gone':
      return [
        {
          shape: 'line',
          lines: [
            [
              [x - 2.2, y - 2.2],
              [x + 2.2, y + 2.2],
            ],
            [
              [x - 2.2, y + 2.2],
              [x + 2.2, y - 2.2],
            ],
          ],
          stroke: colour,
          width: 1.3,
        },
      ];
  }
};
