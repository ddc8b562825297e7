import { useQuery } from '@tanstack/react-query';
import type { OnDemandResponse } from '#core/contract/envelope.ts';
import { formatDate, formatWeekdays } from '#core/language/dates.ts';
import { fill, formatNumber, plural } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { type BookingDeadline, type OnDemandZone, weekdays } from '#core/transit/on-demand.ts';
import { apiBase, apiQuery, itemsQuery } from '../../api.ts';
import { ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useDataWords } from './words.ts';

/** Where a vehicle comes when it was booked, and on what terms; nothing where there is no such transport. */
export const OnDemandPanel = () => {
  const language = useLanguage();
  const { transit } = useWords();
  const zones = useQuery(apiQuery<OnDemandResponse>(`${apiBase}/on-demand`, language)).data?.result;
  if (zones === undefined || zones.length === 0) return null;
  return (
    <Panel title={transit.about.onDemand}>
      {zones.map((zone) => (
        <Zone key={zone.id} zone={zone} />
      ))}
    </Panel>
  );
};

const Zone = ({ zone }: { zone: OnDemandZone }) => {
  const language = useLanguage();
  const { common, transit } = useWords();
  const text = transit.about;
  const { source } = useDataWords();
  const where = useWhere(zone);
  const { hours, seats } = zone;
  const days = zone.days.map((day) => weekdays.indexOf(day));
  const facts = [
    [text.onDemandWhere, where],
    [
      text.onDemandWhen,
      fill(text.onDemandHours, {
        days: formatWeekdays(language, days),
        from: clock(hours.from, language),
        to: clock(hours.to, language),
      }),
    ],
    [text.onDemandBooking, bookingText(zone.booking, text, language)],
    [text.onDemandSeats, seats === null ? common.notStated : formatNumber(language, seats)],
    [text.onDemandUntil, formatDate(language, zone.validUntil)],
    [source, zone.source],
  ] as const;
  return (
    <section>
      <h3>
        {language === 'en' ? zone.nameEn : zone.nameLv} {zone.isModel ? <ModelBadge /> : null}
      </h3>
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/** Names of its towns and parishes; their ids until the names are there. */
const useWhere = ({ area }: OnDemandZone): string => {
  const language = useLanguage();
  const { transit } = useWords();
  const territories = useQuery(itemsQuery(language, 'territories')).data?.features ?? [];
  if ('ring' in area) return transit.about.onDemandRing;
  const nameOf = (id: string) => {
    const found = territories.find((territory) => territory.id === id)?.properties;
    return (language === 'en' ? found?.nameEn : found?.nameLv) ?? id;
  };
  return area.territoryIds.map(nameOf).join(', ');
};

const bookingText = (booking: BookingDeadline, text: Words['transit']['about'], language: Language) => {
  if ('hoursBefore' in booking) return plural(language, booking.hoursBefore, text.hoursBefore);
  const { daysBefore } = booking;
  const by = clock(booking.by, language);
  return fill(daysBefore === 0 ? text.sameDay : plural(language, daysBefore, text.daysBefore), { by });
};

/** "07:00" as the language writes it: "07.00" in Latvian. */
const clock = (time: string, language: Language) => (language === 'lv' ? time.replace(':', '.') : time);
