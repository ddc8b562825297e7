import { z } from 'zod';
import type { DatasetName, FileSource } from '../place/provenance.ts';
import { endpoint, json } from './define.ts';

interface BothLanguages {
  readonly lv: string;
  readonly en: string;
}

/** Where official data can be had, and how they come in here. */
export interface SourceListing {
  /** Name of the source in the commands. */
  readonly id: FileSource;
  /** What its files bring, the main dataset first. */
  readonly datasets: readonly DatasetName[];
  readonly title: BothLanguages;
  readonly publisher: BothLanguages;
  readonly licence: string;
  readonly licenceUrl: string | null;
  /** Page where a person finds the files. */
  readonly landingPage: string;
  readonly changes: BothLanguages;
  /** How to get the files when the command cannot. */
  readonly byHand: BothLanguages;
  /** Whether addresses are known from which the command can fetch them. */
  readonly canFetch: boolean;
}

/** Answer of `GET /api/v1/sources`. */
export interface SourcesResponse {
  readonly sources: readonly SourceListing[];
}

const bothLanguages = z.object({ lv: z.string(), en: z.string() });

export const sources = endpoint({
  path: '/api/v1/sources',
  summary: 'Official sources that can take the place of model data, and how to bring them in',
  formats: json(
    z.object({
      sources: z.array(
        z.object({
          id: z.string(),
          datasets: z.array(z.string()),
          title: bothLanguages,
          publisher: bothLanguages,
          licence: z.string(),
          licenceUrl: z.string().nullable(),
          landingPage: z.string(),
          changes: bothLanguages,
          byHand: bothLanguages,
          canFetch: z.boolean(),
        }),
      ),
    }),
  ),
  datasets: [],
});
