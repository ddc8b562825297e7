/** How people use public transport. Settings, described in `docs/methods/travel-by-public-transport.md`. */
export interface TransitSettings {
  /** Vehicles boarded in one journey, at most. */
  readonly maxRides: number;
  /** Walk from home to a stop, or from a stop to the venue, at most. */
  readonly maxAccessWalkMinutes: number;
  /** Walk between two stops on the way, at most. */
  readonly maxTransferWalkMinutes: number;
  /** Between getting off and boarding the next vehicle, at least, walking not counted. */
  readonly changeSeconds: number;
  /** A journey that takes longer, waiting included, is none. */
  readonly maxTravelMinutes: number;
}

export const defaultTransitSettings: TransitSettings = {
  maxRides: 4,
  maxAccessWalkMinutes: 30,
  maxTransferWalkMinutes: 15,
  changeSeconds: 60,
  maxTravelMinutes: 180,
};
