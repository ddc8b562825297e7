import { parseArgs } from 'node:util';
import { commands } from './geodata/index.ts';
import { fail, say } from './terminal.ts';

const usage = (): string =>
  commands
    .flatMap((command) => command.usage)
    .map((line) => (line.startsWith(' ') ? `                 ${line}` : `npm run geodata -- ${line}`))
    .join('\n');

const refuse = (): void => {
  say(usage());
  process.exitCode = 2;
};

/** Arguments of nobody: an unknown option is no stack trace but the usage. */
const parse = (args: string[], options: NonNullable<Parameters<typeof parseArgs>[0]>['options'] = {}) => {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch {
    return null;
  }
};

/** The entry of `npm run geodata -- COMMAND`. */
const run = async ([name, ...args]: readonly string[]): Promise<void> => {
  const command = commands.find((known) => known.name === name);
  const given = command === undefined ? null : parse(args, command.options);
  if (command === undefined || given === null) return refuse();
  const { positionals, values } = given;
  const options = values as Readonly<Record<string, string | boolean | undefined>>;
  if (!(await command.run({ positionals, options }))) refuse();
};

await run(process.argv.slice(2)).catch(fail);
