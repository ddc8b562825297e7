import type { ShiftAnswer } from '../round-trip-answer.ts';
import { type Half, works } from './half.ts';
import { homewardHalf } from './homeward.ts';
import type { RoundTripInput } from './input.ts';
import { outboundHalf } from './outbound.ts';
import { streetHomeward, streetOutbound } from './streets.ts';
import type { Shifts } from './timing.ts';
import { homewardTimesOf, rulesOf } from './transit.ts';

type Curve = ShiftAnswer['byEndShift'];

/** Minutes by which an event is moved in the shift finder: two hours either way, a quarter at a time. */
const shiftMinutes: readonly number[] = Array.from({ length: 17 }, (_, i) => 15 * (i - 8));

/**
 * Residents with a round trip when the end is moved (the start stays), and when the start is (the end stays).
 * Every point is reckoned anew, none interpolated. A shift that leaves no time between start and end is left out.
 * So is one to a day of which nothing is known, and every shift of an event without a place: unknown is not nobody.
 *
 * @param inputOf the same event moved; it may need other service days.
 */
export function shiftCurves(inputOf: (shifts: Shifts) => RoundTripInput): {
  readonly byEndShift: Curve;
  readonly byStartShift: Curve;
} {
  const halves = keptHalves();
  const pointsOf = (shiftsOf: (minutes: number) => Shifts): Curve =>
    shiftMinutes.flatMap((minutes) => {
      const input = inputOf(shiftsOf(minutes));
      if (!isKnown(input)) return [];
      if (input.timing.endMs <= input.timing.startMs) return [];
      return [{ minutes, ...peopleWith(input, halves.outbound(input), halves.homeward(input)) }];
    });
  return {
    byEndShift: pointsOf((minutes) => ({ startShiftMinutes: 0, endShiftMinutes: minutes })),
    byStartShift: pointsOf((minutes) => ({ startShiftMinutes: minutes, endShiftMinutes: 0 })),
  };
}

const isKnown = ({ venue, travel }: RoundTripInput): boolean =>
  venue !== null && (travel.kind === 'streets' || (travel.outbound !== null && travel.homeward !== null));

/** Halves without reasons, each reckoned once for the moments it depends on. */
function keptHalves() {
  const [there, back] = [new Map<string, boolean[]>(), new Map<string, boolean[]>()];
  const kept = (known: Map<string, boolean[]>, key: string, make: () => boolean[]) => {
    const found = known.get(key) ?? make();
    known.set(key, found);
    return found;
  };
  return {
    outbound: (input: RoundTripInput) => {
      const { arriveByMs, outboundDate } = input.timing;
      return kept(there, `${arriveByMs} ${outboundDate}`, () => comes(input));
    },
    homeward: (input: RoundTripInput) => {
      const { leaveFromMs, homeByMs, homewardDate, outboundDate } = input.timing;
      const key = `${leaveFromMs} ${homeByMs} ${homewardDate} ${outboundDate}`;
      return kept(back, key, () => getsHome(input));
    },
  };
}

/** For each home whether the way there exists. */
export function comes(input: RoundTripInput): boolean[] {
  const { travel, timing } = input;
  if (travel.kind === 'streets') return workingHomes(input, streetOutbound(input, travel).half);
  if (travel.outbound === null || input.venue === null) return input.homes.people.map(() => false);
  return workingHomes(input, outboundHalf(travel, timing, rulesOf(input, travel.outbound)));
}

/** For each home whether the way home exists. */
export function getsHome(input: RoundTripInput): boolean[] {
  const { travel } = input;
  if (travel.kind === 'streets') return workingHomes(input, streetHomeward(input, travel).half);
  const { homeward } = travel;
  if (homeward === null || input.venue === null) return input.homes.people.map(() => false);
  const times = homewardTimesOf(input, homeward);
  return workingHomes(input, homewardHalf(travel, homeward, times, rulesOf(input, homeward)));
}

const workingHomes = ({ homes }: RoundTripInput, half: Half) =>
  homes.people.map((_, home) => works(half, home));

function peopleWith({ homes }: RoundTripInput, there: readonly boolean[], back: readonly boolean[]) {
  let [people, all] = [0, 0];
  homes.people.forEach((here, home) => {
    all += here;
    if (there[home] === true && back[home] === true) people += here;
  });
  return { people, percent: all > 0 ? (100 * people) / all : null };
}
