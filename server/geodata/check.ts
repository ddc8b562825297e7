import { fileSources, userDatasets } from '#core/place/provenance.ts';
import { recognise } from '../import/recognise.ts';
import { say } from '../terminal.ts';
import type { Command, Given } from './command.ts';
import { carryOut } from './import.ts';
import { outcomeOptions } from './outcome.ts';
import { tell } from './words.ts';

const sources: readonly string[] = [...userDatasets, ...fileSources];

/** The name of a source and its files; without a name, what the first file is by its content. Null: nobody knows. */
const nameSource = ({ positionals }: Given): readonly string[] | null => {
  const [first = '', ...rest] = positionals;
  if (sources.includes(first) && rest.length > 0) return positionals;
  const found = recognise(first);
  const [only] = found;
  if (only !== undefined && found.length === 1) {
    say(tell('recognised', { source: only }));
    return [only, ...positionals];
  }
  const known = found.length === 0 ? sources : found;
  say(tell(found.length === 0 ? 'not-recognised' : 'several-recognised', { sources: known.join(', ') }));
  return null;
};

/** Looks at files as an import would, with the whole report, and changes nothing. */
export const check: Command = {
  name: 'check',
  usage: ['check [SOURCE] FILE [FILE ...] [--list NAME] [--map FILE.svg] [--report FILE.csv|FILE.json]'],
  options: { list: { type: 'string' }, ...outcomeOptions },
  run: async (given) => {
    if (given.positionals.length === 0) return false;
    const positionals = nameSource(given);
    if (positionals === null) {
      process.exitCode = 2;
      return true;
    }
    return carryOut({ ...given, positionals }, true);
  },
};
