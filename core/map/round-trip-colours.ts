import type { RoundTripStatus } from '../access/round-trip-answer.ts';

/**
 * Colours of what residents can do: warm, so that no map of minutes (blue and green) is taken for one of round
 * trips. All pairs keep at least 16 CIEDE2000 for normal, protan, deutan, tritan and grey vision, and grow
 * darker from "can" to "cannot".
 */
export const roundTripColours: Readonly<Record<RoundTripStatus, string>> = {
  'round-trip': '#fdd0a2',
  'outbound-only': '#e6762f',
  'homeward-only': '#98498a',
  none: '#3f1a40',
};
