import type { RoundTripResponse } from '#core/contract/envelope.ts';
import { ownPath } from '../../request.ts';
import { useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { DataList } from './notes.tsx';

/** What belongs beside the numbers: the caveats with the rules they follow, method, data. */
export function EventNotes({ response }: { response: RoundTripResponse }) {
  const { access, transit } = useWords();
  return (
    <Panel title={access.notes}>
      {response.caveats.map((caveat) => (
        <p key={caveat}>{caveat}</p>
      ))}
      <p>
        <a href={ownPath(response.method.href)}>{transit.method}</a>
      </p>
      <DataList versions={response.dataVersions} />
    </Panel>
  );
}
