import type { Envelope } from '#core/contract/envelope.ts';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { methodHref } from './methods.ts';

interface Speaker {
  readonly origin: string;
  readonly versions: readonly DatasetVersion[];
}

/** What only travel by timetable rests on. */
const timetableDatasets: readonly DatasetName[] = ['timetable', 'on-demand'];

/** The same call with the versions that an answer by this way of travel rests on: a car needs no timetable. */
export const restingOn = <C extends { readonly versions: readonly DatasetVersion[] }>(
  call: C,
  mode: TravelMode,
): C =>
  mode === 'public-transport'
    ? call
    : { ...call, versions: call.versions.filter(({ dataset }) => !timetableDatasets.includes(dataset)) };

/** What stands around a computed answer. `method` is a page of `docs/methods`. */
export const envelope = <T>(
  result: T,
  method: string,
  { origin, versions }: Speaker,
  caveats: readonly string[],
): Envelope<T> => ({
  result,
  method: { id: method, href: methodHref(origin, method) },
  dataVersions: versions,
  isModel: versions.some((version) => version.isModel),
  caveats,
});

/** What stands around an answer besides its values. */
export type About = Omit<Envelope<unknown>, 'result'>;

/** Columns that say in every row of a table what the numbers rest on; `dataDate` is that of the newest data. */
export const aboutColumns = (about: About) => ({
  method: about.method.href,
  isModel: about.isModel,
  dataDate:
    about.dataVersions
      .map(({ retrievedAt }) => retrievedAt)
      .toSorted()
      .at(-1) ?? null,
});
