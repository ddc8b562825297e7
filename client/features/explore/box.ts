import type { Bbox } from '#core/place/units.ts';
import type { Parameter } from '../../ui/search-state.ts';

/** West, south, east, north in degrees with at most 2 decimals, or null for none. */
export const box = (): Parameter<Bbox | null> => ({
  fallback: null,
  parse: (text) => {
    if (!/^(-?\d{1,3}(\.\d{1,2})?(,|$)){4}$/.test(text)) return undefined;
    const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
    const isBox = west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
    return isBox ? [west, south, east, north] : undefined;
  },
  format: (value) => (value === null ? '' : value.map((degrees) => degrees.toFixed(2)).join(',')),
});
