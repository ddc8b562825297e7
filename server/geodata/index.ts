import { build } from './build.ts';
import { forget, retire, use } from './change.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { fetchCommand } from './fetch.ts';
import { history } from './history.ts';
import { importCommand } from './import.ts';
import { list } from './list.ts';
import { suggest } from './suggest.ts';

/** The commands, in the order in which they are explained. */
export const commands: readonly Command[] = [
  build,
  list,
  check,
  importCommand,
  fetchCommand,
  history,
  use,
  forget,
  retire,
  suggest,
];
