import { Link } from 'wouter';
import type { RoundTripAnswer } from '#core/access/round-trip-answer.ts';
import { formatSpan } from '#core/language/dates.ts';
import { fill, formatNumber, formatPercent, plural } from '#core/language/format.ts';
import { pagePath } from '#core/language/routes.ts';
import { assumedText } from '../../transit/trip-text.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { signed } from './event-view.ts';

/** The answer in plain sentences, before any map: what, when, for how many, and what is only an estimate. */
export function EventFinding({ answer }: { answer: RoundTripAnswer }) {
  const language = useLanguage();
  const { access, modes, transit } = useWords();
  const text = transit.event;
  const { event, total, query, settings } = answer;
  const title = language === 'en' ? (event.titleEn ?? event.titleLv) : event.titleLv;
  const people = (count: number) =>
    Number.isInteger(count) ? plural(language, count, access.residents) : formatNumber(language, count);
  const share = (percent: number | null) => (percent === null ? '–' : formatPercent(language, percent, 1));
  const assumed = assumedText({ event, settings }, language, transit);
  const moved = [
    query.startShiftMinutes === 0 ? null : `${text.startShift}: ${signed(query.startShiftMinutes)}`,
    query.endShiftMinutes === 0 ? null : `${text.endShift}: ${signed(query.endShiftMinutes)}`,
  ].filter((one) => one !== null);
  return (
    <div className="access-summary">
      <h2>
        <Link href={pagePath('event', language, event.occurrenceId)}>{title}</Link>
      </h2>
      <p>
        {formatSpan(language, new Date(event.startsAt), new Date(event.endsAt))}, {event.place}
        {assumed === null ? null : <span className="muted"> ({assumed})</span>}
      </p>
      {moved.length === 0 ? null : <p className="access-stale">{moved.join('; ')}</p>}
      <p className="finding">
        {fill(text.finding, {
          title,
          mode: modes[query.mode],
          people: people(total.peopleByStatus['round-trip']),
          percent: share(total.percent),
        })}{' '}
        {fill(text.withoutCar, { percent: share(total.withoutCar.percent) })}
        {total.peopleIfBooked > 0 ? ` ${fill(text.booked, { people: people(total.peopleIfBooked) })}` : ''}
      </p>
      <p className="note">
        {text.estimate} {fill(text.estimateTotal, { percent: share(total.withoutCar.assumedPercent) })}
      </p>
    </div>
  );
}
