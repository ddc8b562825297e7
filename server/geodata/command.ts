import type { ParseArgsConfig } from 'node:util';

/** What stands behind the name of a command. */
export interface Given {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** One command of `npm run geodata --`. */
export interface Command {
  readonly name: string;
  /** How it is written, a line for each way. */
  readonly usage: readonly string[];
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /**
   * Does it.
   * @returns false when what is given fits no way of writing it; then nothing was done.
   * @throws Problem for whatever a person can act on.
   */
  readonly run: (given: Given) => Promise<boolean>;
}

/** An option that is given as text; undefined when it is not. */
export const textOption = ({ options }: Given, name: string): string | undefined => {
  const { [name]: value } = options;
  return typeof value === 'string' ? value : undefined;
};
