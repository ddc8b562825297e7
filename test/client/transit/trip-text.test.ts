import { describe, expect, it } from 'vitest';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { clock, durationText, movedBy } from '../../../client/transit/times.ts';
import { assumedText, bookedText, type KnownTrip, tripLine } from '../../../client/transit/trip-text.ts';
import { knownTrip, missedTrip, noServiceTrip, toyTrip } from './toy-trips.ts';

const line = (known: KnownTrip, language: Language = 'lv') => tripLine(known, language, words[language]);

describe('one date in one line', () => {
  it('says when to leave and when one is home, the first rounded down and the second up', () => {
    expect(line(knownTrip(toyTrip()))).toBe('ar sabiedrisko transportu: iziet 17.10, mājās 21.05');
    expect(line(knownTrip(toyTrip()), 'en')).toBe('by public transport: leave 17:10, home 21:05');
  });

  it('says so when home is reached after midnight', () => {
    const late = toyTrip({ homeAt: '2026-10-25T00:35:00+03:00' });
    expect(line(knownTrip(late), 'en')).toContain('home 00:35 (next day)');
  });

  it('tells the minute of a last departure that leaves before the end', () => {
    // Needed at 20:10, the last possible leaving is 30 minutes before: 19:40, 20 minutes before the end.
    expect(line(knownTrip(missedTrip()))).toContain('doties mājup ir 19.40, 20 minūtes pirms beigām');
    expect(line(knownTrip(missedTrip({ missedMinutes: 11 })))).toContain('ir 19.59, 1 minūti pirms');
    expect(line(knownTrip(missedTrip()), 'en')).toContain(
      'by public transport: leave 17:10, but no way home',
    );
  });

  it('says so when the last departure leaves before the event even begins', () => {
    const early = missedTrip({ missedMinutes: 160 });
    expect(line(knownTrip(early))).toContain('doties mājup ir 17.30, vēl pirms sākuma');
  });

  it('does not call a departure after the end one before it', () => {
    const text = line(knownTrip(missedTrip({ missedMinutes: 4 })), 'en');
    expect(text).toContain('set off home is 20:06, 6 minutes after the end, but 10 is needed');
  });

  it('gives one reason where both halves fail for the same, else both', () => {
    expect(line(knownTrip(noServiceTrip()))).toBe('ar sabiedrisko transportu: šajā dienā nekas nekursē');
    const both = noServiceTrip({
      outboundReason: 'no-arrival-in-time',
      homewardReason: 'last-departure-missed',
      missedMinutes: 30,
    });
    expect(line(knownTrip(both), 'en')).toMatch(
      /nothing arrives before the start; the last chance to set off home/,
    );
  });

  it('tells until when on-demand transport is booked, and an end that was only assumed', () => {
    const onDemand = { zoneId: 'vane', bookBy: '2026-10-23T12:00:00+03:00' };
    const known = knownTrip(missedTrip({ onDemand }), { isEndAssumed: true });
    expect(bookedText(known, 'en', words.en.transit)?.replaceAll('\u00a0', ' ')).toBe(
      'Only with on-demand transport, if booked by 23 October 2026, 12:00.',
    );
    expect(assumedText(known, 'lv', words.lv.transit)).toBe(
      'beigas nav norādītas, pieņemtais ilgums: 2 stundas',
    );
    expect(bookedText(knownTrip(toyTrip()), 'lv', words.lv.transit)).toBeNull();
    expect(assumedText(knownTrip(toyTrip()), 'lv', words.lv.transit)).toBeNull();
  });
});

describe('times of a place', () => {
  it('reads the clock of the place that the text speaks of, not of the reader', () => {
    expect(clock('lv', '2019-05-13T08:05:59-03:00')).toBe('08.05');
    expect(clock('en', '2019-05-13T23:59:30-03:00', 'up')).toBe('00:00');
  });

  it('moves an instant over midnight without losing its offset', () => {
    expect(movedBy('2026-10-24T00:10:00+03:00', -20)).toBe('2026-10-23T23:50:00+03:00');
  });

  it('writes lengths in words that are counted right', () => {
    expect(durationText('lv', 60, words.lv.transit)).toBe('1 stunda');
    expect(durationText('lv', 90, words.lv.transit)).toBe('1 h 30 min');
    expect(durationText('en', 45.4, words.en.transit)).toBe('45\u00a0min');
  });
});
