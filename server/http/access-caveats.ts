import type { AccessAnswer } from '#core/access/answer.ts';
import { fill } from '#core/language/format.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { smallCountNotes } from '#core/language/small-count-note.ts';
import { sayWarning } from '#core/language/warnings.ts';
import { venueStatuses } from '#core/offer/venue.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { Site } from './call.ts';
import { travelCaveats } from './travel-caveats.ts';
import { countedTwice } from './undecided-pairs.ts';

function leftOutCaveats({ leftOut }: AccessAnswer, language: Language): string[] {
  const { collections, venueStatuses: statusWords } = words[language];
  const byStatus = venueStatuses.flatMap((status) => {
    const count = leftOut.byStatus[status] ?? 0;
    return count === 0 ? [] : [fill(collections.caveats.status, { status: statusWords[status], count })];
  });
  const counted = (['withoutPosition', 'unsnapped'] as const).flatMap((reason) =>
    leftOut[reason] === 0 ? [] : [fill(collections.caveats[reason], { count: leftOut[reason] })],
  );
  const { beyond } = leftOut;
  const outside = beyond && { count: beyond.cells, people: Math.round(beyond.people) };
  const homes = outside ? [sayWarning({ code: 'cells-outside-units', values: outside }, language)] : [];
  return [...byStatus, ...counted, ...homes];
}

/** Everything a reader of one access answer must know beside the numbers. */
export async function accessCaveats(
  answer: AccessAnswer,
  speaker: { readonly versions: readonly DatasetVersion[]; readonly language: Language },
  site: Site,
): Promise<string[]> {
  const { caveats } = words[speaker.language].collections;
  const { peopleBlank } = answer.total;
  const blanks = peopleBlank > 0 ? [fill(caveats.blanks, { count: peopleBlank })] : [];
  const venueIds = new Set(answer.venues.map(({ id }) => id));
  const count = await countedTwice(site, speaker.versions, venueIds);
  const twice =
    count === 0 ? [] : [sayWarning({ code: 'places-counted-twice', values: { count } }, speaker.language)];
  const travel = await travelCaveats(answer.query.departure, speaker, site);
  return [
    ...travel,
    ...smallCountNotes(answer.cells, speaker.language),
    ...leftOutCaveats(answer, speaker.language),
    ...twice,
    ...blanks,
  ];
}
