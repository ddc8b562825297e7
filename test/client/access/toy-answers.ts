import type { AccessAnswer, AccessQuery } from '#core/access/answer.ts';
import { computeAccess } from '#core/access/compute.ts';
import type { AccessResponse } from '#core/contract/envelope.ts';
import { version } from '../../toytown/engine-data.ts';
import { toytownInput } from '../../toytown/input.ts';

const whole = { id: 'toy-municipality', nameLv: 'Rotaļu novads', nameEn: 'Toy municipality' };
const nothingLeftOut = { byStatus: {}, withoutPosition: 0, unsnapped: 0 };

const libraries = ['library-south-west', 'library-north-east'];

/** A real answer about toytown, computed by the code that the server uses. */
export function toyAnswer(
  measure: AccessQuery['measure'] = 'nearest',
  destinations: readonly string[] | 'focal-town' = libraries,
  leftOut: AccessAnswer['leftOut'] = nothingLeftOut,
): AccessAnswer {
  const query: AccessQuery = {
    measure,
    offer: { kinds: ['library'] },
    mode: 'car',
    departure: null,
    cutoffMinutes: 30,
    venueStatuses: ['open'],
  };
  return computeAccess(query, toytownInput({ destinations }), whole, leftOut);
}

export const toyResponse = (result: AccessAnswer): AccessResponse => ({
  result,
  method: { id: result.query.measure, href: `docs/methods/${result.query.measure}.md` },
  dataVersions: [version(1, 'territories'), version(2, 'population')],
  isModel: true,
  caveats: ['A sentence that belongs beside the numbers.'],
});
