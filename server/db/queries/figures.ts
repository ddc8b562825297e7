import type { Kysely } from 'kysely';
import type { FigureStore } from '../../context.ts';
import type { Tables } from '../tables/index.ts';

/** Figures as kept for ever; nothing here changes or deletes one. */
export const createFigureStore = (db: Kysely<Tables>): FigureStore => ({
  save: async (figure) => {
    await db
      .insertInto('figure')
      .values({
        id: figure.id,
        created_at: figure.createdAt,
        specification: JSON.stringify(figure.specification),
        frozen: JSON.stringify(figure.frozen),
        svg_lv: figure.svgLv,
        svg_en: figure.svgEn,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  },
  find: async (id) => {
    const row = await db.selectFrom('figure').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) return null;
    return {
      id: row.id,
      createdAt: row.created_at,
      specification: row.specification,
      frozen: row.frozen,
      svgLv: row.svg_lv,
      svgEn: row.svg_en,
    };
  },
  list: async (limit) => {
    const rows = await db
      .selectFrom('figure')
      .select(['id', 'created_at', 'specification'])
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      createdAt: row.created_at,
      specification: row.specification,
    }));
  },
});
