import type { LandcoverArea } from '#core/place/landcover.ts';
import { toLks92 } from '#core/place/lks92.ts';
import type { LonLat } from '#core/place/units.ts';
import { type Cells, isOnFrame, type Polygonal, toGeometry, unitGeometry } from './boundaries.ts';
import { sea } from './seeds.ts';

/**
 * The rest of the gulf's shore, from Mērsrags around to the mouth of the Daugava, so that the sea does not
 * end at the frame in a straight line. Capes, mouths and harbours to 0.05 degrees: a drawing, not data.
 */
const aroundTheGulf: readonly LonLat[] = [
  [22.8, 57.5], // Roja
  [22.6, 57.75], // Cape Kolka
  [22.05, 57.9], // Sõrve
  [22.5, 58.25], // Kuressaare
  [23.3, 58.6], // Muhu
  [24.1, 58.25], // Kihnu
  [24.5, 58.35], // Pärnu
  [24.35, 57.85], // Ainaži
  [24.35, 57.75], // Salacgrīva
  [24.4, 57.25], // Saulkrasti
  [24.05, 57.05], // mouth of the Daugava
];

/** The Gulf of Riga; inside the frame its shore is the shore of the coastal units, point for point. */
export function landcoverRows(cells: Cells): LandcoverArea[] {
  return [
    {
      id: 'rigas-licis',
      kind: 'sea',
      geometry: toGeometry(beyondTheFrame(unitGeometry(cells, [sea]))),
      source: 'coastal village points moved seaward by hand, see facts/coast.csv; beyond them a drawing',
      confidence: 'low (schematic)',
      isModel: true,
    },
  ];
}

/** Goes around the gulf where the sea was cut off by the frame. The sea is one ring, counter-clockwise. */
function beyondTheFrame(cut: Polygonal): Polygonal {
  const [ring, ...others] = cut.type === 'Polygon' ? cut.coordinates : [];
  if (ring === undefined || others.length > 0) throw new Error('the sea must be one ring');
  const shore = shoreOf(ring.slice(0, -1));
  const [first] = shore;
  if (first === undefined) throw new Error('the sea needs a shore');
  // The shore runs from the north to the south-east, so the way back goes around from there.
  return { type: 'Polygon', coordinates: [[...shore, ...aroundTheGulf.toReversed(), first]] };
}

/** The points of an open ring between the two edges of the frame, both ends included. */
function shoreOf(points: readonly LonLat[]): LonLat[] {
  const isCut = points.map((point) => isOnFrame(toLks92(point)));
  const start = isCut.findIndex((is, index) => is && isCut[(index + 1) % points.length] === false);
  const turned = [...points.slice(start), ...points.slice(0, start)];
  const end = turned.findIndex((point, index) => index > 0 && isOnFrame(toLks92(point)));
  return turned.slice(0, end + 1);
}
