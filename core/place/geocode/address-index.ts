/** What a place in the hierarchy is, from the largest. */
export const placeLevels = ['municipality', 'unit', 'village', 'street'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/**
 * Addresses as columns, to be sent and kept (JSON): every name once, every house under its place. Positions are
 * hundred-thousandths of a degree (about 1 m); "steps" are differences to the one before, the first to 0.
 */
export interface AddressIndex {
  readonly format: 1;
  readonly kind: 'house' | 'place-name';
  /** Distinct names of places and houses. */
  readonly names: readonly string[];
  readonly places: {
    /** Into `names`. */
    readonly name: readonly number[];
    /** Into `placeLevels`. */
    readonly level: readonly number[];
    /** The place it lies in, which comes before it; -1 for none. */
    readonly parent: readonly number[];
    readonly lonSteps: readonly number[];
    readonly latSteps: readonly number[];
    /** Metres around the point in which its houses lie. */
    readonly radiusMetres: readonly number[];
    /** How many of the houses, in their order, lie right in it. */
    readonly houses: readonly number[];
  };
  /** Place to id of the town or parish of the map. */
  readonly territories: readonly (readonly [place: number, territoryId: string])[];
  readonly houses: {
    readonly nameSteps: readonly number[];
    readonly lonSteps: readonly number[];
    readonly latSteps: readonly number[];
    /** Runs of houses with the same postcode: how many, and its digits; 0 for none. */
    readonly postcodes: readonly (readonly [count: number, postcode: number])[];
  };
}

/** Hundred-thousandths in a degree. */
export const perDegree = 100_000;

export const toSteps = (values: ArrayLike<number>): number[] => {
  const steps = new Array<number>(values.length);
  let before = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    steps[i] = value - before;
    before = value;
  }
  return steps;
};

export const fromSteps = (steps: readonly number[]): Int32Array => {
  const values = new Int32Array(steps.length);
  let value = 0;
  for (let i = 0; i < steps.length; i += 1) {
    value += steps[i] ?? 0;
    values[i] = value;
  }
  return values;
};
