import { en } from './en.ts';
import { lv } from './lv.ts';
import type { Language } from './routes.ts';

/** Same keys, free texts. */
type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly [string, string]
      ? readonly [string, string]
      : { readonly [K in keyof T]: Widened<T[K]> };

export type Words = Widened<typeof lv>;

export const words: Readonly<Record<Language, Words>> = { lv, en };
