import type { ImportWarning } from '../../warning.ts';
import { modes } from '../street.ts';
import type { DropReason } from './highway.ts';
import type { StreetsReport } from './report.ts';
import { ignoredReasons } from './restriction.ts';

/** Everything an import of streets says. Each has words in `core/language`, section `streets`. */
export const streetsWarningCodes = [
  'streets-read',
  'streets-undated',
  'streets-by-class',
  'streets-by-surface',
  'surface-guessed',
  'speed-guessed',
  'built-up-guessed',
  'unconnected-car',
  'unconnected-bicycle',
  'unconnected-foot',
  'ways-not-built',
  'ways-not-a-street',
  'ways-closed-to-all',
  'ways-area',
  'ways-outside',
  'nodes-missing',
  'conditions-ignored',
  'barriers-read',
  'turns-read',
  'turns-not-understood',
  'turns-conditional',
  'turns-other-vehicles',
  'turns-incomplete',
  'turns-way-not-read',
  'turns-not-connected',
  'turns-ambiguous',
  'ferries-read',
  'map-drawn',
  'lines-left-out',
  'areas-left-out',
  'areas-unclosed',
  'sea-not-drawn',
] as const;
export type StreetsWarningCode = (typeof streetsWarningCodes)[number];

type Values = ImportWarning['values'];

const dropReasons: readonly DropReason[] = ['not-built', 'not-a-street', 'closed-to-all', 'area'];

const whole = (km: number): string => (km < 10 ? String(Math.round(km * 10) / 10) : String(Math.round(km)));

/** Percent with one decimal; of nothing it is 0. */
const percent = (part: number, of: number): number => (of === 0 ? 0 : Math.round((1000 * part) / of) / 10);

/** "residential 512 km, service 300 km": words of OpenStreetMap, the same in every language. */
const list = (km: Readonly<Record<string, number>>): string =>
  Object.entries(km)
    .map(([name, length]) => `${name} ${whole(length)} km`)
    .join(', ');

/** The report in single sentences: what was read, what was guessed, and all that was left out. */
export function streetsSaid(report: StreetsReport): ImportWarning[] {
  const said: ImportWarning[] = [];
  const say = (code: StreetsWarningCode, values: Values) => said.push({ code, values });
  const count = (code: StreetsWarningCode, number: number | undefined, more: Values = {}) => {
    if (number !== undefined && number > 0) say(code, { count: number, ...more });
  };
  const { file, guessed, connection, drawn, turnRestrictions } = report;
  say('streets-read', { km: whole(report.km), edges: report.edges, junctions: report.junctions });
  if (file.timestamp === null) say('streets-undated', {});
  say('streets-by-class', { list: list(report.kmByClass) });
  say('streets-by-surface', { list: list(report.kmBySurface) });
  const ofCarKm = (km: number) => ({ km: whole(km), percent: percent(km, guessed.carKm) });
  const { area = 0, zone = 0 } = guessed.builtUpKm;
  say('surface-guessed', ofCarKm(guessed.surfaceKm));
  say('speed-guessed', ofCarKm(guessed.speedKm));
  say('built-up-guessed', ofCarKm(guessed.carKm - area - zone));
  for (const mode of modes) {
    const { km, unconnectedKm, unconnectedNodes } = connection[mode];
    count(`unconnected-${mode}`, unconnectedNodes, {
      km: whole(unconnectedKm),
      percent: percent(unconnectedKm, km),
    });
  }
  for (const reason of dropReasons) count(`ways-${reason}`, report.dropped[reason]);
  count('ways-outside', report.waysOutside);
  count('nodes-missing', report.missing.ways, { nodes: report.missing.nodes });
  count('conditions-ignored', report.waysWithConditions);
  count('barriers-read', report.barriers, {
    signals: report.signals,
    crossings: report.levelCrossings,
  });
  count('turns-read', turnRestrictions.kept);
  for (const reason of ignoredReasons) count(`turns-${reason}`, turnRestrictions.ignored[reason]);
  count('ferries-read', report.ferries.count, { guessed: report.ferries.withoutDuration });
  say('map-drawn', { lines: drawn.lines, areas: drawn.areas, places: drawn.places });
  count('lines-left-out', drawn.linesLeftOut, { km: whole(drawn.kmLeftOut) });
  count('areas-left-out', drawn.areasLeftOut);
  count('areas-unclosed', drawn.areasUnclosed);
  if (!drawn.isSeaWhole) say('sea-not-drawn', {});
  return said;
}
