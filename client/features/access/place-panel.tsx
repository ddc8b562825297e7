import type { AccessAnswer, Way } from '#core/access/answer.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { findCell } from './cells.ts';
import { CellNumbers, TerritoryNumbers } from './place-numbers.tsx';
import { PlaceSelects } from './place-selects.tsx';
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
      <PlaceSelects places={answer.territories} view={view} update={update} />
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
