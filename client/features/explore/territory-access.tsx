import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { MeasureId, MeasureUnit } from '#core/access/answer.ts';
import { formatDate, isoDay } from '#core/language/dates.ts';
import { fill, formatMinutes, formatNumber, formatPercent } from '#core/language/format.ts';
import { type Language, pagePath } from '#core/language/routes.ts';
import { defaultTitle } from '#core/map/titles.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { accessQuery } from '../../api.ts';
import { datasetsOfTravel, useIsModel } from '../../model-data.ts';
import { problemView } from '../../request.ts';
import { useTimetable, usualDay } from '../../transit/timetable.ts';
import { ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/status.tsx';

const shownMeasures = ['nearest', 'way-to-town', 'people-within'] as const satisfies readonly MeasureId[];

/** The first numbers of the planner's door for one territory, each a link to the whole view. */
export const TerritoryAccess = ({ territoryId, mode }: { territoryId: string; mode: TravelMode }) => {
  const language = useLanguage();
  const { events, modes, transit } = useWords();
  const isModel = useIsModel([...datasetsOfTravel(mode), 'territories']);
  const isByDate = mode === 'public-transport';
  const timetable = useTimetable(isByDate).data;
  const days = timetable?.result?.days ?? [];
  const date = isByDate ? usualDay(days, isoDay(new Date())) : null;
  if (isByDate && timetable !== undefined && date === null) {
    return (
      <Panel title={events.accessHere}>
        <p>{transit.noTimetable}</p>
      </Panel>
    );
  }
  return (
    <Panel title={events.accessHere}>
      <table className="table">
        <caption>
          {fill(events.accessTable, { mode: modes[mode] })}
          {date === null ? null : `, ${formatDate(language, date)}`} {isModel ? <ModelBadge /> : null}
        </caption>
        <thead>
          <tr>
            <th scope="col">{events.measure}</th>
            <th scope="col" className="numeric">
              {events.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {shownMeasures.map((measure) => (
            <MeasureRow key={measure} measure={measure} territoryId={territoryId} mode={mode} date={date} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
};

interface MeasureRowProps {
  readonly measure: MeasureId;
  readonly territoryId: string;
  readonly mode: TravelMode;
  /** Public transport: the day; null while it is not known, and for other ways. */
  readonly date: string | null;
}

const MeasureRow = ({ measure, territoryId, mode, date }: MeasureRowProps) => {
  const language = useLanguage();
  const words = useWords();
  const { measures, reasons, common } = words;
  const { data, error, refetch } = useQuery({
    ...accessQuery(language, measure, { mode, date }),
    enabled: mode !== 'public-transport' || date !== null,
  });
  const answer = data?.result;
  const row = [answer?.total, ...(answer?.territories ?? [])].find((one) => one?.id === territoryId);
  const href = `${pagePath('access', language)}?measure=${measure}&mode=${mode}&territory=${territoryId}${date === null ? '' : `&date=${date}`}`;
  const title = answer
    ? defaultTitle({ query: answer.query, level: 'parishes', regionName: '', venueName: '' }, words, language)
    : measures[measure];
  return (
    <tr>
      <th scope="row">
        <Link href={href}>{title}</Link>
      </th>
      <td className="numeric">
        {answer === undefined && error === null ? <Loading /> : null}
        {answer === undefined && error !== null ? (
          <Failed problem={problemView(error, language)} onRetry={() => void refetch()} />
        ) : null}
        {row && answer && row.value !== null ? withUnit(row.value, answer.unit, language) : null}
        {row && row.value === null ? (row.reason ? reasons[row.reason] : common.notStated) : null}
        {answer && !row ? common.notStated : null}
      </td>
    </tr>
  );
};

const withUnit = (value: number, unit: MeasureUnit, language: Language): string => {
  switch (unit) {
    case 'min':
      return formatMinutes(language, value);
    case 'percent':
      return formatPercent(language, value, 1);
    case 'venues':
      return formatNumber(language, value, 1);
  }
};
