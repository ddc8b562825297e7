import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDatetime } from '#core/contract/datetime.ts';

const read = (text: string) => z.string().transform(readDatetime).safeParse(text);

describe('datetime', () => {
  it('reads an instant as itself, in any offset', () => {
    const instant = '2026-10-24T15:00:00.000Z';
    expect(read('2026-10-24T18:00:00+03:00').data).toEqual({ from: instant, to: instant });
    expect(read('2026-10-24T15:00:00Z').data).toEqual({ from: instant, to: instant });
  });

  it('reads a day as the whole day in Latvia, 25 hours long when clocks go back', () => {
    expect(read('2026-10-25').data).toEqual({
      from: '2026-10-24T21:00:00.000Z',
      to: '2026-10-25T21:59:59.999Z',
    });
    expect(read('2026-03-29').data).toEqual({
      from: '2026-03-28T22:00:00.000Z',
      to: '2026-03-29T20:59:59.999Z',
    });
  });

  it('reads intervals with open ends', () => {
    expect(read('2026-12-01/2026-12-02').data).toEqual({
      from: '2026-11-30T22:00:00.000Z',
      to: '2026-12-02T21:59:59.999Z',
    });
    const from = '2026-12-01T00:00:00.000Z';
    expect(read('2026-12-01T00:00:00Z/..').data).toEqual({ from, to: null });
    expect(read('2026-12-01T00:00:00Z/').data).toEqual({ from, to: null });
    expect(read('../2026-12-01T00:00:00Z').data).toEqual({ from: null, to: from });
    expect(read('../..').data).toEqual({ from: null, to: null });
  });

  it.each([
    '',
    '..',
    'today',
    '2026',
    '2026-13-01',
    '2026-02-30',
    '2026-10-24T18:00',
    '2026-10-24T25:00:00Z',
    'a/b',
    '2026-01-01/2026-01-02/2026-01-03',
  ])('refuses "%s"', (text) => {
    expect(read(text).error?.issues[0]).toMatchObject({ params: { fault: 'malformed' } });
  });

  it.each([
    '0000-01-01',
    '0001-01-01/2026-01-01',
    '1899-12-31',
    '2026-01-01/9999-12-31',
    '9999-12-31T23:59:59-01:00',
    '2201-01-01T00:00:00Z/..',
  ])('refuses "%s" as out of range', (text) => {
    expect(read(text).error?.issues[0]).toMatchObject({
      params: { fault: 'out-of-range', expected: '1900-2200' },
    });
  });

  it('takes the first and the last of its years', () => {
    expect(read('1900-01-01/2200-12-31').success).toBe(true);
  });

  it('refuses an end before the start', () => {
    expect(read('2026-12-02/2026-12-01').error?.issues[0]).toMatchObject({
      params: { fault: 'end-before-start' },
    });
  });
});
