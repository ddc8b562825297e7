import { describe, expect, it } from 'vitest';
import { statementsOf } from '#server/db/statements.ts';

describe('a script', () => {
  it('is cut at the semicolons between its statements', () => {
    expect(statementsOf('select 1; select 2;\n')).toEqual(['select 1', 'select 2']);
    expect(statementsOf(' ;; \n-- nothing\n; /* nothing; */')).toEqual([]);
  });

  it('keeps strings, names, comments and bodies of functions whole', () => {
    const whole = [
      `select 'a;''b;' as "c;""d"`,
      'select 1 -- one; two',
      'select /* one; two */ 2',
      'create function f() returns int as $$ begin; return 1; end $$ language plpgsql',
      'create function g() returns int as $body$ select $$;$$; $body$ language sql',
      'select $1, $2',
    ];
    expect(statementsOf(`${whole.join('\n;\n')};`)).toEqual(whole);
  });
});
