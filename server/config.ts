import { Problem } from '#core/problem.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** Every setting of the server; all optional in the environment. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database, its lock and backups. */
  readonly dataDir: string;
  /** PostgreSQL with PostGIS; null is the embedded database. */
  readonly databaseUrl: string | null;
  /** Name of a file in `geodata/regions`. */
  readonly region: string;
  readonly logLevel: LogLevel;
}

type Environment = Readonly<Record<string, string | undefined>>;

const refuse = (name: string, value: string, expected: string): never => {
  throw new Problem('bad-config', { values: { name, value, expected } });
};

const readPort = (text: string): number => {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  return refuse('PORT', text, '0-65535');
};

/** The address itself is never shown: it may hold a password. */
const readDatabaseUrl = (text: string): string => {
  const expected = 'postgres://user:password@host:5432/database';
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    return refuse('DATABASE_URL', '…', expected);
  }
  return text;
};

/**
 * Reads the settings once; the only reader of the environment.
 * @throws Problem `bad-config` naming the setting, its value and what would fit.
 */
export const readConfig = (environment: Environment = process.env): Config => {
  const read = (name: string): string | null => environment[name]?.trim() || null;
  const databaseUrl = read('DATABASE_URL');
  const region = read('REGION') ?? 'tukums';
  const level = read('LOG_LEVEL') ?? 'info';
  return {
    port: readPort(read('PORT') ?? '3000'),
    host: read('HOST') ?? '127.0.0.1',
    dataDir: read('DATA_DIR') ?? '.data',
    databaseUrl: databaseUrl === null ? null : readDatabaseUrl(databaseUrl),
    region: /^[a-z0-9-]+$/.test(region) ? region : refuse('REGION', region, 'a-z, 0-9, -'),
    logLevel: logLevels.find((known) => known === level) ?? refuse('LOG_LEVEL', level, logLevels.join(', ')),
  };
};

/** Environment for a program that we start: ours and what is added. */
export const environmentWith = (added: Environment): NodeJS.ProcessEnv => ({ ...process.env, ...added });
