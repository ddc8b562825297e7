import { createHash } from 'node:crypto';
import type { Offer } from '#core/access/answer.ts';
import { measures } from '#core/access/index.ts';
import { defaultRoundTripSettings } from '#core/access/round-trip-answer.ts';
import type { FigureSpecification, FigureSpecificationInput } from '#core/contract/figure.ts';
import { figureRevision } from '#core/map/revision.ts';
import { culturePlaceKinds } from '#core/offer/groups.ts';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import { defaultSnapSettings } from '#core/roads/snap.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { defaultTransitSettings } from '#core/transit/settings.ts';

/** Datasets of the ground under every figure, and of every measure of access. */
export const groundDatasets: readonly DatasetName[] = [
  'territories',
  'settlements',
  'population',
  'venues',
  'venue-matches',
  'streets',
  'landcover',
];

/** What a specification, kept or new, says of the datasets that it rests on. */
type Resting = Pick<FigureSpecificationInput, 'measure' | 'mode'> & {
  readonly drawn?: string | undefined;
};

/** A figure of an event rests on it, and one by public transport on the timetable. */
const datasetsOf = ({ measure, mode, drawn }: Resting): readonly DatasetName[] => {
  const isRoundTrip = measure === 'round-trip';
  // Without a stated mode a round trip is one by public transport.
  const isByTimetable = mode === 'public-transport' || (isRoundTrip && mode === undefined);
  return [
    // A curve has no ground.
    ...groundDatasets.filter((dataset) => drawn !== 'shift-curve' || dataset !== 'landcover'),
    ...(isRoundTrip ? (['events'] as const) : []),
    ...(isByTimetable ? (['timetable'] as const) : []),
    ...(isRoundTrip && isByTimetable ? (['on-demand'] as const) : []),
  ];
};

/** Versions that a figure depends on, in a fixed order. */
export const drawnVersions = (
  versions: readonly DatasetVersion[],
  specification: Resting,
): readonly DatasetVersion[] => {
  const drawn = datasetsOf(specification);
  return versions
    .filter(({ dataset }) => drawn.includes(dataset))
    .toSorted((a, b) => drawn.indexOf(a.dataset) - drawn.indexOf(b.dataset) || (a.list < b.list ? -1 : 1));
};

/** A specification as it is sent, in one spelling: lists sorted, every default that counts written out. */
export const spelledOut = (specification: FigureSpecification): FigureSpecificationInput => {
  if (specification.measure === 'round-trip') {
    // A curve has neither level nor shifts of its own.
    const ofCurve = { level: 'parishes', startShiftMinutes: 0, endShiftMinutes: 0 } as const;
    return specification.drawn === 'shift-curve' ? { ...specification, ...ofCurve } : specification;
  }
  const { date, from, windowMinutes, percentile, ...rest } = specification;
  const departure =
    specification.mode === 'public-transport' ? { date, from, windowMinutes, percentile } : {};
  return {
    ...rest,
    ...departure,
    offer: offerText(specification.offer),
    venueStatus: [...new Set(specification.venueStatus)].sort().join(','),
  };
};

const offerText = (offer: Offer): string => {
  if ('venueId' in offer) return `venue:${offer.venueId}`;
  const kinds = [...new Set(offer.kinds)].sort();
  return kinds.join() === [...culturePlaceKinds].sort().join() ? 'culture' : kinds.join(',');
};

/** JSON with sorted keys and no spaces: one text for one value. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Everything set in code that a number of a figure depends on. */
const settings = {
  speeds: defaultSpeeds,
  snap: defaultSnapSettings,
  transit: defaultTransitSettings,
  roundTrip: defaultRoundTripSettings,
  measures: Object.entries(measures).map(([id, { classes, destination, summary, unit }]) => {
    return { id, classes, destination, summary, unit };
  }),
};

/**
 * Names what figures rest on besides their specification: the revision of computing and drawing, the
 * settings, and the files of the data. Where it differs today, a kept figure is superseded.
 */
export const figureBasis = (versions: readonly DatasetVersion[], specification: Resting): string =>
  named({
    revision: figureRevision,
    settings,
    data: drawnVersions(versions, specification).map(({ dataset, list, fileHash }) => [
      dataset,
      list,
      fileHash,
    ]),
  });

/**
 * Permanent id of a figure. The numbers themselves are part of it, so that one id never stands for two
 * answers, whatever was forgotten elsewhere.
 */
export const figureId = (specification: FigureSpecificationInput, basis: string, answer: unknown): string =>
  named({ specification, basis, answer });

/** The first 20 characters (100 bits) of the base32 (RFC 4648, lower case) of the SHA-256 of a value. */
const named = (value: unknown): string =>
  base32(createHash('sha256').update(canonicalJson(value)).digest()).slice(0, 20);

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

const base32 = (bytes: Uint8Array): string => {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(buffer >> bits) & 31] ?? '';
    }
    buffer &= (1 << bits) - 1;
  }
  return text;
};
