import { say } from '../terminal.ts';
import type { Command } from './command.ts';

/** Makes the shipped model from the facts. */
export const build: Command = {
  name: 'build',
  usage: ['build'],
  run: async () => {
    const { buildGeodata } = await import('../../geodata/build/main.ts');
    for (const line of buildGeodata()) say(line);
    return true;
  },
};
