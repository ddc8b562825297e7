import type { Migration } from 'kysely/migration';
import { up as firstTables } from './0001-first-tables.ts';
import { up as packFigures } from './0002-pack-figures.ts';
import { up as noBlankNumbers } from './0003-no-blank-numbers.ts';
import { up as realTravel } from './0004-real-travel.ts';
import { up as versions } from './0005-versions.ts';
import { up as placement } from './0006-placement.ts';
import { up as territoryCodes } from './0007-territory-codes.ts';
import { up as venueMatches } from './0008-venue-matches.ts';
import { up as people } from './0009-people.ts';
import { up as addresses } from './0010-addresses.ts';
import { up as survey } from './0011-survey.ts';

/** All migrations in their order; new ones are added at the end and none is ever changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: firstTables },
  '0002-pack-figures': { up: packFigures },
  '0003-no-blank-numbers': { up: noBlankNumbers },
  '0004-real-travel': { up: realTravel },
  '0005-versions': { up: versions },
  '0006-placement': { up: placement },
  '0007-territory-codes': { up: territoryCodes },
  '0008-venue-matches': { up: venueMatches },
  '0009-people': { up: people },
  '0010-addresses': { up: addresses },
  '0011-survey': { up: survey },
};
