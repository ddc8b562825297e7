import type { z } from 'zod';
import type { CollectionId } from '#core/contract/features/index.ts';
import type { MethodPages } from '#core/contract/methods.ts';
import type { SourceListing } from '#core/contract/sources.ts';
import type { Language } from '#core/language/routes.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { Context } from '../context.ts';
import type { Extent } from './extent.ts';

/** What a handler may use: the context, and what this server was started with. */
export interface Site extends Context {
  readonly softwareVersion: string;
  readonly methods: MethodPages;
  /** Where official data can be had. */
  readonly sources: readonly SourceListing[];
  /** Key for imports; null where imports over the network are off. */
  readonly importToken: string | null;
  /** Day of the region for which the dates of events are laid out: another day has other dates without an import. */
  readonly laidOutOn: () => string;
  readonly extentOf: (id: CollectionId, versions: readonly DatasetVersion[]) => Promise<Extent>;
}

/** A request after reading: everything is typed and checked. */
export interface Call<Path, Query, Body, Name> {
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly format: Name;
  readonly language: Language;
  /** "https://host", without a path. */
  readonly origin: string;
  /** The path as asked, without parameters. */
  readonly address: string;
  /** Parameters as asked, for links that keep every one. */
  readonly search: ReadonlyMap<string, string>;
  /** Fires when whoever asked has gone away: work for this request alone may stop. */
  readonly signal: AbortSignal;
  /** Current versions of the datasets the endpoint names. */
  readonly versions: readonly DatasetVersion[];
}

/** What goes out. Text is UTF-8. */
export interface Answer {
  readonly body: string | Uint8Array;
  /** Another status than the one promised for success. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Shape of an endpoint as far as types go. */
interface AnyEndpoint {
  readonly parameters: z.ZodType;
  readonly query: (path: never, regionCrs: never) => z.ZodType;
  readonly body: { readonly mediaType: string; readonly schema: z.ZodType } | null;
  readonly formats: object;
}

/** Endpoints without a body carry the schema type of null. */
type BodyOf<E extends AnyEndpoint> =
  NonNullable<E['body']> extends { readonly schema: z.ZodType<infer B> } ? B : null;

export type CallOf<E extends AnyEndpoint> = Call<
  z.output<E['parameters']>,
  z.output<ReturnType<E['query']>>,
  BodyOf<E>,
  keyof E['formats'] & string
>;

export type Handler<E extends AnyEndpoint> = (call: CallOf<E>, site: Site) => Promise<Answer> | Answer;

export const jsonBody = (value: unknown): Answer => ({ body: JSON.stringify(value) });
