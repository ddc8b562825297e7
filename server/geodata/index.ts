import { build } from './build.ts';
import type { Command } from './command.ts';
import { fetchCommand } from './fetch.ts';
import { importCommand } from './import.ts';
import { list } from './list.ts';

/** The commands, in the order in which they are explained. */
export const commands: readonly Command[] = [build, list, importCommand, fetchCommand];
