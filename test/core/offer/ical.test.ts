import { describe, expect, it } from 'vitest';
import { writeCalendar } from '#core/offer/ical.ts';
import { bareListing } from './fixture.ts';

const options = {
  name: 'Karte',
  language: 'LV',
  domain: 'example.org',
  stamp: new Date('2026-11-22T09:00:00Z'),
  textsOf: () => ({ title: 'Talka, ar; "zīmēm"', description: 'Pirmā\nOtrā', url: 'https://example.org/x' }),
};

/** Unfolds the lines of RFC 5545 3.1. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('iCalendar', () => {
  it('gives summer and winter time as the right instants', () => {
    const winter = { ...bareListing, id: 'talka_20261031T1800', startsAt: '2026-10-31T18:00:00+02:00' };
    const lines = linesOf(writeCalendar([bareListing, winter], options));
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
      'DTSTART:20261024T150000Z',
      'DTSTART:20261031T160000Z',
    ]);
  });

  it('invents no end and keeps a stated one', () => {
    expect(writeCalendar([bareListing], options)).not.toMatch(/DTEND|DURATION/);
    const ended = { ...bareListing, endsAt: '2026-10-24T20:00:00+03:00' };
    expect(linesOf(writeCalendar([ended], options))).toContain('DTEND:20261024T170000Z');
  });

  it('keeps the UID when a date is moved or cancelled, and says so', () => {
    const cancelled = { ...bareListing, status: 'cancelled' as const };
    const lines = linesOf(writeCalendar([cancelled], options));
    expect(lines).toContain('UID:talka_20261024T1800@example.org');
    expect(lines).toContain('STATUS:CANCELLED');
    expect(linesOf(writeCalendar([bareListing], options))).toContain('STATUS:CONFIRMED');
  });

  it('escapes texts, folds long lines at 75 octets and writes the same bytes again', () => {
    const text = writeCalendar([{ ...bareListing, venueName: 'ā'.repeat(80) }], options);
    expect(linesOf(text)).toContain('SUMMARY:Talka\\, ar\\; "zīmēm"');
    expect(linesOf(text)).toContain('DESCRIPTION:Pirmā\\nOtrā');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(writeCalendar([{ ...bareListing, venueName: 'ā'.repeat(80) }], options)).toBe(text);
  });
});
