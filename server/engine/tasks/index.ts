import type { World } from '../world.ts';
import { linkStops } from './on-timetable.ts';
import { surveyStreets } from './prepare.ts';
import { journeysOfHome, roundTripOfHomes, shiftOf } from './round-trips.ts';
import { snappedHomes, streetColumns } from './street-columns.ts';
import { streetWay } from './street-ways.ts';
import { transitColumns } from './transit-columns.ts';
import { transitWay } from './transit-ways.ts';

/** Everything a thread can be asked to do: a function of the world and one task, which may be broken off. */
export const tasks = {
  survey: (world: World, _: null) => surveyStreets(world),
  link: (world: World, _: null) => linkStops(world),
  snappedHomes,
  streetColumns,
  streetWay,
  transitColumns,
  transitWay,
  roundTrip: roundTripOfHomes,
  journeys: journeysOfHome,
  shift: shiftOf,
};

type Family = typeof tasks;
export type TaskKind = keyof Family;
export type TaskOf<Kind extends TaskKind> = Parameters<Family[Kind]>[1];
export type AnswerOf<Kind extends TaskKind> = ReturnType<Family[Kind]>;
