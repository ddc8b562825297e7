import type { Findings } from '#core/findings.ts';
import type { VenuePosition } from '#core/offer/venue.ts';
import type { Bbox, LonLat } from '#core/place/units.ts';
import type { AddressFinder } from '../address/address-finder.ts';
import { isInside } from './kisc-objects-point.ts';
import { type Draft, type DraftPoints, disagreement } from './kisc-objects-read.ts';

/** What is known of a point: the unit it lies in, and whether it is in the sea. */
interface Located {
  readonly unit: string | null;
  readonly isInSea: boolean;
}

/** Asks the map about many points at once. */
type Locate = (points: readonly LonLat[]) => Promise<readonly Located[]>;

/** A draft that belongs to the region. */
export interface Settled {
  readonly draft: Draft;
  readonly territoryId: string | null;
  readonly position: VenuePosition;
  readonly isCorrected: boolean;
}

export interface Settling {
  readonly bounds: Bbox;
  readonly locate: Locate;
  /** Names of units, for sentences. */
  readonly nameOf: (id: string) => string;
  /** False where the map has no towns and parishes: then the bounds decide. */
  readonly hasUnits: boolean;
  readonly findings: Findings;
  /** Finds rows without coordinates by their address; null where there are no addresses. */
  readonly addresses: AddressFinder | null;
}

interface Candidate {
  readonly lonLat: LonLat;
  readonly accuracyMetres: number;
  readonly method: string;
  readonly at: Located;
}

/** Up to this accuracy a position is called exact: the house, not the village. */
const exactMetres = 50;

const positionOf = (chosen: Candidate | null, reason: string): VenuePosition => {
  if (chosen === null) return { state: 'missing', reason };
  const { lonLat, accuracyMetres, method } = chosen;
  return { state: accuracyMetres <= exactMetres ? 'exact' : 'approximate', lonLat, accuracyMetres, method };
};

/** The point inside the unit that the code names, else the one inside any unit here, else the degrees. */
const choose = (draft: Draft, wgs: Candidate | null, lks: Candidate | null): Candidate | null => {
  if (wgs === null || lks === null) return wgs ?? lks;
  const { code } = draft;
  const isStated = ({ at }: Candidate) => code.says === 'unit' && at.unit === code.id;
  if (isStated(wgs) !== isStated(lks)) return isStated(wgs) ? wgs : lks;
  if ((wgs.at.unit === null) !== (lks.at.unit === null)) return wgs.at.unit === null ? lks : wgs;
  return wgs;
};

/**
 * Which unit a row belongs to: by a code that is sure, else by its point; null where it lies elsewhere, undefined where
 * nothing tells.
 */
const unitOf = ({ code }: Draft, chosen: Candidate | null, isNear: boolean): string | null | undefined => {
  if (code.says === 'elsewhere') return null;
  if (code.says === 'unit' && !code.isInferred) return code.id;
  if (chosen !== null && chosen.at.unit !== null) return chosen.at.unit;
  if (code.says === 'unit' && (chosen === null || isNear)) return code.id;
  if (chosen !== null) return null;
  return code.says === 'municipality' ? '' : undefined;
};

/** Where its address lies, of a row that states no coordinates at all; said. */
const byAddress = (
  draft: Draft,
  points: DraftPoints,
  { addresses, findings }: Settling,
): Candidate | null => {
  if (addresses === null || draft.address === null || points.wgs !== null || points.lks !== null) return null;
  const { code, line: row } = draft;
  const found = addresses.find(draft.address, code.says === 'unit' && !code.isInferred ? code.id : null);
  if (found === null) return null;
  findings.add({ ...found.finding, row, field: 'address' });
  return found.position === null
    ? null
    : { ...found.position, at: { unit: found.territoryId, isInSea: false } };
};

