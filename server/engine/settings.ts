import { defaultRoundTripSettings, type RoundTripSettings } from '#core/access/round-trip-answer.ts';
import { defaultSnapSettings, type SnapSettings } from '#core/roads/snap.ts';
import { defaultSpeeds, type SpeedModel } from '#core/roads/speed.ts';
import type { SchoolTerm } from '#core/transit/calendar.ts';
import { defaultTransitSettings, type TransitSettings } from '#core/transit/settings.ts';

/** How people travel: `geodata/settings/travel.json`, described in `docs/methods`. */
export interface TravelSettings {
  readonly speeds: SpeedModel;
  readonly snap: SnapSettings;
  readonly transit: TransitSettings;
  readonly roundTrip: RoundTripSettings;
}

export const defaultTravelSettings: TravelSettings = {
  speeds: defaultSpeeds,
  snap: defaultSnapSettings,
  transit: defaultTransitSettings,
  roundTrip: defaultRoundTripSettings,
};

/** What is assumed of the region, each marked so where it is shown. */
export interface Assumptions {
  /** Empty where none are known: then no weekday is a school day. */
  readonly schoolTerms: readonly SchoolTerm[];
  /** Residents without a car in percent, by territory. */
  readonly withoutCarPercent: ReadonlyMap<string, number>;
}

export const noAssumptions: Assumptions = { schoolTerms: [], withoutCarPercent: new Map() };
