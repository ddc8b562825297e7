import type { Geometry, Position } from 'geojson';
import type { Findings } from '#core/findings.ts';
import { fold } from '#core/language/fold.ts';
import { Problem } from '#core/problem.ts';
import type { BroughtFile } from '../../context.ts';
import { openShapefiles, type ShapefileLayer } from '../format/shapefile.ts';
import { createPauses } from '../pauses.ts';

/** What ids are taken to say: size of the square and metres of a step of their numbers. */
export interface IdReading {
  readonly metres: number;
  readonly step: number;
}

/** So many outlines prove how ids are meant. */
const mostOutlines = 100_000;

/** Published outlines are of whole metres, give or take their rounding. */
const nearMetres = 1;

const cornersOf = (geometry: Geometry | null): readonly Position[] => {
  if (geometry?.type === 'Polygon') return geometry.coordinates.flat();
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
};

const isAt = (corners: readonly Position[], x: number, y: number, metres: number): boolean => {
  const [xs, ys] = [corners.map(([east = 0]) => east), corners.map(([, north = 0]) => north)];
  const isNear = (value: number, wanted: number) => Math.abs(value - wanted) <= nearMetres;
  return (
    isNear(Math.min(...xs), x) &&
    isNear(Math.max(...xs), x + metres) &&
    isNear(Math.min(...ys), y) &&
    isNear(Math.max(...ys), y + metres)
  );
};

const compare = async (layer: ShapefileLayer, readings: readonly IdReading[], findings: Findings) => {
  const column = layer.columns.find((name) => /^(id|grid id|suna)$/.test(fold(name)));
  if (column === undefined) return null;
  const pause = createPauses();
  let [agree, differ] = [0, 0];
  for await (const { record, values, geometry } of layer.records()) {
    const id = String(values[column] ?? '');
    const found = /^(1km|100m)X(\d+)Y(\d+)$/i.exec(id);
    const reading = readings.find(
      ({ metres }) => metres === (found?.[1]?.toLowerCase() === '1km' ? 1000 : 100),
    );
    const corners = cornersOf(geometry);
    if (found === null || reading === undefined || corners.length === 0) continue;
    const [x, y] = [Number(found[2]) * reading.step, Number(found[3]) * reading.step];
    if (isAt(corners, x, y, reading.metres)) agree += 1;
    else {
      differ += 1;
      const [east = 0, north = 0] = corners[0] ?? [];
      findings.add({
        code: 'grid-outline-differs',
        file: layer.file,
        row: record,
        values: { id, east, north },
      });
    }
    if (agree + differ >= mostOutlines) break;
    await pause();
  }
  return { agree, differ };
};

/**
 * Compares what ids are taken to say with the outlines of the published grid.
 * @throws Problem `bad-import` where more outlines lie elsewhere than where their ids say: then the ids mean
 * something else, and residents would be put in the wrong places.
 */
export const checkOutlines = async (
  file: BroughtFile,
  readings: readonly IdReading[],
  findings: Findings,
): Promise<void> => {
  const archive = openShapefiles(file);
  try {
    for (const layer of archive.layers) {
      const result = await compare(layer, readings, findings);
      if (result === null || result.agree + result.differ === 0) {
        findings.add({ code: 'grid-outlines-unused', file: layer.file, values: {} });
        continue;
      }
      if (result.differ > result.agree) {
        const expected = '1kmX448Y313: 448000, 313000';
        throw new Problem('bad-import', {
          faults: [
            {
              field: `${file.name}/${layer.file}: ID`,
              fault: 'out-of-range',
              value: `${result.differ}`,
              expected,
            },
          ],
        });
      }
      findings.add({ code: 'grid-outlines-agree', file: layer.file, values: { count: result.agree } });
    }
  } finally {
    archive.close();
  }
};
