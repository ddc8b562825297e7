import type { Geometry } from 'geojson';
import type { Provenance } from '#core/place/provenance.ts';
import { type Cells, toGeometry, unitGeometry } from './boundaries.ts';
import { sea } from './seeds.ts';

interface Area extends Provenance {
  readonly id: string;
  readonly kind: 'sea';
  readonly geometry: Geometry;
}

/** The Gulf of Riga within the frame; its shore is the shore of the coastal units, point for point. */
export function landcoverRows(cells: Cells): Area[] {
  return [
    {
      id: 'rigas-licis',
      kind: 'sea',
      geometry: toGeometry(unitGeometry(cells, [sea])),
      source: 'coastal village points moved seaward by hand, see facts/coast.csv',
      confidence: 'low (schematic)',
      isModel: true,
    },
  ];
}
