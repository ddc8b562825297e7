import { z } from 'zod';
import type { AccessAnswer, TravelTimes, Way } from '../access/answer.ts';
import type {
  RoundTripAnswer,
  RoundTripJourneys,
  ShiftAnswer,
  TerritoryRoundTrips,
} from '../access/round-trip-answer.ts';
import type { VenueSuggestions } from '../offer/match-file.ts';
import type { AddressIndex } from '../place/geocode/address-index.ts';
import type { DatasetVersion } from '../place/provenance.ts';
import type { SurveyResult } from '../place/survey.ts';
import type { OnDemandZone } from '../transit/on-demand.ts';
import type { TimetableAnswer } from '../transit/timetable-answer.ts';

/** What stands around every computed answer, so that a number can be defended later. */
export interface Envelope<T> {
  readonly result: T;
  /** The method by name, and where its page is read. */
  readonly method: { readonly id: string; readonly href: string };
  readonly dataVersions: readonly DatasetVersion[];
  /** True when any dataset behind the answer is model data. */
  readonly isModel: boolean;
  /** Sentences in the language of the request that belong beside the numbers. */
  readonly caveats: readonly string[];
}

export type AccessResponse = Envelope<AccessAnswer>;
export type WaysResponse = Envelope<readonly Way[]>;
export type TravelTimesResponse = Envelope<TravelTimes>;
export type RoundTripResponse = Envelope<RoundTripAnswer>;
export type RoundTripJourneysResponse = Envelope<RoundTripJourneys>;
export type TerritoryRoundTripsResponse = Envelope<TerritoryRoundTrips>;
export type ShiftResponse = Envelope<ShiftAnswer>;
export type TimetableResponse = Envelope<TimetableAnswer | null>;
/** One index for each list of addresses; none where there are no addresses. */
export type AddressesResponse = Envelope<readonly AddressIndex[]>;
export type VenueSuggestionsResponse = Envelope<VenueSuggestions>;
export type SurveyResponse = Envelope<readonly SurveyResult[]>;
export type OnDemandResponse = Envelope<readonly OnDemandZone[]>;
/** The report of the import that made the current streets; null where it made none. */
export type StreetsResponse = Envelope<Readonly<Record<string, unknown>> | null>;

export const rowCountsSchema = z.object({
  read: z.number(),
  kept: z.number(),
  corrected: z.number(),
  dropped: z.number(),
});

export const datasetVersionSchema = z
  .object({
    id: z.number(),
    dataset: z.string(),
    list: z.string(),
    title: z.string(),
    source: z.string(),
    licence: z.string(),
    retrievedAt: z.string(),
    fileHash: z.string(),
    rowCount: z.number(),
    counts: rowCountsSchema
      .nullable()
      .meta({ description: 'Rows of the files: read, kept, of these put right, and left out.' }),
    warnings: z.array(z.object({ lv: z.string(), en: z.string() })),
    isModel: z.boolean(),
    sourceName: z.string().meta({ description: 'Which importer read it; "shipped" comes with the project.' }),
    importId: z.number().meta({ description: 'The same of all versions that one import made.' }),
    importedAt: z.string().meta({ description: 'When it became current, the last time.' }),
  })
  .meta({ id: 'DatasetVersion', description: 'One imported state of one list.' });

/** The envelope around a result of the given shape. */
export const envelopeOf = <T extends z.ZodType>(result: T) =>
  z.object({
    result,
    method: z.object({ id: z.string(), href: z.string() }),
    dataVersions: z.array(datasetVersionSchema),
    isModel: z.boolean().meta({ description: 'True when any dataset behind the answer is model data.' }),
    caveats: z.array(z.string()).meta({ description: 'Sentences that belong beside the numbers.' }),
  });
