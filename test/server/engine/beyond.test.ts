import { expect, it } from 'vitest';
import type { AccessQuery } from '#core/access/answer.ts';
import { accessCaveats } from '#server/http/access-caveats.ts';
import type { Site } from '#server/http/call.ts';
import { toytownData, version } from '../../toytown/engine-data.ts';
import { at, cells } from '../../toytown/toytown.ts';
import { closeAfterEach, engineOn } from './start-engine.ts';

closeAfterEach();

const libraries: AccessQuery = {
  measure: 'nearest',
  offer: { kinds: ['library'] },
  mode: 'car',
  departure: null,
  cutoffMinutes: 30,
  venueStatuses: ['open'],
};

it('cells outside every known unit are in no number, and that is said with their residents', async () => {
  const [one] = cells;
  if (one === undefined) throw new Error('no cells');
  const beyond = {
    ...one,
    id: '1kmX390Y390',
    territoryId: null,
    isBeyond: true,
    people: 41,
    centre: at(1, 1),
  };
  const nextDoor = { ...one, id: '1kmX391Y390', territoryId: null, people: 500, centre: at(1, 1) };
  const data = toytownData();
  const all = await engineOn(data).access(libraries);
  const readCells = async () => [...(await data.readCells()), beyond, nextDoor];
  const answer = await engineOn({ ...data, readCells }).access(libraries);
  expect(answer.total).toEqual(all.total);
  expect(answer.cells.id).toEqual(all.cells.id);
  expect(all.leftOut.beyond).toBeUndefined();
  expect(answer.leftOut.beyond).toEqual({ cells: 1, people: 41 });

  const listVenueSuggestions = async () => ({ undecided: [], decided: { places: [], apart: [] } });
  const site = { data: { currentVersions: async () => [], listVenueSuggestions } } as unknown as Site;
  const caveats = (language: 'lv' | 'en') =>
    accessCaveats(answer, { versions: [version(1, 'streets')], language }, site);
  expect((await caveats('en')).join('\n')).toContain('1 cells with 41 residents lie outside every parish');
  expect((await caveats('lv')).join('\n')).toContain('1 šūnas ar 41 iedzīvotājiem');
});
