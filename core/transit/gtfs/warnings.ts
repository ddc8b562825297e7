import type { ImportWarning } from '../../warning.ts';
import type { GtfsExample, GtfsProblem } from './problems.ts';
import type { GtfsFeedReport, GtfsReport } from './report.ts';

/** The report in single sentences, for a list of warnings: nothing that was left out is left unsaid. */
export function warningsOf({ feeds, firstDate, lastDate }: GtfsReport): ImportWarning[] {
  const differ = feeds.some((feed) => feed.firstDate !== firstDate || feed.lastDate !== lastDate);
  return [
    ...(differ ? [{ code: 'feed-dates-differ', values: { firstDate, lastDate } } as const] : []),
    ...feeds.flatMap((feed) => [
      ...timesInterpolated(feed),
      ...tripsOutside(feed),
      ...feed.problems.map((problem) => warningOf(feed, problem)),
    ]),
  ];
}

const timesInterpolated = ({ fileName, calls, callsInterpolated }: GtfsFeedReport): ImportWarning[] =>
  callsInterpolated === 0
    ? []
    : [
        {
          code: 'times-interpolated',
          values: {
            feed: fileName,
            count: callsInterpolated,
            of: calls,
            percent: Math.round((100 * callsInterpolated) / calls),
          },
        },
      ];

const tripsOutside = ({ fileName, tripsOutside: count }: GtfsFeedReport): ImportWarning[] =>
  count === 0 ? [] : [{ code: 'trips-outside-network', values: { feed: fileName, count } }];

function warningOf({ fileName }: GtfsFeedReport, { kind, count, examples }: GtfsProblem): ImportWarning {
  const [example] = examples;
  return {
    code: kind,
    values: { feed: fileName, count, where: example === undefined ? '' : whereOf(example) },
  };
}

/** "stop_times.txt 12: T1": table, line and value are the same in every language. */
const whereOf = ({ table, row, value }: GtfsExample): string => `${table} ${row}: ${value}`;
