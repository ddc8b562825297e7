import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { Problem } from '#core/problem.ts';
import type { FigureStore } from '../../context.ts';
import type { Tables } from '../tables/index.ts';

/** Figures are never deleted, and anybody may keep one: this much and no more. */
export interface FigureLimits {
  readonly figures: number;
  /** Of the packed drawings and rows. */
  readonly bytes: number;
}

const usualFigureLimits: FigureLimits = { figures: 2000, bytes: 500_000_000 };

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];
const pack = (text: string): Promise<Uint8Array> => zip(text);
const unpack = async (bytes: Uint8Array): Promise<string> => (await unzip(bytes)).toString();

/** Figures as kept for ever; nothing here changes or deletes one. */
export const createFigureStore = (
  db: Kysely<Tables>,
  limits: FigureLimits = usualFigureLimits,
): FigureStore => ({
  save: async (figure) => {
    await checkRoom(db, limits);
    await db
      .insertInto('figure')
      .values({
        id: figure.id,
        created_at: figure.createdAt,
        specification: JSON.stringify(figure.specification),
        summary: JSON.stringify(figure.summary),
        frozen: await pack(JSON.stringify(figure.frozen)),
        svg_lv: await pack(figure.svgLv),
        svg_en: await pack(figure.svgEn),
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
      summary: row.summary,
      frozen: JSON.parse(await unpack(row.frozen)) as unknown,
      svgLv: await unpack(row.svg_lv),
      svgEn: await unpack(row.svg_en),
    };
  },
  list: async (limit) => {
    const rows = await db
      .selectFrom('figure')
      .select(['id', 'created_at', 'specification', 'summary'])
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at }));
  },
});

/** @throws Problem `figures-full`. */
const checkRoom = async (db: Kysely<Tables>, limits: FigureLimits): Promise<void> => {
  const kept = await db
    .selectFrom('figure')
    .select([
      sql<number>`count(*)::int4`.as('figures'),
      sql<number>`coalesce(sum(octet_length(frozen) + octet_length(svg_lv) + octet_length(svg_en)), 0)::float8`.as(
        'bytes',
      ),
    ])
    .executeTakeFirstOrThrow();
  if (kept.figures < limits.figures && kept.bytes < limits.bytes) return;
  throw new Problem('figures-full', {
    values: { figures: limits.figures, megabytes: Math.round(limits.bytes / 1e6) },
  });
};
