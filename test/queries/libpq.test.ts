import { describe, expect, it } from 'vitest';
import { libpqVariables } from '#server/db/postgres/libpq.ts';

describe('an address for pg_dump', () => {
  it('is the one that the server connects to', () => {
    expect(libpqVariables('postgres://us%40er:p%2Fw@db.example:6432/culture')).toMatchObject({
      PGHOST: 'db.example',
      PGPORT: '6432',
      PGUSER: 'us@er',
      PGPASSWORD: 'p/w',
      PGDATABASE: 'culture',
    });
    expect(libpqVariables('postgres://a@socket/culture?host=/run/postgresql')).toMatchObject({
      PGHOST: '/run/postgresql',
    });
  });

  it('has no brackets around IPv6', () => {
    expect(libpqVariables('postgres://a@[2001:db8::1]:5432/culture').PGHOST).toBe('2001:db8::1');
  });

  it.each([
    ['sslmode=verify-full', { PGSSLMODE: 'verify-full' }],
    ['sslmode=no-verify', { PGSSLMODE: 'require' }],
    ['ssl=true', { PGSSLMODE: 'require' }],
    ['options=-c%20search_path%3Dculture', { PGOPTIONS: '-c search_path=culture' }],
    ['application_name=x&connect_timeout=5', { PGAPPNAME: 'x', PGCONNECT_TIMEOUT: '5' }],
  ])('keeps %s', (parameters, expected) => {
    expect(libpqVariables(`postgres://a@db.example/culture?${parameters}`)).toMatchObject(expected);
  });

  it('leaves out what it does not say', () => {
    const variables = libpqVariables('postgres://a@db.example/culture');
    expect(Object.keys(variables)).not.toContain('PGSSLMODE');
    expect(Object.values(variables)).not.toContain('');
  });
});
