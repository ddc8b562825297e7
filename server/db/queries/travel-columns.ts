import type { Kysely } from 'kysely';
import type { LonLat } from '#core/place/units.ts';
import type { Tables } from '../tables/index.ts';

type Db = Kysely<Tables>;

/** Travel from every home to one place, as bytes that the engine reads. */
interface TravelColumn {
  readonly place: LonLat;
  readonly costs: Uint8Array;
}

/** Columns of travel kept between starts; `basis` names everything they were computed from. */
export interface TravelColumns {
  /** All columns of a basis, by `placeKey`. */
  read(basis: string): Promise<ReadonlyMap<string, Uint8Array>>;
  write(basis: string, columns: readonly TravelColumn[]): Promise<void>;
  /** Drops the columns of every other basis; returns how many. */
  sweep(keptBases: readonly string[]): Promise<number>;
}

const e7 = (degrees: number) => Math.round(degrees * 1e7);

/** A place as columns are found by: to 1e-7 degrees, about a centimetre. */
export const placeKey = ([longitude, latitude]: LonLat): string => `${e7(longitude)},${e7(latitude)}`;

export const createTravelColumns = (db: Db): TravelColumns => ({
  read: async (basis) => {
    const rows = await db
      .selectFrom('travel_column')
      .select(['longitude_e7', 'latitude_e7', 'costs'])
      .where('basis', '=', basis)
      .execute();
    return new Map(rows.map((row) => [`${row.longitude_e7},${row.latitude_e7}`, row.costs]));
  },
  write: async (basis, columns) => {
    for (const { place, costs } of columns) {
      const [longitude_e7, latitude_e7] = [e7(place[0]), e7(place[1])];
      await db
        .insertInto('travel_column')
        .values({ basis, longitude_e7, latitude_e7, costs: Buffer.from(costs) })
        .onConflict((conflict) =>
          conflict
            .columns(['basis', 'longitude_e7', 'latitude_e7'])
            .doUpdateSet({ costs: Buffer.from(costs) }),
        )
        .execute();
    }
  },
  sweep: async (keptBases) => {
    const { numDeletedRows } = await db
      .deleteFrom('travel_column')
      .where('basis', 'not in', ['', ...keptBases])
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  },
});
