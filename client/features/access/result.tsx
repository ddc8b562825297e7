import { useCallback } from 'react';
import { Link } from 'wouter';
import type { AccessAnswer } from '#core/access/answer.ts';
import type { AccessResponse } from '#core/contract/envelope.ts';
import type { VenueKind } from '#core/offer/venue.ts';
import { accessParametersOf } from '../../access-choices.ts';
import { apiBase } from '../../api.ts';
import { AccessMap, type Target } from '../../map/access-map.tsx';
import { apiUrl } from '../../request.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { findCell } from './cells.ts';
import { describeTarget } from './describe.ts';
import { figureLink } from './figure-link.ts';
import { Legend } from './legend.tsx';
import { Notes } from './notes.tsx';
import { answerTitle, type Speech } from './offers.ts';
import { ParishTable } from './parish-table.tsx';
import { PlacePanel, type WaysState } from './place-panel.tsx';
import { Summary } from './summary.tsx';
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
  const { access } = useWords();
  const answer = response.result;
  const origin = originOf(answer, view);
  const ways = useWays(view, origin);
  const waysState: WaysState = {
    list: ways.data?.result ?? null,
    isFailed: ways.isError,
    retry: () => void ways.refetch(),
  };
  const mapOf = (shown: AccessAnswer) => (
    <MapAndLegend
      answer={shown}
      view={view}
      speech={speech}
      update={update}
      way={shown === answer ? (waysState.list?.[view.way - 1] ?? null) : null}
    />
  );
  const parameters = accessParametersOf(view);
  const download = (f: 'csv' | 'geojson', level: string) =>
    apiUrl(`${apiBase}/access/${view.measure}`, language, { ...parameters, f, level });
  return (
    <>
      <Summary answer={answer} title={answerTitle(answer, speech)} />
      <div className="access-view">
        <div className={other ? 'access-maps access-maps-two' : 'access-maps'}>
          {mapOf(answer)}
          {other ? mapOf(other.response.result) : null}
        </div>
        <PlacePanel answer={answer} view={view} update={update} origin={origin} ways={waysState} />
      </div>
      <p className="note">{access.tableHint}</p>
      <ParishTable
        answer={answer}
        other={other && { ...other, answer: other.response.result }}
        view={view}
        update={update}
      />
      {answer.query.measure === 'catchment' ? <VenueTable answer={answer} /> : null}
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

interface MapAndLegendProps {
  readonly answer: AccessAnswer;
  readonly view: AccessView;
  readonly speech: Speech;
  readonly update: (changes: Partial<AccessView>) => void;
  readonly way: Parameters<typeof AccessMap>[0]['way'];
}

function MapAndLegend({ answer, view, speech, update, way }: MapAndLegendProps) {
  const { venues, words, language } = speech;
  const title = answerTitle(answer, speech);
  const kindOf = useCallback(
    (venueId: string): VenueKind | null =>
      venues.find((venue) => venue.id === venueId)?.properties.kind ?? null,
    [venues],
  );
  const select = ({ source, id }: Target) => {
    if (source === 'territories') update({ territory: id, cell: '', way: 1 });
    if (source === 'cells') update({ territory: findCell(answer, id)?.territoryId ?? '', cell: id, way: 1 });
    if (source === 'venues') update({ measure: answer.query.measure, offer: `venue:${id}`, way: 1 });
  };
  return (
    <div className="access-map-and-legend">
      <AccessMap
        answer={answer}
        level={view.level}
        what={title}
        selected={selectedOf(view)}
        way={way}
        kindOf={kindOf}
        onSelect={select}
        describe={(target) => describeTarget(answer, target, words, language)}
      />
      <Legend answer={answer} level={view.level} title={title} />
    </div>
  );
}

function selectedOf({ cell, territory }: AccessView): Target | null {
  if (cell !== '') return { source: 'cells', id: cell };
  return territory === '' ? null : { source: 'territories', id: territory };
}
