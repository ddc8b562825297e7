import { useState } from 'react';
import { Link } from 'wouter';
import type { RoundTripResponse } from '#core/contract/envelope.ts';
import { sideOf } from '#core/map/cell-words.ts';
import { shareLegend, statusLegend } from '#core/map/round-trip-legend.ts';
import { questionOf } from '../../event-question-of.ts';
import { apiUrl } from '../../request.ts';
import { type Half, journeyOf } from '../../transit/both-journeys.tsx';
import { roundTripParameters, roundTripPath } from '../../transit/round-trip-query.ts';
import { useBothJourneys } from '../../transit/use-both-journeys.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { EventFinding } from './event-finding.tsx';
import { EventMap } from './event-map.tsx';
import { EventNotes } from './event-notes.tsx';
import { EventPlace } from './event-place.tsx';
import type { EventQuestionProps } from './event-question.tsx';
import { EventTable, ReasonTable } from './event-table.tsx';
import { eventFigureLink } from './figure-link.ts';
import { LegendTable } from './legend.tsx';
import { ShiftFinder } from './shift-finder.tsx';

/** Who can come and get home: sentences, map and legend, the chosen cell, tables, and what moving would do. */
export function EventResult({
  response,
  view,
  update,
}: EventQuestionProps & { response: RoundTripResponse }) {
  const language = useLanguage();
  const words = useWords();
  const { access, transit } = words;
  const answer = response.result;
  const question = questionOf(view);
  const journeys = useBothJourneys(question, view.cell, answer.settings, view.cell !== '');
  const [half, setHalf] = useState<Half>('there');
  const shown = view.cell === '' ? undefined : journeys.data;
  const drawn: Half = shown && journeyOf(shown, half) === null ? (half === 'there' ? 'home' : 'there') : half;
  const legend = view.level === 'cells' ? statusLegend(answer, words) : shareLegend(answer, words, language);
  const download = (f: 'csv' | 'geojson', level: string) =>
    apiUrl(roundTripPath(question), language, { ...roundTripParameters(question), f, level });
  return (
    <>
      <EventFinding answer={answer} />
      <div className="access-view">
        <div className="access-map">
          <EventMap
            answer={answer}
            view={view}
            update={update}
            journey={shown ? journeyOf(shown, drawn) : null}
          />
        </div>
        <div className="access-aside">
          <LegendTable
            entries={legend}
            level={view.level}
            title={transit.event.legend}
            side={sideOf(answer.cells)}
          />
          <EventPlace
            answer={answer}
            view={view}
            update={update}
            journeys={journeys}
            drawn={drawn}
            onDraw={setHalf}
          />
        </div>
      </div>
      <ReasonTable answer={answer} />
      <p className="note">{access.tableHint}</p>
      <EventTable answer={answer} view={view} update={update} />
      <p className="actions">
        <a className="button" href={download('csv', 'parishes')} download>
          {access.downloadCsv}
        </a>
        <a className="button" href={download('geojson', view.level)} download>
          {access.downloadGeojson}
        </a>
        <Link className="button button-primary" href={eventFigureLink(view, language)}>
          {access.makeFigure}
        </Link>
      </p>
      <ShiftFinder view={view} update={update} />
      <EventNotes response={response} />
    </>
  );
}