const settleOne = (
  draft: Draft,
  points: DraftPoints,
  found: readonly (Located | null)[],
  settling: Settling,
) => {
  const { findings, bounds, hasUnits, nameOf } = settling;
  const { line: row } = draft;
  const unknown: Located = { unit: null, isInSea: false };
  const [wgsAt, lksAt] = found;
  const wgs: Candidate | null =
    points.wgs === null
      ? null
      : {
          lonLat: points.wgs.lonLat,
          accuracyMetres: points.wgs.roundingMetres,
          method: 'coordinates of the list (WGS 84)',
          at: wgsAt ?? unknown,
        };
  const lks: Candidate | null =
    points.lks === null
      ? null
      : {
          lonLat: points.lks,
          accuracyMetres: 1,
          method: 'coordinates of the list (LKS-92)',
          at: lksAt ?? unknown,
        };
  const picked = choose(draft, wgs, lks) ?? byAddress(draft, points, settling);
  const isNear = picked !== null && isInside(bounds, picked.lonLat);
  const unit = hasUnits ? unitOf(draft, picked, isNear) : isNear ? '' : picked === null ? undefined : null;
  if (unit === undefined) {
    findings.drop({ code: 'no-place-stated', row, values: { name: draft.name } });
    return null;
  }
  if (unit === null) return elsewhere(draft, picked, isNear, settling);
  const metres = disagreement(points);
  if (metres !== null && picked !== null) {
    const values = { metres, taken: picked === lks ? 'LKS-92' : 'WGS 84' };
    findings.add({ code: 'coordinates-disagree', row, values });
  }
  const { kept, reason, isDropped } = judgePoint(draft, picked, isNear, settling);
  if (kept !== null && kept.at.unit !== null && unit !== '' && kept.at.unit !== unit) {
    const values = { stated: nameOf(unit), located: nameOf(kept.at.unit) };
    findings.add({ code: 'other-territory', row, field: 'atvk', values });
  }
  return {
    draft,
    territoryId: unit === '' ? null : unit,
    position: positionOf(kept, reason),
    isCorrected: draft.isCorrected || points.isCorrected || isDropped,
  };
};

/** Whether the point of a row that belongs here can be true: not in the sea, and not far away. */
const judgePoint = (
  { line: row, name }: Draft,
  picked: Candidate | null,
  isNear: boolean,
  { findings, hasUnits }: Settling,
) => {
  const nothing = { kept: null, isDropped: picked !== null };
  if (picked === null) {
    findings.add({ code: 'no-position', row, values: {} });
    return { ...nothing, reason: 'no position stated' };
  }
  if (picked.at.isInSea && picked.at.unit === null) {
    findings.add({ code: 'position-in-sea', row, effect: 'corrected', values: { name } });
    return { ...nothing, reason: 'the stated position lies in the sea' };
  }
  if (!isNear) {
    findings.add({ code: 'position-far-away', row, effect: 'corrected', values: { name } });
    return { ...nothing, reason: 'the stated position lies outside the region' };
  }
  if (picked.at.unit === null && hasUnits) findings.add({ code: 'outside-map', row, values: {} });
  return { kept: picked, isDropped: false, reason: '' };
};

/** Most rows of a country's file: only those that could be meant for here are named. */
const elsewhere = (
  { line: row, name, code }: Draft,
  picked: Candidate | null,
  isNear: boolean,
  { findings }: Settling,
) => {
  if (picked?.at.isInSea && picked.at.unit === null) {
    findings.drop({ code: 'row-in-sea', row, values: { name } });
  } else if (code.says === 'elsewhere' && picked?.at.unit) {
    findings.drop({ code: 'code-elsewhere', row, field: 'atvk', values: { name } });
  } else if (code.says !== 'elsewhere' && isNear) {
    findings.drop({ code: 'row-outside', row, values: { name } });
  } else return 'elsewhere' as const;
  return null;
};

const locatedAtOnce = 1000;

/** The unit of each point within the bounds; nobody is asked about the others. */
const locateNear = async (points: readonly (LonLat | null)[], { bounds, locate }: Settling) => {
  const near = points.flatMap((point, at) =>
    point !== null && isInside(bounds, point) ? [{ point, at }] : [],
  );
  const found: (Located | null)[] = points.map(() => null);
  for (let i = 0; i < near.length; i += locatedAtOnce) {
    const some = near.slice(i, i + locatedAtOnce);
    const located = await locate(some.map(({ point }) => point));
    some.forEach(({ at }, k) => {
      found[at] = located[k] ?? null;
    });
  }
  return found;
};

/**
 * Settles where rows belong and lie; drops those of elsewhere, naming the ones that lie near enough to be meant for here
 * and counting the rest.
 */
export const settle = async (
  drafts: readonly Draft[],
  points: readonly DraftPoints[],
  settling: Settling,
): Promise<{ readonly settled: readonly Settled[]; readonly elsewhere: number }> => {
  const wgs = await locateNear(
    points.map((each) => each.wgs?.lonLat ?? null),
    settling,
  );
  const lks = await locateNear(
    // Where both pairs of columns mean one place, it is looked for once.
    points.map((each) => (each.wgs === null || disagreement(each) !== null ? each.lks : null)),
    settling,
  );
  const settled: Settled[] = [];
  let far = 0;
  drafts.forEach((draft, i) => {
    const own = points[i];
    if (own === undefined) return;
    const one = settleOne(draft, own, [wgs[i] ?? null, lks[i] ?? null], settling);
    if (one === 'elsewhere') far += 1;
    else if (one !== null) settled.push(one);
  });
  return { settled, elsewhere: far };
};
