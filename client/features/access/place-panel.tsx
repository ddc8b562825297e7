import type { AccessAnswer, Way } from '#core/access/answer.ts';
import { fill, formatNumber } from '#core/language/format.ts';
import { compareNames } from '#core/language/sorting.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Option, Select } from '../../ui/select.tsx';
import { findCell } from './cells.ts';
import { placeName } from './parish-columns.tsx';
import { CellNumbers, TerritoryNumbers } from './place-numbers.tsx';
import { useCells } from './use-access.ts';
import type { AccessView } from './view.ts';
import { Ways } from './ways.tsx';

interface PlacePanelProps {
  readonly answer: AccessAnswer;
  readonly view: AccessView;
  readonly update: (changes: Partial<AccessView>) => void;
  /** Cell from which the journeys start: the one chosen, or the farthest of the territory chosen. */
  readonly origin: string;
  readonly ways: WaysState;
}

export interface WaysState {
  readonly list: readonly Way[] | null;
  readonly isFailed: boolean;
  readonly retry: () => void;
}

/** The place chosen on the map, in the table or here: its numbers, and the way behind them. */
export function PlacePanel({ answer, view, update, origin, ways }: PlacePanelProps) {
  const { access } = useWords();
  const territory = answer.territories.find(({ id }) => id === view.territory);
  const cell = view.cell === '' ? null : findCell(answer, view.cell);
  return (
    <Panel title={access.panel}>
      <PlaceSelects answer={answer} view={view} update={update} />
      {territory ? null : <p>{access.panelEmpty}</p>}
      {territory && cell === null ? <TerritoryNumbers answer={answer} row={territory} /> : null}
      {cell ? <CellNumbers answer={answer} cell={cell} /> : null}
      {origin === '' ? null : <Ways view={view} update={update} ways={ways} />}
      {territory ? (
        <Button onClick={() => update({ territory: '', cell: '', way: 1 })}>{access.close}</Button>
      ) : null}
    </Panel>
  );
}

/** The same choice as by a click on the map: a territory, then one of its inhabited cells. */
function PlaceSelects({ answer, view, update }: Pick<PlacePanelProps, 'answer' | 'view' | 'update'>) {
  const language = useLanguage();
  const { access } = useWords();
  const cells = useCells(view.territory).data;
  const none: Option<string> = { value: '', label: access.chooseNone };
  const byLabel = (a: Option<string>, b: Option<string>) => compareNames(language, a.label, b.label);
  const territories = answer.territories.map((row) => ({ value: row.id, label: placeName(row, language) }));
  const homes = (cells?.features ?? []).map(({ id, properties }) => ({
    value: id,
    label: fill(access.cellOption, {
      place: properties.nearestSettlement,
      people: formatNumber(language, properties.people),
      id,
    }),
  }));
  return (
    <>
      <Select
        label={access.choosePlace}
        value={view.territory}
        options={[none, ...territories.sort(byLabel)]}
        onChange={(territory) => update({ territory, cell: '', way: 1 })}
      />
      {view.territory === '' || homes.length === 0 ? null : (
        <Select
          label={access.chooseCell}
          value={view.cell}
          options={[{ value: '', label: access.farthestCell }, ...homes.sort(byLabel)]}
          onChange={(cell) => update({ cell, way: 1 })}
        />
      )}
    </>
  );
}
