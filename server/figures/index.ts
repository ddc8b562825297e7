import type { Language } from '#core/language/routes.ts';
import { createMemory } from '#core/memory.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import { Problem } from '#core/problem.ts';
import type { Clock, Data, Engine, FigureStore, Figures, StoredFigure } from '#server/context.ts';
import { draw } from './draw.ts';
import { answerOf, frozenOf, type Kept, keptOf, listingOf, summaryOf, widthOf } from './frozen.ts';
import { createGather } from './gather.ts';
import { spelledOut } from './identity.ts';
import { toPng } from './png.ts';

export interface FiguresOptions {
  readonly store: FigureStore;
  readonly engine: Engine;
  readonly data: Data;
  /** Straight from the database: what figures are frozen on must not be a moment old. */
  readonly readVersions: () => Promise<readonly DatasetVersion[]>;
  readonly region: Region;
  readonly clock: Clock;
  /** Kept with each figure. */
  readonly softwareVersion: string;
}

const pngsKept = 12;
/** A figure of cells takes half a megabyte. */
const figuresKnown = 40;

/**
 * Draws figures and keeps them for ever. A kept figure is read back, never drawn again: its bytes stay
 * the same when data or software change. The same specification on the same basis is the same figure.
 */
export const createFigures = (options: FiguresOptions): Figures => {
  const { store, data, clock } = options;
  const gather = createGather(options);
  const pngs = createMemory<Uint8Array>(pngsKept);
  const known = createMemory<Kept>(figuresKnown);

  const find = async (id: string): Promise<StoredFigure> => {
    const stored = await store.find(id);
    if (stored === null) throw new Problem('not-found', { values: { what: `/f/${id}` } });
    return stored;
  };
  // A kept figure never changes, so what was read once need not be read again.
  const recall = (id: string): Promise<Kept> => known.recall(id, async () => keptOf(await find(id)));

  return {
    preview: async (specification, language) => draw(await gather(specification), language),
    async freeze(specification) {
      const gathered = await gather(specification);
      if ((await store.find(gathered.id)) === null) {
        const [svgLv, svgEn] = [await draw(gathered, 'lv'), await draw(gathered, 'en')];
        const frozen = frozenOf(gathered, options.softwareVersion);
        await store.save({
          id: gathered.id,
          createdAt: clock.now().toISOString(),
          specification: spelledOut(gathered.specification),
          summary: summaryOf(frozen, gathered.basis),
          frozen,
          svgLv,
          svgEn,
        });
      }
      return answerOf(await recall(gathered.id), gathered.versions);
    },
    get: async (id) => answerOf(await recall(id), await data.currentVersions()),
    svg: async (id, language) => svgOf(await find(id), language),
    png: (id, language) =>
      pngs.recall(`${id} ${language}`, async () => {
        const stored = await find(id);
        const { frozen } = keptOf(stored);
        return toPng({
          svg: svgOf(stored, language),
          widthMm: widthOf(stored),
          language,
          title: frozen.title[language],
          description: frozen.alternativeText[language],
        });
      }),
    async list(limit) {
      const versions = await data.currentVersions();
      return (await store.list(limit)).map((figure) => listingOf(figure, versions));
    },
  };
};

const svgOf = ({ svgLv, svgEn }: StoredFigure, language: Language): string =>
  language === 'lv' ? svgLv : svgEn;
