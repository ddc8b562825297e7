import pg from 'pg';

/** Parameters of an address that libpq knows, and its variables for them. */
const variables: Readonly<Record<string, string>> = {
  sslmode: 'PGSSLMODE',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  sslrootcert: 'PGSSLROOTCERT',
  sslnegotiation: 'PGSSLNEGOTIATION',
  options: 'PGOPTIONS',
  application_name: 'PGAPPNAME',
  connect_timeout: 'PGCONNECT_TIMEOUT',
  target_session_attrs: 'PGTARGETSESSIONATTRS',
};

/** `pg` knows "ssl=true" and "sslmode=no-verify" besides: encrypted, whoever answers. */
const sslMode = (parameters: URLSearchParams): string | null => {
  const mode = parameters.get('sslmode');
  if (mode !== null) return mode === 'no-verify' ? 'require' : mode;
  return /^(true|1)$/.test(parameters.get('ssl') ?? '') ? 'require' : null;
};

/**
 * An address in libpq's own variables, read as `pg` reads it, so that its programs reach the same database
 * in the same way. On a command line everybody could read the password. What the address does not say is
 * absent.
 */
export const libpqVariables = (databaseUrl: string): Readonly<Record<string, string>> => {
  const { host, port, user, password, database } = new pg.Client({ connectionString: databaseUrl });
  const parameters = new URL(databaseUrl).searchParams;
  const stated: [string, unknown][] = [
    ['PGHOST', host],
    ['PGPORT', port],
    ['PGUSER', user],
    ['PGPASSWORD', password],
    ['PGDATABASE', database],
    ...Object.entries(variables).map(([name, variable]): [string, unknown] => [
      variable,
      name === 'sslmode' ? sslMode(parameters) : parameters.get(name),
    ]),
  ];
  return Object.fromEntries(
    stated.flatMap(([variable, value]) =>
      value === null || value === undefined || value === '' ? [] : [[variable, String(value)]],
    ),
  );
};
