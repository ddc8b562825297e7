import type { RoundTripEvent } from '#core/access/round-trip-answer.ts';
import { departureOf } from '#core/contract/access.ts';
import type { AccessFigure, FigureSpecification, RoundTripFigure } from '#core/contract/figure.ts';
import { dayOf } from '#core/language/travel-notes.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { DayKind } from '#core/transit/timetable-answer.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import type { Engine } from '#server/context.ts';
import { accessContent } from './contents/access.ts';
import type { Content, Surroundings } from './contents/content.ts';
import { roundTripContent } from './contents/round-trip.ts';
import { shiftContent } from './contents/shift.ts';

interface Answered {
  readonly dayKind: DayKind | null;
  readonly contentIn: (around: Surroundings) => Content;
}

type Versions = readonly DatasetVersion[];

/** What a specification asks, answered on exactly these versions; null when they are not the current ones. */
export const answerOn = (
  versions: Versions,
  specification: FigureSpecification,
  engine: Engine,
): Promise<Answered | null> =>
  specification.measure === 'round-trip'
    ? answerRoundTrip(versions, specification, engine)
    : answerAccess(versions, specification, engine);

async function answerAccess(
  versions: Versions,
  specification: AccessFigure,
  engine: Engine,
): Promise<Answered | null> {
  const { measure, offer, mode, cutoffMinutes, level } = specification;
  const venueStatuses = [...new Set(specification.venueStatus)].sort();
  const departure = departureOf(specification);
  const query = { measure, offer, mode, departure, cutoffMinutes, venueStatuses };
  const answer = await engine.accessOn(versions, query);
  if (answer === null) return null;
  const dayKind = departure === null ? null : await dayKindOf(departure.date, engine);
  return { dayKind, contentIn: (around) => accessContent(answer, level, around) };
}

async function answerRoundTrip(
  versions: Versions,
  specification: RoundTripFigure,
  engine: Engine,
): Promise<Answered | null> {
  const { occurrenceId, mode, startShiftMinutes, endShiftMinutes, level } = specification;
  if (!(await engine.isOn(versions))) return null;
  if (specification.drawn === 'shift-curve') {
    const answer = await engine.shift(occurrenceId, mode);
    const dayKind = await dayKindOfEvent(answer.event, mode, engine);
    return { dayKind, contentIn: (around) => shiftContent(answer, around) };
  }
  const answer = await engine.roundTrip({ occurrenceId, mode, startShiftMinutes, endShiftMinutes });
  const dayKind = await dayKindOfEvent(answer.event, mode, engine);
  return { dayKind, contentIn: (around) => roundTripContent(answer, level, around) };
}

/** Other ways of travel know no kinds of day. */
const dayKindOfEvent = async (
  { startsAt }: RoundTripEvent,
  mode: TravelMode,
  engine: Engine,
): Promise<DayKind | null> => (mode === 'public-transport' ? dayKindOf(startsAt.slice(0, 10), engine) : null);

const dayKindOf = async (date: string, engine: Engine): Promise<DayKind | null> =>
  dayOf(await engine.timetable(), date)?.kind ?? null;
