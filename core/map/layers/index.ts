import { borders } from './borders.ts';
import { cells } from './cells.ts';
import { land } from './land.ts';
import type { MapLayer } from './layer.ts';
import { roads } from './roads.ts';
import { roundTrip } from './round-trip.ts';
import { sea } from './sea.ts';
import { settlements } from './settlements.ts';
import { territories } from './territories.ts';
import { territoryNames } from './territory-names.ts';
import { venues } from './venues.ts';
import { way } from './way.ts';

/** Every layer, bottom first. */
export const layers: readonly MapLayer[] = [
  land,
  territories,
  cells,
  roundTrip,
  sea,
  roads,
  borders,
  way,
  settlements,
  territoryNames,
  venues,
];
