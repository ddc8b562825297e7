import { createHash } from 'node:crypto';
import type { Findings } from '#core/findings.ts';
import { type Component, propertyOf, textOf } from './ical-components.ts';
import type { Series } from './ical-entry.ts';

/** Without a UID one is made of what tells the entry from others. */
const derivedUid = (entry: Component): string => {
  const parts = ['summary', 'dtstart', 'location'].map((name) => propertyOf(entry, name)?.raw ?? '');
  return `no-uid-${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)}`;
};

/** Newer as RFC 5546 2.1.5 has it: the higher SEQUENCE, then the later stamp, then the later place in the file. */
const isNewer = (one: Component, than: Component): boolean => {
  const rank = (entry: Component) => Number(textOfRaw(entry, 'sequence')) || 0;
  if (rank(one) !== rank(than)) return rank(one) > rank(than);
  const stamp = (entry: Component) => textOfRaw(entry, 'last-modified') || textOfRaw(entry, 'dtstamp');
  return stamp(one) === stamp(than) ? one.line > than.line : stamp(one) > stamp(than);
};

const textOfRaw = (entry: Component, name: string): string => propertyOf(entry, name)?.raw.trim() ?? '';

/** The newest of entries that are the same; each other one is named. */
const newest = (entries: readonly Component[], uid: string, findings: Findings): readonly Component[] => {
  const [first, ...others] = entries;
  if (first === undefined) return [];
  const kept = others.reduce((best, entry) => (isNewer(entry, best) ? entry : best), first);
  for (const { line } of entries.filter((entry) => entry !== kept)) {
    findings.drop({ code: 'uid-repeated', row: line, field: 'UID', values: { uid: uid.slice(0, 100) } });
  }
  return [kept];
};

/** A changed date without its event is an event of its own, told apart by its date. */
const alone = (entry: Component, uid: string, findings: Findings): Series => {
  findings.add({ code: 'override-alone', row: entry.line, effect: 'corrected', values: {} });
  return { uid: `${uid}/${textOfRaw(entry, 'recurrence-id')}`, master: entry, overrides: [] };
};

const isPublic = (entry: Component, findings: Findings): boolean => {
  const access = textOf(entry, 'class').toUpperCase();
  if (access !== 'PRIVATE' && access !== 'CONFIDENTIAL') return true;
  findings.drop({ code: 'private-left-out', row: entry.line, field: 'CLASS', values: { access } });
  return false;
};

/** The entries of a calendar put together by UID. What was said before and what is not public is left out, said so. */
export const toSeries = (entries: readonly Component[], findings: Findings): readonly Series[] => {
  const byUid = Map.groupBy(
    entries.filter((entry) => isPublic(entry, findings)),
    (entry) => textOfRaw(entry, 'uid') || derivedUid(entry),
  );
  return [...byUid].flatMap(([uid, same]) => {
    for (const entry of same.filter((one) => textOfRaw(one, 'uid') === '')) {
      findings.add({ code: 'uid-missing', row: entry.line, field: 'UID', effect: 'corrected', values: {} });
    }
    const [master] = newest(
      same.filter((entry) => propertyOf(entry, 'recurrence-id') === undefined),
      uid,
      findings,
    );
    const changed = same.filter((entry) => propertyOf(entry, 'recurrence-id') !== undefined);
    const overrides = [
      ...Map.groupBy(changed, (entry) => textOfRaw(entry, 'recurrence-id')).values(),
    ].flatMap((ofDate) => newest(ofDate, uid, findings));
    if (master === undefined) return overrides.map((entry) => alone(entry, uid, findings));
    return [{ uid, master, overrides }];
  });
};
