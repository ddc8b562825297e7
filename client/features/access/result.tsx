import { useCallback } from 'react';
import { Link } from 'wouter';
import type { AccessAnswer } from '#core/access/answer.ts';
import type { AccessResponse } from '#core/contract/envelope.ts';
import type { VenueKind } from '#core/offer/venue.ts';
import { accessParametersOf } from '../../access-choices.ts';
import { apiBase } from '../../api.ts';
import { apiUrl } from '../../request.ts';
import { useSurvey } from '../../survey.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { figureLink } from './figure-link.ts';
import { Legend } from './legend.tsx';
import { Marks } from './marks.tsx';
import { Notes } from './notes.tsx';
import { answerTitle, type Speech } from './offers.ts';
import { ParishTable } from './parish-table.tsx';
import { PlacePanel, type WaysState } from './place-panel.tsx';
import { ResultMap } from './result-map.tsx';
import { Summary } from './summary.tsx';
import { SurveyNote } from './survey-note.tsx';
import { useWays } from './use-access.ts';
import { VenueTable } from './venue-table.tsx';
import type { AccessView } from './view.ts';

interface ResultProps {
  readonly response: AccessResponse;
  readonly other: {
    readonly response: AccessResponse;
    readonly name: string;
    readonly firstName: string;
  } | null;
  readonly view: AccessView;
  readonly speech: Speech;
  readonly update: (changes: Partial<AccessView>) => void;
}

/** An answer in all its forms: map and legend, the chosen place, the table, and what belongs beside it. */
export function Result({ response, other, view, speech, update }: ResultProps) {
  const language = useLanguage();
  const { access, figures } = useWords();
  const answer = response.result;
  const survey = useSurvey(null).data;
  const origin = originOf(answer, view);
  const ways = useWays(view, origin);
  const waysState: WaysState = {
    list: ways.data?.result ?? null,
    isFailed: ways.isError,
    retry: () => void ways.refetch(),
  };
  const { venues } = speech;
  const kindOf = useCallback(
    (venueId: string): VenueKind | null => venues.find(({ id }) => id === venueId)?.properties.kind ?? null,
    [venues],
  );
  const legendOf = (shown: AccessAnswer) => (
    <Legend
      answer={shown}
      level={view.level}
      // Two maps are told apart by what they show; under a single one the heading says it already.
      title={other ? answerTitle(shown, speech) : figures.legendTitle[shown.unit]}
    />
  );
  const mapOf = (shown: AccessAnswer) => (
    <div className="access-map">
      <ResultMap
        answer={shown}
        view={view}
        speech={speech}
        kindOf={kindOf}
        update={update}
        way={shown === answer ? (waysState.list?.[view.way - 1] ?? null) : null}
      />
      <Marks answer={shown} kindOf={kindOf} />
      {other ? legendOf(shown) : null}
    </div>
  );
  const parameters = accessParametersOf(view);
  const download = (f: 'csv' | 'geojson', level: string) =>
    apiUrl(`${apiBase}/access/${view.measure}`, language, { ...parameters, f, level });
  return (
    <>
      <Summary answer={answer} speech={speech} />
      <div className="access-view">
        <div className={other ? 'access-maps access-maps-two' : 'access-maps'}>
          {mapOf(answer)}
          {other ? mapOf(other.response.result) : null}
        </div>
        <div className="access-aside">
          {other ? null : legendOf(answer)}
          <PlacePanel answer={answer} view={view} update={update} origin={origin} ways={waysState} />
        </div>
      </div>
      <p className="note">{access.tableHint}</p>
      <ParishTable
        answer={answer}
        other={other && { ...other, answer: other.response.result }}
        survey={survey?.result ?? []}
        view={view}
        update={update}
      />
      <SurveyNote response={survey} />
      {answer.query.measure === 'catchment' ? (
        <VenueTable answer={answer} chosen={view.venue} onChoose={(venue) => update({ venue })} />
      ) : null}
      <p className="actions">
        <a className="button" href={download('csv', 'parishes')} download>
          {access.downloadCsv}
        </a>
        <a className="button" href={download('geojson', view.level)} download>
          {access.downloadGeojson}
        </a>
        <Link className="button button-primary" href={figureLink(view, language)}>
          {access.makeFigure}
        </Link>
      </p>
      <Notes response={response} />
    </>
  );
}

/** Cell from which the journeys are shown: the chosen one, else the farthest of the chosen territory. */
function originOf(answer: AccessAnswer, view: AccessView): string {
  if (view.cell !== '') return view.cell;
  return answer.territories.find(({ id }) => id === view.territory)?.farthest?.cellId ?? '';
}
