import type { SuggestedPair } from '#core/offer/match-file.ts';
import { type DatasetVersion, stateOf } from '#core/place/provenance.ts';
import type { Site } from './call.ts';

interface Known {
  readonly state: string;
  readonly pairs: Promise<readonly SuggestedPair[]>;
}

/** Comparing all venues takes a moment, and only new lists or decisions change what comes out. */
const known = new WeakMap<Site['data'], Known>();

const undecidedPairs = ({ data }: Site, versions: readonly DatasetVersion[]) => {
  const state = stateOf(versions, ['venues', 'venue-matches']);
  const before = known.get(data);
  if (before?.state === state) return before.pairs;
  const pairs = data.listVenueSuggestions().then(({ undecided }) => undecided);
  pairs.catch(() => known.delete(data));
  known.set(data, { state, pairs });
  return pairs;
};

/** How many pairs of these venues may be one place that is counted twice. */
export const countedTwice = async (
  site: Site,
  versions: readonly DatasetVersion[],
  venueIds: ReadonlySet<string>,
): Promise<number> =>
  (await undecidedPairs(site, versions)).filter(
    ({ keep, other }) => venueIds.has(keep.id) && venueIds.has(other.id),
  ).length;
