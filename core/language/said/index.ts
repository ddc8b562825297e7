import { addresses } from './addresses.ts';
import { events } from './events.ts';
import { people } from './people.ts';
import { survey } from './survey.ts';
import { territories } from './territories.ts';
import { venues } from './venues.ts';
import { versions } from './versions.ts';

/**
 * What imports of official files say, one file a family of sources. The page never needs them: they are no
 * part of the words that it loads.
 */
export const said = {
  ...versions,
  ...territories,
  ...venues,
  ...people,
  ...addresses,
  ...events,
  ...survey,
};

export type SaidCode = keyof typeof said;
