import { formatDate } from '#core/language/dates.ts';
import { fill, formatNumber } from '#core/language/format.ts';
import { dayKinds, type TimetableAnswer } from '#core/transit/timetable-answer.ts';
import { useTimetable } from '../../transit/timetable.ts';
import { ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Which days public transport is known of, from which files, and how much runs on each kind of day. */
export const TimetablePanel = () => {
  const { transit } = useWords();
  const response = useTimetable().data;
  if (response === undefined) return null;
  const timetable = response.result;
  const isModel = response.dataVersions.some((one) => one.dataset === 'timetable' && one.isModel);
  return (
    <Panel title={transit.about.timetable}>
      {timetable === null ? <p>{transit.noTimetable}</p> : null}
      {timetable !== null && isModel ? (
        <p>
          <ModelBadge /> {transit.model}
        </p>
      ) : null}
      {timetable === null ? null : (
        <>
          <Feeds timetable={timetable} />
          <Kinds timetable={timetable} />
        </>
      )}
    </Panel>
  );
};

const Feeds = ({ timetable }: { timetable: TimetableAnswer }) => {
  const language = useLanguage();
  const { common, transit } = useWords();
  const { feeds, stopCount, lineCount, tripCount } = timetable;
  return (
    <>
      <p>
        {fill(transit.about.counts, {
          stops: formatNumber(language, stopCount),
          lines: formatNumber(language, lineCount),
          trips: formatNumber(language, tripCount),
        })}
      </p>
      <table className="table">
        <caption>{transit.about.feeds}</caption>
        <thead>
          <tr>
            <th scope="col">{transit.about.feeds}</th>
            <th scope="col">{transit.about.publisher}</th>
            <th scope="col">{transit.about.validity}</th>
          </tr>
        </thead>
        <tbody>
          {feeds.map((feed) => (
            <tr key={feed.id}>
              <th scope="row">{feed.fileName}</th>
              <td>{feed.publisher ?? common.notStated}</td>
              <td>
                {fill(transit.about.span, {
                  first: formatDate(language, feed.firstDate),
                  last: formatDate(language, feed.lastDate),
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};

/** Days and trips by kind: kept apart, because an average of them is true of no day. */
const Kinds = ({ timetable: { days } }: { timetable: TimetableAnswer }) => {
  const language = useLanguage();
  const { transit } = useWords();
  const rows = dayKinds
    .map((kind) => ({ kind, trips: days.filter((day) => day.kind === kind).map((day) => day.trips) }))
    .filter(({ trips }) => trips.length > 0);
  const span = (trips: readonly number[]) => {
    const [least, most] = [Math.min(...trips), Math.max(...trips)];
    const one = (n: number) => formatNumber(language, n);
    return least === most ? one(least) : `${one(least)}–${one(most)}`;
  };
  return (
    <table className="table">
      <caption>{transit.about.kindsTable}</caption>
      <thead>
        <tr>
          <th scope="col">{transit.about.kind}</th>
          <th scope="col" className="numeric">
            {transit.about.days}
          </th>
          <th scope="col" className="numeric">
            {transit.about.tripsPerDay}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, trips }) => (
          <tr key={kind}>
            <th scope="row">{transit.dayKinds[kind]}</th>
            <td className="numeric">{formatNumber(language, trips.length)}</td>
            <td className="numeric">{span(trips)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
