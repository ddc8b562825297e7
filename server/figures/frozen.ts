import type { Geometry } from 'geojson';
import {
  type FigureAnswer,
  type FigureListing,
  type FigureSpecification,
  figureSpecification,
} from '#core/contract/figure.ts';
import { pagePath } from '#core/language/routes.ts';
import type { FigureTable } from '#core/map/table.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { FigureSummary, StoredFigure } from '#server/context.ts';
import { isModelData, textsOf } from './draw.ts';
import type { Gathered } from './gather.ts';
import { figureBasis } from './identity.ts';

interface InBoth {
  readonly lv: string;
  readonly en: string;
}

/** What is kept beside the drawing: the numbers, the borders they were drawn in, and where all came from. */
export interface Frozen {
  readonly title: InBoth;
  readonly subtitle: InBoth;
  readonly alternativeText: InBoth;
  readonly table: FigureTable;
  /** Null where the figure draws parishes. */
  readonly cells: FigureTable | null;
  /** An `AccessAnswer` or a `RoundTripAnswer`, by the specification. */
  readonly answer: unknown;
  readonly territories: readonly { readonly id: string; readonly geometry: Geometry | null }[];
  readonly versions: readonly DatasetVersion[];
  readonly isModel: boolean;
  readonly softwareVersion: string;
}

export const frozenOf = (gathered: Gathered, softwareVersion: string): Frozen => {
  const [lv, en] = [textsOf(gathered, 'lv'), textsOf(gathered, 'en')];
  const { content } = gathered;
  const inRegion = new Set(content.territoryIds);
  return {
    title: { lv: lv.title, en: en.title },
    subtitle: { lv: lv.subtitle, en: en.subtitle },
    alternativeText: { lv: lv.alternativeText, en: en.alternativeText },
    table: content.table,
    cells: content.cells,
    answer: content.answer,
    territories: gathered.territories
      .filter(({ id }) => inRegion.has(id))
      .map(({ id, geometry }) => ({ id, geometry })),
    versions: gathered.versions,
    isModel: isModelData(gathered),
    softwareVersion,
  };
};

/** What a list tells of a figure. */
export const summaryOf = (frozen: Frozen, basis: string): FigureSummary => {
  return { title: frozen.title, isModel: frozen.isModel, basis };
};

type Specified = Pick<StoredFigure, 'id' | 'createdAt' | 'specification' | 'summary'>;

/** `versions` are those of today: when figures rest on something else by now, this one is superseded. */
export const listingOf = (
  { id, createdAt, specification, summary }: Specified,
  versions: readonly DatasetVersion[],
): FigureListing => ({
  id,
  createdAt,
  specification: specification as FigureAnswer['specification'],
  title: summary.title,
  isModel: summary.isModel,
  isSuperseded: summary.basis !== figureBasis(versions, specification as FigureAnswer['specification']),
  links: {
    page: pagePath('figure', 'lv', id),
    svg: `/f/${id}.svg`,
    png: `/f/${id}.png`,
    csv: `/f/${id}.csv`,
    json: `/f/${id}.json`,
  },
});

/** A kept figure without its drawings, its answer and its borders. */
export interface Kept extends Specified {
  readonly frozen: Omit<Frozen, 'answer' | 'territories'>;
}

export const keptOf = ({ svgLv: _lv, svgEn: _en, frozen, ...specified }: StoredFigure): Kept => {
  const { answer: _answer, territories: _territories, ...rest } = frozen as Frozen;
  return { ...specified, frozen: rest };
};

/** Width of the drawing; the specification is read with the schema it was written with. */
export const widthOf = ({ specification }: Specified): FigureSpecification['widthMm'] =>
  figureSpecification.parse(specification).widthMm;

export const answerOf = (kept: Kept, versions: readonly DatasetVersion[]): FigureAnswer => {
  const { frozen } = kept;
  return {
    ...listingOf(kept, versions),
    alternativeText: frozen.alternativeText,
    table: frozen.table,
    // Figures kept before cells were have none.
    cells: frozen.cells ?? null,
    dataVersions: frozen.versions.map(({ dataset, list, retrievedAt, source, licence, isModel }) => {
      return { dataset, list, retrievedAt, source, licence, isModel };
    }),
    softwareVersion: frozen.softwareVersion,
  };
};
