import type { Geometry } from 'geojson';
import type { Words } from '../../language/index.ts';
import type { Language } from '../../language/routes.ts';
import type { DatasetName } from '../../place/provenance.ts';
import type { Settlement, Territory } from '../../place/territory.ts';
import type { StreetEdge } from '../../roads/street.ts';
import type { MeasureText } from './primitives.ts';
import type { Level, Subject } from './subject.ts';

/** Water and ground as drawn; `kind` is "sea", "lake", "wood" or "built-up". */
interface Landcover {
  readonly kind: string;
  readonly geometry: Geometry;
}

/** What a reader is told about a dataset behind the drawing. */
export interface SourceNote {
  readonly dataset: DatasetName;
  readonly list: string;
  readonly source: string;
  readonly licence: string;
  /** ISO 8601 date. */
  readonly retrievedAt: string;
  readonly isModel: boolean;
}

/** What stands on every sheet, whatever it shows. */
export interface PageInput {
  readonly language: Language;
  readonly words: Words;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly widthMm: number;
  readonly sources: readonly SourceNote[];
  readonly isModel: boolean;
  readonly figureId: string;
  /** Where the figure can be found again, as text. */
  readonly address: string;
  /** Signs in the data that the typeface cannot draw; `?` stands for each, and a note says so. */
  readonly missingSigns?: readonly string[];
  readonly measureText: MeasureText;
}

/** The ground under every map of one region. */
export interface GroundInput {
  /** EPSG code of the plane it is drawn in: that of the region. */
  readonly crs: number;
  /** Parishes and towns of the region, and the neighbours around. */
  readonly territories: readonly Territory[];
  readonly regionName: string;
  readonly landcover: readonly Landcover[];
  readonly roads: readonly Pick<StreetEdge, 'highway' | 'role' | 'line'>[];
  readonly settlements: readonly Settlement[];
}

/** Everything a map is drawn from. Nothing else has any influence on it. */
export interface FigureInput extends PageInput, GroundInput {
  readonly level: Level;
  readonly subject: Subject;
}
