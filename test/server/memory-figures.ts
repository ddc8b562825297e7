import type { FigureAnswer } from '#core/contract/figure.ts';
import { Problem } from '#core/problem.ts';
import type { Figures } from '#server/context.ts';

/** Figures kept in memory and drawn as an empty sheet: the HTTP side must not care what is drawn. */
export function memoryFigures(createdAt: string): Figures {
  const kept = new Map<string, FigureAnswer>();
  const get = async (id: string): Promise<FigureAnswer> => {
    const found = kept.get(id);
    if (found === undefined) throw new Problem('not-found', { values: { what: `figures/${id}` } });
    return found;
  };
  const draw = (title: string) => `<svg xmlns="http://www.w3.org/2000/svg"><title>${title}</title></svg>`;
  return {
    preview: async (specification, language) => draw(specification.title[language] ?? specification.measure),
    freeze: async (specification) => {
      const id = `figure-${kept.size + 1}`;
      const links = {
        page: `/f/${id}`,
        svg: `/f/${id}.svg`,
        png: `/f/${id}.png`,
        csv: `/f/${id}.csv`,
        json: `/f/${id}.json`,
      };
      const figure: FigureAnswer = {
        id,
        createdAt,
        specification:
          specification.measure === 'round-trip'
            ? { measure: 'round-trip', occurrenceId: specification.occurrenceId }
            : { measure: specification.measure },
        title: { lv: specification.title.lv ?? 'Attēls', en: specification.title.en ?? 'Figure' },
        alternativeText: { lv: 'Karte ar pagastiem.', en: 'A map of parishes.' },
        table: {
          columns: ['name', 'minutes'],
          rows: [
            ['Slampe', 12.5],
            ['=Džūkste', null],
          ],
        },
        cells: null,
        dataVersions: [],
        isModel: true,
        softwareVersion: '0.0.1',
        isSuperseded: false,
        links,
      };
      kept.set(id, figure);
      return figure;
    },
    get,
    svg: async (id, language) => draw((await get(id)).title[language]),
    png: async (id) => {
      await get(id);
      return Uint8Array.of(137, 80, 78, 71);
    },
    list: async (limit) => [...kept.values()].reverse().slice(0, limit),
  };
}
