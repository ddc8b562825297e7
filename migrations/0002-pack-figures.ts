import { gunzipSync, gzipSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';

interface Plain {
  readonly id: string;
  readonly frozen: string;
  readonly svg_lv: string;
  readonly svg_en: string;
}

const pack = (text: string): Uint8Array => {
  const packed = gzipSync(text);
  if (gunzipSync(packed).toString() !== text) throw new Error('a figure did not survive packing');
  return packed;
};

/** What a list tells of a figure kept before; its basis was not written down, so it counts as superseded. */
const summaryOf = (frozen: string): string => {
  const { title, isModel } = JSON.parse(frozen) as { title?: unknown; isModel?: unknown };
  return JSON.stringify({ title: title ?? { lv: '', en: '' }, isModel: isModel ?? false, basis: '' });
};

/**
 * Drawings and rows of a figure are kept as gzip (RFC 1952), a seventh of the text, and what a list needs
 * stands beside them, so that listing reads no figure.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table figure
    add column summary json, add column packed_frozen bytea,
    add column packed_svg_lv bytea, add column packed_svg_en bytea`.execute(db);
  const { rows } = await sql<{ id: string }>`select id from figure`.execute(db);
  for (const { id } of rows) {
    // One at a time: together they may be larger than the memory.
    const found = await sql<Plain>`
      select id, frozen::text as frozen, svg_lv, svg_en from figure where id = ${id}`.execute(db);
    for (const { frozen, svg_lv, svg_en } of found.rows) {
      await sql`update figure set summary = ${summaryOf(frozen)}, packed_frozen = ${pack(frozen)},
        packed_svg_lv = ${pack(svg_lv)}, packed_svg_en = ${pack(svg_en)} where id = ${id}`.execute(db);
    }
  }
  await sql`alter table figure drop column frozen, drop column svg_lv, drop column svg_en`.execute(db);
  for (const name of ['frozen', 'svg_lv', 'svg_en']) {
    const [packed, plain] = [sql.id(`packed_${name}`), sql.id(name)];
    await sql`alter table figure rename column ${packed} to ${plain}`.execute(db);
    await sql`alter table figure alter column ${plain} set not null`.execute(db);
    // It is packed already.
    await sql`alter table figure alter column ${plain} set storage external`.execute(db);
  }
  await sql`alter table figure alter column summary set not null`.execute(db);
};
