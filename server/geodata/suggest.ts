import { writeFile } from 'node:fs/promises';
import type { VenueSuggestionsResponse } from '#core/contract/envelope.ts';
import { venueSuggestions } from '#core/contract/venue-suggestions.ts';
import type { VenueSuggestions } from '#core/offer/match-file.ts';
import { Problem } from '#core/problem.ts';
import { ask } from '../ask-server.ts';
import { readSuggestions } from '../db/queries/suggestions.ts';
import { writeSuggestions } from '../import/venue/venue-matches-write.ts';
import { language, say } from '../terminal.ts';
import type { Command } from './command.ts';
import { hereOrThere } from './reach.ts';
import { tell } from './words.ts';

const suggestionsThere = async (url: string): Promise<VenueSuggestions> =>
  (await ask<VenueSuggestionsResponse>(`${url}${venueSuggestions.path}`)).result;

/** Never over a file that is there: somebody may have decided half of it. */
const write = async (file: string, text: string): Promise<void> => {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    const fault = { field: 'FILE', fault: isThere ? 'duplicate' : 'malformed', value: file } as const;
    throw new Problem('bad-import', { faults: [fault], cause });
  }
};

/** Writes the file in which people decide which rows are one place. */
export const suggest: Command = {
  name: 'suggest',
  usage: ['suggest [FILE.csv]'],
  run: async ({ positionals }) => {
    const [file = 'venue-matches.csv', ...others] = positionals;
    if (others.length > 0) return false;
    const suggestions = await hereOrThere(
      ({ database }) => readSuggestions(database.db),
      ({ url }) => suggestionsThere(url),
    );
    await write(file, writeSuggestions(suggestions, language));
    const { undecided, decided } = suggestions;
    say(
      tell('suggested', {
        file,
        undecided: undecided.length,
        decided: decided.places.length + decided.apart.length,
      }),
    );
    return true;
  },
};
