import type { RoundTripResponse } from '#core/contract/envelope.ts';
import { fill } from '#core/language/format.ts';
import { useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { DataList } from './notes.tsx';

/** What belongs beside the numbers: the rules they follow, caveats, method, data. */
export function EventNotes({ response }: { response: RoundTripResponse }) {
  const { access, transit } = useWords();
  const { settings, query } = response.result;
  const { earlyMinutes, lateMinutes, homeBy, darkWalkMinutes } = settings;
  const isWalked = query.mode === 'foot' || query.mode === 'public-transport';
  return (
    <Panel title={access.notes}>
      <p>
        {fill(transit.rules, { early: earlyMinutes, late: lateMinutes, homeBy })}
        {isWalked && darkWalkMinutes !== null
          ? ` ${fill(transit.darkWalk, { minutes: darkWalkMinutes })}`
          : ''}
      </p>
      {response.caveats.map((caveat) => (
        <p key={caveat}>{caveat}</p>
      ))}
      <p>
        <a href={response.method.href}>{transit.method}</a>
      </p>
      <DataList versions={response.dataVersions} />
    </Panel>
  );
}
