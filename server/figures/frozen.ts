import type { Geometry } from 'geojson';
import type { AccessAnswer } from '#core/access/answer.ts';
import { type FigureAnswer, type FigureSpecification, figureSpecification } from '#core/contract/figure.ts';
import { pagePath } from '#core/language/routes.ts';
import { type FigureTable, figureTable } from '#core/map/table.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { StoredFigure } from '#server/context.ts';
import { isModelData, textsOf } from './draw.ts';
import type { Gathered } from './gather.ts';
import { figureId } from './identity.ts';

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
  readonly answer: AccessAnswer;
  readonly territories: readonly { readonly id: string; readonly geometry: Geometry | null }[];
  readonly versions: readonly DatasetVersion[];
  readonly isModel: boolean;
  readonly softwareVersion: string;
}

export const frozenOf = (gathered: Gathered, softwareVersion: string): Frozen => {
  const [lv, en] = [textsOf(gathered, 'lv'), textsOf(gathered, 'en')];
  const inRegion = new Set(gathered.answer.territories.map(({ id }) => id));
  return {
    title: { lv: lv.title, en: en.title },
    subtitle: { lv: lv.subtitle, en: en.subtitle },
    alternativeText: { lv: lv.alternativeText, en: en.alternativeText },
    table: figureTable(gathered.answer),
    answer: gathered.answer,
    territories: gathered.territories
      .filter(({ id }) => inRegion.has(id))
      .map(({ id, geometry }) => ({ id, geometry })),
    versions: gathered.versions,
    isModel: isModelData(gathered),
    softwareVersion,
  };
};

/** A kept figure without its drawings and its cells. */
export interface Kept {
  readonly id: string;
  readonly createdAt: string;
  readonly specification: FigureSpecification;
  readonly sent: FigureAnswer['specification'];
  readonly frozen: Omit<Frozen, 'answer' | 'territories'>;
}

/** What was kept; the specification is read with the schema it was written with. */
export const keptOf = ({ id, createdAt, specification, frozen }: StoredFigure): Kept => {
  const { answer: _answer, territories: _territories, ...rest } = frozen as Frozen;
  return {
    id,
    createdAt,
    specification: figureSpecification.parse(specification),
    sent: specification as FigureAnswer['specification'],
    frozen: rest,
  };
};

/** `versions` are those of today: when they would give another id, the figure is superseded. */
export const answerOf = (kept: Kept, versions: readonly DatasetVersion[]): FigureAnswer => {
  const { id, createdAt, sent, frozen } = kept;
  return {
    id,
    createdAt,
    specification: sent,
    title: frozen.title,
    alternativeText: frozen.alternativeText,
    table: frozen.table,
    dataVersions: frozen.versions.map(({ dataset, list, retrievedAt, source, licence, isModel }) => {
      return { dataset, list, retrievedAt, source, licence, isModel };
    }),
    isModel: frozen.isModel,
    softwareVersion: frozen.softwareVersion,
    isSuperseded: figureId(sent, versions) !== id,
    links: {
      page: pagePath('figure', 'lv', id),
      svg: `/f/${id}.svg`,
      png: `/f/${id}.png`,
      csv: `/f/${id}.csv`,
      json: `/f/${id}.json`,
    },
  };
};
